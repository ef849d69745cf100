/// A way on from a node.
package struct Edge: Sendable {
  /// Stable id within the node; the edge's full id is `node/id`.
  package var id: String
  package var label: String
  package var target: Target
  package var matcher: (any Matcher)?
  /// What choosing this edge concludes.
  package var conclusion: Conclusion
  /// Facts that taking this edge tells, by name.
  package var sets: [String: String] = [:]
  package var position: Position

  /// Keys of a way on that is no option.
  static let keys =
    [
      FieldKey("label", .text, "What this way means, in a few words."),
      FieldKey("set", .map(.scalar), "Facts that taking this way tells."),
      FieldKey.required("go", .text, "Id of the next node, or 'return'."),
    ] + Conclusion.keys

  /// Keys of an option.
  static let optionKeys =
    [
      FieldKey.required("id", .text, "Stable id within the node."),
      FieldKey("when", .named(.matcher), "What the evidence must hold for this option to be offered first."),
    ] + keys

  /// Facts that are certain once the edge was taken because of its matcher.
  package var gives: [String] { sets.keys.sorted() + (matcher?.captures ?? []) }
}

/// Where an edge leads.
package struct Target: Hashable, Sendable {
  package var node: String
  package var position: Position
}

/// What an edge or a leaf says of the cause.
package struct Conclusion: Hashable, Codable, Sendable {
  /// Class id; nil when it says none.
  package var pullClass: String?
  /// The causes that remain; exactly one is a finding, several are candidates.
  package var causes: [String] = []

  package init(pullClass: String? = nil, causes: [String] = []) {
    self.pullClass = pullClass
    self.causes = causes
  }

  init(_ fields: Fields) {
    pullClass = fields.text("class")
    causes = fields.texts("cause") + fields.texts("causes")
  }

  static let keys = [
    FieldKey("class", .text, "What the text says: id of a class in the catalogue."),
    FieldKey("cause", .text, "What is wrong: id of a cause in the catalogue."),
    FieldKey("causes", .list(.text), "Causes that remain when the evidence fits several."),
  ]
}

/// A place in a flow.
package struct Node: Sendable {
  package var id: String
  package var position: Position
  package var title: Template
  /// Why this is asked; empty when the flow says nothing.
  package var help: Template
  package var kind: any NodeKind

  package var edges: [Edge] { kind.edges }
}

/// What a node of one kind does; everything else in the program sees only its ``Step``.
package protocol NodeKind: Sendable {
  /// Value of `kind:` in a flow.
  static var name: String { get }
  /// What it is for, in one sentence.
  static var means: String { get }
  /// Keys of the node beside those that every node has.
  static var keys: [FieldKey] { get }
  init(_ fields: Fields)
  /// Every way on.
  var edges: [Edge] { get }
  /// Texts with placeholders, for lint; commands apart.
  var templates: [Template] { get }
  /// Commands that the node runs or shows.
  var commands: [CommandTemplate] { get }
  /// Facts that the node gives beside the captures of its matchers.
  var gives: [String] { get }
  /// What the session is to do here.
  func step(at node: Node, in scope: MatchScope) -> Step
}

extension NodeKind {
  package var edges: [Edge] { [] }
  package var templates: [Template] { [] }
  package var commands: [CommandTemplate] { [] }
  package var gives: [String] { [] }
}

/// The list of node kinds.
package enum NodeKinds {
  /// Keys of every node.
  package static let keys = [
    FieldKey.required("kind", .word(all.map { $0.name }), "What the node does."),
    FieldKey.required("title", .text, "One line, at most 80 characters; may hold {{facts}}."),
    FieldKey("help", .text, "Why this is asked; at most 320 characters."),
  ]

  package static let all: [any NodeKind.Type] = [
    Question.self, Input.self, Command.self, Decide.self, Note.self, Jump.self, Remediation.self,
  ]

  /// Reads a node; nil after a report when its kind is unknown.
  static func read(_ id: String, _ source: SourceNode, _ findings: Findings) -> Node? {
    let fields = Fields(source, findings, what: "node '\(id)'")
    guard source.map != nil else { return nil }
    let name = fields.required("kind", in: "node '\(id)'")
    guard let type = all.first(where: { $0.name == name }) else {
      if !name.isEmpty {
        let names = all.map { $0.name }
        findings.report(
          "unknown-kind", fields.value("kind")?.position ?? source.position,
          "unknown kind '\(name)'\(NearestName.hint(name, among: names)); known: \(names.joined(separator: ", "))")
      }
      return nil
    }
    fields.allow(keys + type.keys, in: "a node of kind '\(name)'")
    return Node(
      id: id, position: source.position, title: Template(fields.required("title", in: "node '\(id)'")),
      help: Template(fields.text("help") ?? ""), kind: type.init(fields))
  }
}

