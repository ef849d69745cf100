package import FlowKit
import TerminalUI

/// Reads `config.yaml`; everything that does not fit is reported with its place.
package struct ConfigurationReader {
  private let fields: Fields
  private let findings: Findings
  private let home: String?
  private var configuration = Configuration()

  /// Keys of the file.
  package static let keys = [
    FieldKey("theme", .word(Looks.Theme.allCases.map(\.rawValue)), "Colours; auto goes by the terminal."),
    FieldKey("production", .text, "Regular expression for contexts that get a warning."),
    FieldKey("namespace", .text, "Namespace when the command line names none."),
    FieldKey("flows", .oneOrMore(.text), "Folders with flows of your own; from here, or from ~/."),
    FieldKey("timeouts", .number, "By what every time limit of a command is multiplied, 1 to 20."),
    FieldKey("mouse", .truth, "Whether clicks and the wheel are keys."),
    FieldKey("plain", .truth, "Whether sessions are plain lines instead of a full screen."),
    FieldKey("keys", .object(actions), "Keys by the name of their action."),
  ]

  private static let actions = Action.allCases.map { action in
    let means = Bindings.map.bindings.first { $0.action == action }?.help ?? action.rawValue
    return FieldKey(action.rawValue, .oneOrMore(.text), means)
  }

  /// For an editor that checks the file.
  package static var schema: JSONValue { FlowSchema.document("Fairway configuration", keys) }

  /// Reads a file; findings name what is wrong with it.
  package static func read(
    _ text: String, file: String, home: String?
  ) -> (configuration: Configuration, findings: [Finding]) {
    let findings = Findings()
    var configuration = Configuration()
    configuration.file = file
    // Who puts a mark before every line wants what is usual.
    guard text.split(whereSeparator: \.isNewline).contains(where: isContent) else { return (configuration, []) }
    do throws(Finding) {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "the configuration")
      fields.allow(keys, in: "the configuration")
      var reader = ConfigurationReader(fields, home, configuration)
      reader.read()
      configuration = reader.configuration
    } catch {
      findings.report(error.rule, error.position, error.message)
    }
    let sorted = findings.all.sorted { one, other in
      let (here, there) = (one.position, other.position)
      return (here.line, here.column, one.message) < (there.line, there.column, other.message)
    }
    return (configuration, sorted)
  }

  private static func isContent(_ line: Substring) -> Bool {
    line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
  }

  private init(_ fields: Fields, _ home: String?, _ configuration: Configuration) {
    self.fields = fields
    findings = fields.findings
    self.home = home
    self.configuration = configuration
  }

  private mutating func read() {
    for key in Self.keys where fields.has(key.name) { configuration.places[key.name] = fields.position(key.name) }
    if let theme = fields.choice("theme", Looks.Theme.self) { configuration.theme = theme }
    if let pattern = fields.text("production"), isPattern(pattern) { configuration.production = pattern }
    if let namespace = fields.text("namespace"), isNamespace(namespace) { configuration.namespace = namespace }
    if let text = fields.text("timeouts"), let factor = factor(text) { configuration.timeouts = factor }
    configuration.mouse = fields.bool("mouse") ?? configuration.mouse
    configuration.plain = fields.bool("plain") ?? configuration.plain
    readFlows()
    if let keys = fields.value("keys") { readKeys(keys) }
  }

  private func report(_ key: String, _ message: String) {
    findings.report("unknown-value", fields.value(key)?.position ?? fields.position(key), message)
  }

  private func isPattern(_ pattern: String) -> Bool {
    guard pattern.isEmpty || (try? Regex(pattern)) == nil else { return true }
    report(
      "production",
      pattern.isEmpty
        ? "an empty pattern fits every context; '^$' fits none" : "'\(pattern)' is no regular expression")
    return false
  }

  /// A label of DNS, as Kubernetes wants it.
  private func isNamespace(_ name: String) -> Bool {
    let isLabel =
      (1...63).contains(name.utf8.count) && !name.hasPrefix("-") && !name.hasSuffix("-")
      && name.utf8.allSatisfy { ("a"..."z").contains(Character(Unicode.Scalar($0))) || $0 == 0x2D || isDigit($0) }
    if !isLabel { report("namespace", "'\(name)' is no namespace: small letters, digits and dashes, at most 63") }
    return isLabel
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func factor(_ text: String) -> Int? {
    if text.utf8.allSatisfy(isDigit), let factor = Int(text), Configuration.factors.contains(factor) { return factor }
    let (least, most) = (Configuration.factors.lowerBound, Configuration.factors.upperBound)
    report("timeouts", "'timeouts' multiplies every time limit: a number from \(least) to \(most), such as 3")
    return nil
  }

  // MARK: - Folders

  private mutating func readFlows() {
    let texts = fields.texts("flows")
    // Several have places of their own; what is no text was reported.
    let nodes = (fields.value("flows")?.list ?? [fields.value("flows")].compactMap { $0 }).filter { $0.text != nil }
    for (text, node) in zip(texts, nodes) {
      let folder = path(text)
      guard !text.isEmpty, let folder, FileStamps.isFolder(folder) else {
        findings.report("unknown-value", node.position, "there is no folder '\(text.isEmpty ? text : folder ?? text)'")
        continue
      }
      configuration.places["flows.\(configuration.flows.count)"] = node.position
      configuration.flows.append(folder)
    }
  }

  /// A path from the folder of the file, or from home; nil without a home.
  private func path(_ text: String) -> String? {
    if text.hasPrefix("/") { return text }
    if text == "~" || text.hasPrefix("~/") { return home.map { $0 + text.dropFirst() } }
    let file = fields.node.position.file
    guard let slash = file.lastIndex(of: "/") else { return text }
    return file[...slash] + text
  }

  // MARK: - Keys

  private mutating func readKeys(_ source: SourceNode) {
    let keys = ConfigurationKeys(source, findings)
    for action in keys.chosen.keys { configuration.places["keys." + action.rawValue] = keys.places[action] }
    configuration.keys = Rebinding.map(keys.chosen.mapValues { $0.map(\.key) })
    keys.reportConflicts(in: configuration.keys)
  }
}
