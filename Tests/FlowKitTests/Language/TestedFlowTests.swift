import FlowKit
import TestSupport
import Testing
import Wizard

/// Flows that came with the program are read node by node, without looking for mistakes: that must change nothing.
struct TestedFlowTests {
  private static let files = (try? FlowFiles())?.files.filter { $0.path.hasSuffix("/flow.yaml") } ?? []

  @Test(arguments: files.map(\.path))
  func `a shipped flow read node by node is the one that is read at once`(_ path: String) throws {
    let file = try #require(Self.files.first { $0.path == path })
    let whole = try #require(FlowReader.read(file.text, file: file.name).flow)
    let lazy = FlowReader.read(tested: file.text, file: file.name, sharing: { [] })
    let tested = try #require(lazy)
    #expect(tested.nodes.map(\.id) == whole.nodes.map(\.id) && tested.start == whole.start)
    #expect(tested.title == whole.title && tested.version == whole.version && tested.alone == whole.alone)
    for node in whole.nodes.reversed() {
      let other = try #require(tested[node.id])
      #expect(described(other) == described(node), "\(node.id)")
    }
    #expect(tested["no such node"] == nil)
  }

  /// Everything that a node holds, positions included, as words in an order that does not go by hashes.
  private func described(_ node: Node) -> [Substring] {
    var text = ""
    dump(node, to: &text)
    return text.split { " \n,[]".contains($0) }.sorted()
  }

  @Test func `a text that is written otherwise is read at once`() throws {
    let text = Flows.text(Flows.leaf("a"))
    for other in [text.replacing("\nnodes:\n", with: "\nnodes: \n"), text + "inputs: []\n"] {
      let flow = FlowReader.read(tested: other, file: "f", sharing: { [] })
      let whole = FlowReader.read(other, file: "f").flow
      #expect(flow?.nodes.map(described) == whole?.nodes.map(described) && whole?.nodes.count == 1)
    }
  }
}