extension Fields {
  /// A list of edges under a key.
  func edges(_ key: String) -> [Edge] {
    list(key).compactMap { source in
      let fields = Fields(source, findings, what: "an option")
      guard source.map != nil else { return nil }
      fields.allow(Edge.optionKeys, in: "an option")
      return Edge(
        id: fields.required("id", in: "an option"), label: fields.text("label") ?? "",
        target: fields.target("go", in: "an option"),
        matcher: fields.value("when").flatMap { Matchers.read($0, findings) },
        conclusion: Conclusion(fields), sets: fields.literals("set"), position: source.position)
    }
  }

  /// The mandatory way on when nothing matched: a node id, or a mapping with label and go.
  func otherwise(_ key: String, in what: String) -> Edge? {
    guard let source = value(key) else {
      findings.report("missing-outcome", node.position, "\(what) needs '\(key)': where to go when nothing matches")
      return nil
    }
    return edge(key, source)
  }

  /// An edge under a key of its own, such as `denied`; nil when absent.
  func edge(_ key: String) -> Edge? { value(key).map { edge(key, $0) } }

  private func edge(_ key: String, _ source: SourceNode) -> Edge {
    if let text = source.text {
      let target = Target(node: text, position: source.position)
      return Edge(id: key, label: "", target: target, matcher: nil, conclusion: Conclusion(), position: source.position)
    }
    let fields = Fields(source, findings, what: "'\(key)'")
    fields.allow(Edge.keys, in: "'\(key)'")
    return Edge(
      id: key, label: fields.text("label") ?? "", target: fields.target("go", in: "'\(key)'"), matcher: nil,
      conclusion: Conclusion(fields), sets: fields.literals("set"), position: source.position)
  }

  /// A node id.
  func target(_ key: String, in what: String) -> Target {
    Target(node: required(key, in: what), position: value(key)?.position ?? node.position)
  }

  /// A list of commands under a key; elements may also be texts.
  func actions(_ key: String) -> [Action] {
    list(key).compactMap { source in
      let fields = Fields(source, findings, what: "a command")
      guard source.map != nil else { return nil }
      fields.allow(Action.keys, in: "a command")
      if let text = fields.text("text") { return .text(Template(text)) }
      return fields.command().map { .command($0) }
    }
  }

  /// The command of this mapping; nil after a report.
  func command() -> CommandTemplate? {
    let line = required("run", in: "a command")
    guard !line.isEmpty else { return nil }
    if !has("effect") { findings.report("missing-key", node.position, "a command needs 'effect'") }
    let effect = choice("effect", EffectClass.self) ?? .change
    let position = value("run")?.position ?? node.position
    do {
      let words = try CommandLineWords.split(line)
      return CommandTemplate(
        label: text("label") ?? "", words: words.map { Template($0) }, effect: effect,
        shell: choice("shell", Shell.self) ?? .posix, position: position)
    } catch {
      findings.report("bad-command", position, error.words)
      return nil
    }
  }
}

/// Something a leaf tells the operator to do.
package enum Action: Hashable, Sendable {
  case command(CommandTemplate)
  case text(Template)

  static let keys = [
    FieldKey("label", .text, "What the command is for."),
    FieldKey("run", .text, "The command line, without shell syntax."),
    FieldKey("effect", .word(EffectClass.allCases.map(\.rawValue)), "What the command does to the world."),
    FieldKey("shell", .word(Shell.allCases.map(\.rawValue)), "Shell that the line is written for; posix if absent."),
    FieldKey("text", .text, "Something to do or to look at, in place of a command."),
  ]

  package var command: CommandTemplate? { if case .command(let command) = self { command } else { nil } }
  package var template: Template? { if case .text(let text) = self { text } else { nil } }
}
