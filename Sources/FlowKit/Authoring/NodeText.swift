/// A node of a flow for its author: where it stands, what leads to it, where it leads.
package struct NodeText: Sendable {
  package let lines: [String]

  /// Describes a node by the text of its file.
  package init(_ node: Node, in flow: Flow, text: String) {
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = node.position.line - 1
    let next = flow.nodes.map { $0.position.line - 1 }.filter { $0 > start }.min() ?? source.count
    var excerpt = source.indices.contains(start) ? Array(source[start..<min(next, source.count)]) : []
    while let last = excerpt.last, last.allSatisfy({ $0 == " " }) || last.drop(while: { $0 == " " }).hasPrefix("#") {
      excerpt.removeLast()
    }
    let from = flow.nodes.flatMap { other in
      other.edges.filter { $0.target.node == node.id }.map { "  \(other.id)/\($0.id)" }
    }
    let isStart = flow.start.node == node.id ? ["  the start of the flow"] : []
    let isAlone = flow.alone?.node == node.id ? ["  'return', when no flow jumped here"] : []
    lines =
      ["\(node.position.file):\(node.position.line)", "", "reached by:"] + isStart + isAlone + from + [""]
      + excerpt.map { Inert.text(String($0)) }
  }
}
