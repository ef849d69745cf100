package import FlowKit
import FoundationEssentials

/// Files of flows, catalogues and scenarios: those inside the executable, and folders laid over them.
///
/// A folder holds `NAME/flow.yaml`, `NAME/scenarios/*.yaml`, and catalogues such as `causes.yaml`. A flow of a folder
/// takes the place of the shipped one with the same id; a catalogue adds to the shipped one.
package struct FlowFiles: Sendable {
  /// One file.
  package struct File: Sendable {
    /// Path below the folder of flows.
    package var path: String
    /// Path for findings.
    package var name: String
    package var text: String
    package var isShipped: Bool

    package init(path: String, name: String, text: String, isShipped: Bool) {
      self.path = path
      self.name = name
      self.text = text
      self.isShipped = isShipped
    }
  }

  /// Everything that was wrong with the files, in one error.
  package struct Unreadable: Error {
    package let findings: [Finding]
  }

  /// The shipped catalogue that has all classes and causes.
  private static let vocabulary = "causes.yaml"

  package private(set) var files: [File]

  /// The shipped files, with folders over them; the last one counts.
  package init(over folders: [String] = []) throws(Unreadable) {
    files = embeddedFiles.map { File(path: $0.path, name: "Flows/" + $0.path, text: $0.text, isShipped: true) }
    for folder in folders { try lay(try Self.read(folder)) }
  }

  /// Puts files in the place of those with the same path, and of the flows with the same id.
  package mutating func lay(_ added: [File]) throws(Unreadable) {
    let ids = Set(added.filter(\.isFlow).compactMap { Self.id(of: $0) })
    let paths = Set(added.filter { !$0.isCatalogue }.map(\.path))
    files.removeAll { file in
      paths.contains(file.path) || file.isShipped && ids.contains(String(file.path.prefix { $0 != "/" }))
    }
    files += added
  }

  /// Puts single flow files over the others, wherever they stand.
  package mutating func lay(single paths: [String]) throws(Unreadable) {
    for path in paths {
      do {
        let bytes = try FileBytes.read(path, atMost: SourceNode.maximumSize + 1)
        let parts = path.split(separator: "/")
        var file = File(path: "", name: path, text: String(decoding: bytes, as: UTF8.self), isShipped: false)
        let id = Self.id(of: file) ?? ""
        // A file that is not called flow.yaml stands in no folder of its own.
        file.path = (parts.last == "flow.yaml" ? parts.dropLast().last.map(String.init) ?? id : id) + "/flow.yaml"
        try lay([file])
      } catch let error as FileBytes.Fault {
        throw Self.unreadable(path, error.reason)
      } catch let error as Unreadable {
        throw error
      } catch {
        throw Self.unreadable(path, "\(error)")
      }
    }
  }

  /// Ids of the flows that came from some folders.
  package func ids(in folders: [String]) -> [String] {
    files.filter { file in file.isFlow && folders.contains { file.name.hasPrefix($0 + "/") } }.compactMap {
      Self.id(of: $0)
    }
  }

  // MARK: - Content

  /// The shared catalogue, and what is wrong with its files.
  package var catalogue: (catalogue: Catalogue, findings: [Finding]) { catalogue(isTested: false) }

  /// The same; what came with the program need not be checked again to be read.
  private func catalogue(
    isTested: Bool, of isWanted: (File) -> Bool = { _ in true }
  ) -> (catalogue: Catalogue, findings: [Finding]) {
    var result = Catalogue()
    var findings: [Finding] = []
    for file in files where file.isCatalogue && isWanted(file) {
      let (catalogue, wrong) = Catalogue.read(
        file.text, file: file.name, isTested: isTested && file.isShipped)
      result = result.joined(catalogue)
      findings += wrong
    }
    return (result, findings)
  }

  /// The library; flows that did not come with the program must be without findings, of the named ones if some are.
  package func library(checking ids: [String] = []) throws(Unreadable) -> Library {
    let sources = files.filter(\.isFlow).compactMap { file in
      Self.id(of: file).map { Library.Source(id: $0, file: file.name, text: file.text, isShipped: file.isShipped) }
    }
    let library = Library(
      sources.sorted { $0.id < $1.id },
      vocabulary: { catalogue(isTested: true) { !$0.isShipped || $0.path == Self.vocabulary }.catalogue },
      catalogue: { catalogue(isTested: true).catalogue })
    func isChecked(_ file: File) -> Bool { !file.isShipped && (ids.isEmpty || ids.contains(file.folder)) }
    // What came with the program was tested with it, and is read when it is needed.
    guard files.contains(where: { !$0.isShipped && ($0.isFlow || $0.isCatalogue) }) else { return library }
    let hasForeign = files.contains { $0.isFlow && isChecked($0) }
    let wrong = hasForeign ? self.findings(isChecked) : catalogue.findings
    guard wrong.isEmpty else { throw Unreadable(findings: wrong) }
    return library
  }

  /// Findings of reading and lint in the flows and scenarios that a test picks.
  package func findings(_ picks: (File) -> Bool = { _ in true }) -> [Finding] {
    let (catalogue, wrong) = catalogue
    let facts: @Sendable () -> [Flow.InputFact] = { catalogue.facts }
    func read(_ file: File) -> (flow: Flow?, findings: [Finding]) {
      // What came with the program was checked with it; here it is only what the others jump to.
      file.isShipped && !picks(file)
        ? (FlowReader.read(tested: file.text, file: file.name, sharing: facts), [])
        : FlowReader.read(file.text, file: file.name, sharing: facts)
    }
    let flows = files.filter(\.isFlow).map { ($0, read($0)) }
    let scope = LintScope(catalogue: catalogue, flows: flows.compactMap(\.1.flow))
    var findings = wrong
    for (file, (flow, wrong)) in flows where picks(file) {
      findings += wrong + (flow.map { Lint.check($0, scope) } ?? [])
      guard let flow else { continue }
      if file.folder != flow.id {
        let message = "the flow stands in folder '\(file.folder)', which must have the name of its id '\(flow.id)'"
        findings.append(Finding("folder-name", Position(file: file.name, line: 1, column: 1), message))
      }
      findings += scenarios(of: flow.id, catalogue).findings
    }
    return findings
  }

  /// The scenarios of a flow, in the order of their names, and what is wrong with them.
  package func scenarios(of flow: String, _ catalogue: Catalogue) -> (scenarios: [Scenario], findings: [Finding]) {
    let texts = files.filter { $0.path.hasPrefix("\(flow)/scenarios/") && $0.path.hasSuffix(".yaml") }
      .sorted { $0.path < $1.path }.map { (path: $0.name, text: $0.text) }
    var (scenarios, findings) = ScenarioReader.read(texts, flow: flow)
    for scenario in scenarios {
      for row in scenario.covers where !catalogue.rows.contains(where: { $0.id == row }) {
        let hint = NearestName.hint(row, among: catalogue.rows.map(\.id))
        findings.append(Finding("unknown-row", scenario.position, "there is no row '\(row)' to cover\(hint)"))
      }
    }
    return (scenarios, findings)
  }

  /// What stands behind `flow:` in a file; nil when there is nothing.
  private static func id(of file: File) -> String? {
    // Shipped files are many and tested: the folder's name is the id.
    if file.isShipped { return file.folder }
    let (flow, _) = FlowReader.read(file.text, file: file.name)
    return flow?.id ?? file.folder
  }

  // MARK: - Folders

  /// The files of a folder; throws when it cannot be read.
  private static func read(_ folder: String) throws(Unreadable) -> [File] {
    var files: [File] = []
    func add(_ path: String) throws(Unreadable) {
      let name = folder + "/" + path
      do {
        let bytes = try FileBytes.read(name, atMost: SourceNode.maximumSize + 1)
        files.append(File(path: path, name: name, text: String(decoding: bytes, as: UTF8.self), isShipped: false))
      } catch {
        throw unreadable(name, error.reason)
      }
    }
    func names(_ path: String) -> [String] {
      let found = try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? folder : folder + "/" + path)
      return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
    func addAll(below path: String) throws(Unreadable) {
      for name in names(path) {
        if name.hasSuffix(".yaml") { try add(path + "/" + name) } else { try addAll(below: path + "/" + name) }
      }
    }
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil else {
      throw unreadable(folder, "the folder cannot be read")
    }
    for name in names("") {
      if name.hasSuffix(".yaml") { try add(name) }
      if name + "/" == Course.folder { try addAll(below: name) }
      let inside = names(name)
      guard inside.contains("flow.yaml") else { continue }
      try add(name + "/flow.yaml")
      for scenario in names(name + "/scenarios") where scenario.hasSuffix(".yaml") {
        try add(name + "/scenarios/" + scenario)
      }
    }
    return files
  }

  private static func unreadable(_ name: String, _ reason: String) -> Unreadable {
    Unreadable(findings: [Finding("file", Position(file: name, line: 1, column: 1), reason)])
  }
}

extension FlowFiles.File {
  /// Name of the folder that the file stands in; the whole path when it stands at the top.
  var folder: String { String(path.prefix { $0 != "/" }) }
  var isFlow: Bool { path.hasSuffix("/flow.yaml") }
  /// Shared files stand at the top.
  var isCatalogue: Bool { !path.utf8.contains(Byte.slash) && path.hasSuffix(".yaml") }
}
