/// A flow as a drawing: boxes and arrows, with a walk marked when there is one.
package struct FlowGraph: Sendable {
  /// One box.
  package struct Box: Sendable {
    package var id: String
    package var title: String
    /// Name of the node's kind; `flow` for another flow, `return` for the way back.
    package var kind: String
    package var isWalked = false
  }

  /// One arrow.
  package struct Arrow: Sendable {
    package var from: String
    package var to: String
    package var label: String
    package var isWalked = false
  }

  package private(set) var title: String
  package private(set) var start: String
  package private(set) var boxes: [Box] = []
  package private(set) var arrows: [Arrow] = []

  /// Draws a flow; what a session walked of it is marked.
  package init(_ flow: Flow, walk: Session? = nil) {
    title = flow.title
    start = flow.start.node
    let visits = walk?.visits.filter { $0.flow == flow.id } ?? []
    var walked = Set(visits.map(\.node.id))
    if let walk, walk.flow.id == flow.id { walked.insert(walk.nodeID) }
    for node in flow.nodes {
      let isWalked = walked.contains(node.id)
      boxes.append(
        Box(id: node.id, title: node.title.filled { "<\($0)>" }, kind: type(of: node.kind).name, isWalked: isWalked))
      func add(_ to: String, _ label: String, _ edge: String) {
        let isTaken = visits.contains { $0.node.id == node.id && $0.edge.id == edge }
        arrows.append(Arrow(from: node.id, to: to, label: label, isWalked: isTaken))
      }
      if let jump = node.kind as? Jump { add("flow:" + jump.flow, "", "jump") }
      for edge in node.edges { add(edge.target.node, edge.label.isEmpty ? edge.id : edge.label, edge.id) }
    }
    for place in Set(arrows.map(\.to)).sorted() where flow[place] == nil {
      let isFlow = place.hasPrefix("flow:")
      let title = isFlow ? "flow " + place.dropFirst(5) : "back to the flow that jumped here"
      let isWalked = arrows.contains { $0.to == place && $0.isWalked }
      boxes.append(Box(id: place, title: title, kind: isFlow ? "flow" : "return", isWalked: isWalked))
    }
  }
}

/// A form in which a drawing is written.
package enum GraphFormat: String, CaseIterable, Sendable {
  case mermaid, dot

  /// The drawing as text, with a newline at its end.
  package func text(_ graph: FlowGraph) -> String {
    switch self {
    case .mermaid: Self.mermaid(graph)
    case .dot: Self.dot(graph)
    }
  }

  // MARK: - Mermaid

  private static func mermaid(_ graph: FlowGraph) -> String {
    let names = Dictionary(uniqueKeysWithValues: graph.boxes.enumerated().map { ($0.element.id, "n\($0.offset)") })
    func name(_ id: String) -> String { names[id] ?? "missing" }
    var lines = ["---", "title: \(quoted(graph.title, "\"", "'"))", "---", "flowchart TD"]
    for box in graph.boxes {
      let text = quoted(box.title, "\"", "#quot;")
      let shape =
        switch box.kind {
        case "question": "{{\(text)}}"
        case "decide": "{\(text)}"
        case "remediation": "[[\(text)]]"
        case "command": "[/\(text)/]"
        case "flow", "jump", "return": "([\(text)])"
        default: "[\(text)]"
        }
      lines.append("  \(name(box.id))\(shape)")
    }
    for (index, arrow) in graph.arrows.enumerated() {
      let label = arrow.label.isEmpty ? "" : "|\(quoted(arrow.label, "\"", "#quot;"))|"
      lines.append("  \(name(arrow.from)) -->\(label) \(name(arrow.to))")
      if arrow.isWalked { lines.append("  linkStyle \(index) stroke:#c2410c,stroke-width:4px") }
    }
    lines.append("  classDef walked stroke:#c2410c,stroke-width:4px")
    let walked = graph.boxes.filter(\.isWalked).map { name($0.id) }
    if !walked.isEmpty { lines.append("  class \(walked.joined(separator: ",")) walked") }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - DOT

  private static func dot(_ graph: FlowGraph) -> String {
    var lines = [
      "digraph \(id(graph.title)) {", "  rankdir=TB;",
      "  node [fontname=\"sans-serif\", fontsize=11, margin=\"0.12,0.06\"];",
      "  edge [fontname=\"sans-serif\", fontsize=9];",
    ]
    for box in graph.boxes {
      let shape =
        switch box.kind {
        case "question": "hexagon"
        case "decide": "diamond"
        case "remediation": "box, peripheries=2"
        case "command": "parallelogram"
        case "flow", "jump", "return": "oval"
        default: "box"
        }
      let mark = box.isWalked ? ", color=\"#c2410c\", penwidth=3" : ""
      lines.append("  \(id(box.id)) [label=\(label(box.title)), shape=\(shape)\(mark)];")
    }
    for arrow in graph.arrows {
      let mark = arrow.isWalked ? ", color=\"#c2410c\", penwidth=3" : ""
      lines.append("  \(id(arrow.from)) -> \(id(arrow.to)) [label=\(label(arrow.label))\(mark)];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// A quoted id of DOT.
  private static func id(_ text: String) -> String { "\"" + escaped(Inert.text(text)) + "\"" }

  /// A quoted label in lines of about thirty characters.
  private static func label(_ text: String) -> String {
    var lines: [String] = []
    for word in Inert.text(text).split(separator: " ") {
      if let last = lines.last, last.count + word.count < 30 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return "\"" + lines.map(escaped).joined(separator: "\\n") + "\""
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func quoted(_ text: String, _ quote: String, _ escape: String) -> String {
    quote + Inert.text(text).replacing(quote, with: escape) + quote
  }
}
