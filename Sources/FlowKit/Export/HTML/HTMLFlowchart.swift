/// The flowchart: the walk alone, and each flow as a whole with the walk marked.
extension HTMLSession {
  /// Both drawings.
  var walk: [HTML] {
    let walk = FlowchartWalk(stops).svgs(id: "walk-drawing", title: "The walk", description: description)
    let region = HTML.group(
      "div", ["class": "chart walk", "tabindex": "0", "role": "region", "aria-label": "Drawing of the walk"], walk)
    return [region] + flows.enumerated().map { whole($0.offset + 1, $0.element) }
  }

  /// Flows that were entered, in their order.
  private var flows: [Flow] {
    var ids: [String] = []
    for id in session.visits.map(\.flow) + [session.flow.id] where !ids.contains(id) { ids.append(id) }
    return ids.compactMap { session.library[$0] }
  }

  private func whole(_ number: Int, _ flow: Flow) -> HTML {
    var steps: [String: [Int]] = [:]
    for (index, visit) in session.visits.enumerated() where visit.flow == flow.id {
      steps[visit.node.id, default: []].append(index + 1)
    }
    let id = "whole-flow-\(number)"
    let drawing = FlowchartDrawing(FlowGraph(flow, walk: session), steps: steps)
    let visited = HTMLWords.count(steps.count, "node")
    let words = "\(visited) of \(flow.nodes.count) visited, in the order of these steps: " + description
    return .group(
      "details", ["class": "flow"],
      [
        .block("summary", [:], [HTML("The whole flow: \(flow.title)")]),
        .block(
          "p", ["class": "by"],
          [
            "Read from left to right. Boxes and arrows of the walk have thick lines and the numbers of their steps."
          ]),
        .block("p", ["class": "onpaper"], ["This drawing is wider than paper and is not printed; it is in the file."]),
        .group(
          "div",
          ["class": "chart whole", "tabindex": "0", "role": "region", "aria-label": "The whole flow \(flow.title)"],
          [
            drawing.svg(id: id, description: words)
          ]),
      ])
  }

  /// The walk in words.
  private var description: String {
    let steps = session.visits.enumerated().map { index, visit in
      "Step \(index + 1): \(visit.title) \(visit.label), \(ExportWords.by(visit.answer))."
    }
    return (steps + [transcript.leaf.map { "It ends at: \($0.title)." } ?? "It stands at: \(session.title)"])
      .joined(separator: " ")
  }

  /// The nodes of the walk and the place at which it stands.
  private var stops: [FlowchartWalk.Stop] {
    var stops = session.visits.enumerated().map { index, visit in
      var stop = FlowchartWalk.Stop(
        caption: "Step \(index + 1)" + (visit.flow == firstFlow ? "" : " · flow \(visit.flow)"), title: visit.title)
      stop.taken = (visit.label, ExportWords.by(visit.answer))
      stop.stubs = stubs(visit.node, flow: visit.flow, except: visit.edge.id)
      return stop
    }
    var last = FlowchartWalk.Stop(caption: "Here the session stands", title: session.title)
    if let leaf = transcript.leaf {
      last.caption = HTMLWords.verdict(leaf.verdict)
      last.isLeaf = true
    } else if let node = session.node {
      last.stubs = stubs(node, flow: session.flow.id, except: nil)
    }
    stops.append(last)
    return stops
  }

  /// The ways on that were not taken; the way back of a jump is none.
  private func stubs(_ node: Node, flow: String, except taken: String?) -> [FlowchartWalk.Stop.Stub] {
    guard !(node.kind is Jump) else { return [] }
    let back = Set(
      transcript.steps.filter { $0.abandoned != nil && $0.visit.flow == flow && $0.visit.node.id == node.id }
        .map(\.visit.edge.id))
    var result: [FlowchartWalk.Stop.Stub] = []
    for edge in node.edges where edge.id != taken {
      let label = edge.label.isEmpty ? edge.id.replacing("-", with: " ") : edge.label
      let stub = FlowchartWalk.Stop.Stub(label: label, isTakenBack: back.contains(edge.id))
      if !result.contains(stub) { result.append(stub) }
    }
    return result
  }
}
