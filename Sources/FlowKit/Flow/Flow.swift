/// One decision tree.
package struct Flow: Sendable {
  /// A fact that only the operator knows.
  package struct InputFact: Sendable {
    package var fact: String
    package var title: String
    package var hint: String
    package var pattern: String?
  }

  package var id: String
  package var title: String
  package var version: String
  package var start: Target
  /// Node that `return` leads to when no flow jumped here; nil when the flow never returns.
  package var alone: Target?
  /// Values to ask for that only this flow knows.
  let ownInputs: [InputFact]
  /// Those that every flow shares.
  let sharedInputs: @Sendable () -> [InputFact]
  var shelf: NodeShelf

  /// The same flow with a node read anew from a source of the same id.
  package func replacing(_ id: String, _ source: SourceNode) -> Flow {
    guard self[id] != nil, let node = NodeKinds.read(id, source, Findings()) else { return self }
    var flow = self
    flow.shelf = shelf.replacing(node)
    return flow
  }

  /// In the order of the file.
  package var nodes: [Node] { shelf.all }

  /// A node by its id; nil when there is none.
  package subscript(id: String) -> Node? { shelf[id] }

  /// Values to ask for: of the flow, then those that every flow shares.
  package var inputs: [InputFact] {
    ownInputs + sharedInputs().filter { one in !ownInputs.contains { $0.fact == one.fact } }
  }

  /// Every fact that the flow may use: of the evidence, its inputs, its nodes and its captures.
  package var knownFacts: Set<String> {
    var names = FactCatalogue.names.union(inputs.map(\.fact))
    for node in nodes {
      names.formUnion(node.kind.gives)
      for edge in node.edges { names.formUnion(edge.gives) }
    }
    return names
  }
}

/// Reads a flow file.
package enum FlowReader {
  /// Version of the language that this program reads.
  package static let language = "1"

  static let keys = [
    FieldKey.required("fairway", .scalar, "Version of the language: 1."),
    FieldKey.required("flow", .text, "Id of the flow, and name of its folder."),
    FieldKey.required("title", .text, "What the flow is about."),
    FieldKey.required("version", .scalar, "Version of the flow, in quotes."),
    FieldKey.required("start", .text, "Id of the first node."),
    FieldKey("alone", .text, "Node that 'return' leads to when no flow jumped here."),
    FieldKey("inputs", .list(.object(inputKeys)), "Facts that only a person knows, beside the shared ones."),
    FieldKey.required("nodes", .map(.named(.node)), "Every place of the flow, by id."),
  ]

  static let inputKeys = [
    FieldKey.required("fact", .text, "Name of the fact."), FieldKey.required("title", .text, "What it is."),
    FieldKey("hint", .text, "Command that shows it."),
    FieldKey("pattern", .text, "Regular expression for the whole value."),
  ]

  /// The flow and what is wrong with the file; no flow when so much is wrong that none can be made.
  ///
  /// Shared inputs come after those of the flow, which win.
  package static func read(
    _ text: String, file: String, sharing shared: @escaping @Sendable () -> [Flow.InputFact] = { [] }
  ) -> (flow: Flow?, findings: [Finding]) {
    let findings = Findings()
    let root: SourceNode
    do { root = try SourceNode.read(text, file: file) } catch { return (nil, [error]) }
    let fields = Fields(root, findings, what: "a flow")
    guard root.map != nil else { return (nil, findings.all) }
    fields.allow(keys, in: "a flow")
    let flow = flow(fields, NodeShelf(nodes(fields, findings)), sharing: shared)
    return (flow.shelf.isEmpty ? nil : flow, findings.all)
  }

  /// The flow of a file that is known to be right: each of its nodes is read when somebody asks for it.
  package static func read(
    tested text: String, file: String, sharing shared: @escaping @Sendable () -> [Flow.InputFact]
  ) -> Flow? {
    guard let slices = NodeSlices(text), let root = try? YAMLReader.read(slices.head, file: file, linesBefore: 0) else {
      return read(text, file: file, sharing: shared).flow
    }
    let fields = Fields(root, Findings(isTested: true), what: "a flow")
    return flow(fields, NodeShelf(slices.slices, file: file), sharing: shared)
  }

  private static func flow(
    _ fields: Fields, _ shelf: NodeShelf, sharing shared: @escaping @Sendable () -> [Flow.InputFact]
  ) -> Flow {
    let findings = fields.findings
    if fields.required("fairway", in: "a flow") != language, fields.has("fairway") {
      findings.report("language", fields.position("fairway"), "this program reads language version \(language)")
    }
    return Flow(
      id: fields.required("flow", in: "a flow"), title: fields.required("title", in: "a flow"),
      version: fields.required("version", in: "a flow"), start: fields.target("start", in: "a flow"),
      alone: fields.has("alone") ? fields.target("alone", in: "a flow") : nil,
      ownInputs: fields.list("inputs").map { input($0, findings) }, sharedInputs: shared, shelf: shelf)
  }

  static func input(_ source: SourceNode, _ findings: Findings) -> Flow.InputFact {
    let fields = Fields(source, findings, what: "an input")
    fields.allow(inputKeys, in: "an input")
    return Flow.InputFact(
      fact: fields.required("fact", in: "an input"), title: fields.required("title", in: "an input"),
      hint: fields.text("hint") ?? "", pattern: Pattern.read("pattern", fields))
  }

  private static func nodes(_ fields: Fields, _ findings: Findings) -> [Node] {
    guard let source = fields.value("nodes") else {
      findings.report("missing-key", fields.node.position, "a flow needs 'nodes'")
      return []
    }
    if source.map == nil { findings.report("structure", source.position, "'nodes' must be a mapping") }
    return (source.map ?? []).compactMap { node($0, $1, findings) }
  }

  /// A node of the mapping `nodes`; it stands where its key stands.
  static func node(_ key: SourceNode, _ value: SourceNode, _ findings: Findings) -> Node? {
    guard let id = key.text else {
      findings.report("structure", key.position, "a key must be a plain word")
      return nil
    }
    var node = NodeKinds.read(id, value, findings)
    node?.position = key.position
    return node
  }
}
