import FlowKit
import TestSupport
import Testing

/// The drawings of flows and walks.
struct FlowchartTests {
  private static let shipped = (try? ShippedFlow.library.ids) ?? []

  private func flow(_ id: String) throws -> Flow { try #require(try ShippedFlow.library[id]) }

  @Test func `there are flows to draw`() { #expect(Self.shipped.count > 5) }

  @Test(arguments: shipped)
  func `boxes stand apart and arrows lead to the right`(_ id: String) throws {
    let graph = FlowGraph(try flow(id))
    let layout = FlowchartLayout(graph)
    for column in layout.columns {
      for (above, below) in zip(column, column.dropFirst()) {
        #expect(layout.items[above].y + layout.items[above].height < layout.items[below].y)
      }
    }
    let layers = FlowchartLayers(graph)
    let index = Dictionary(uniqueKeysWithValues: graph.boxes.enumerated().map { ($0.element.id, $0.offset) })
    for (number, arrow) in graph.arrows.enumerated() where !layers.backward.contains(number) {
      let (from, to) = (try #require(index[arrow.from]), try #require(index[arrow.to]))
      #expect(layers.columns[from] < layers.columns[to], "\(arrow.from) to \(arrow.to)")
    }
    #expect(layout.items.allSatisfy { $0.y >= 0 })
  }

  @Test(arguments: shipped)
  func `a whole flow is drawn with every node in less than 300 kB`(_ id: String) throws {
    let flow = try flow(id)
    let svg = FlowchartDrawing(FlowGraph(flow)).svg(id: "x", description: "").markup
    #expect(svg.utf8.count < 300_000)
    #expect(svg.split(separator: "<rect").count - 1 >= flow.nodes.count)
    #expect(svg == FlowchartDrawing(FlowGraph(flow)).svg(id: "x", description: "").markup)
  }

  @Test func `arrows that end a circle lead back and the others do not`() throws {
    let flow = try Flows.read(
      Flows.text(
        """
        a:
          kind: question
          title: A?
          options:
            - {id: x, label: To b, go: b}
            - {id: y, label: To the end, go: end}
        b:
          kind: question
          title: B?
          options:
            - {id: x, label: Again, go: a}
            - {id: y, label: Here, go: b}
            - {id: z, label: To the end, go: end}

        """ + Flows.leaf()))
    let graph = FlowGraph(flow)
    let layers = FlowchartLayers(graph)
    #expect(layers.backward.map { graph.arrows[$0].label }.sorted() == ["Again", "Here"])
    #expect(layers.columns == [0, 1, 2])
    let routes = FlowchartRoutes(FlowchartLayout(graph))
    #expect(routes.height > FlowchartLayout(graph).height)
    #expect(routes.paths.count == 5)
  }

  @Test func `a long chain of nodes is drawn without deep recursion`() throws {
    let count = 400
    let nodes = (0..<count).map { index in
      "n\(index):\n  kind: note\n  title: Node \(index)\n  text: x\n  go: \(index + 1 < count ? "n\(index + 1)" : "end")\n"
    }
    let flow = try Flows.read(Flows.text(start: "n0", nodes.joined() + Flows.leaf()))
    #expect(FlowchartLayers(FlowGraph(flow)).columns == Array(0...count))
    #expect(FlowchartRoutes(FlowchartLayout(FlowGraph(flow))).width > count * 200)
  }

  @Test func `what was walked makes the upper edge and is marked`() throws {
    var walk = TwoWays(try ShippedFlow.session())
    walk.take(try ShippedFlow.document("2-wrong-tag"))
    walk.choose("pull")
    let graph = FlowGraph(walk.live.flow, walk: walk.live)
    let layout = FlowchartLayout(graph)
    for column in layout.columns {
      let walked = column.map { layout.items[$0].isWalked }
      #expect(walked.drop { $0 }.allSatisfy { !$0 })
    }
    let svg = FlowchartDrawing(graph, steps: ["reason": [1]]).svg(id: "x", description: "told").markup
    #expect(svg.contains("question · step 1") && svg.contains("class=\"w\""))
    #expect(svg.contains(">told</desc>"))
  }

  @Test(arguments: [
    ("", 100), ("short", 100), ("several words that need more than one line to stand in", 90),
    ("averyveryverylongwordwithoutanyblankthatnobodycouldeverbreakbutus", 60), ("漢字漢字漢字漢字漢字漢字", 50),
    ("WWWWWWWWWWWW MMMMMMMMM", 70),
  ])
  func `lines fit into their width and lose nothing`(_ text: String, _ width: Int) {
    for isBold in [false, true] {
      let lines = FlowchartText.lines(text, size: 12, width: width, most: 99, isBold: isBold)
      #expect(lines.allSatisfy { FlowchartText.width($0, size: 12, isBold: isBold) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `too many lines end with an ellipsis that fits too`() {
    let lines = FlowchartText.lines(String(repeating: "word ", count: 50), size: 12, width: 80, most: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { FlowchartText.width($0, size: 12) <= 80 })
  }

  @Test func `a long walk is cut into drawings that fit on paper and only the first is read out`() throws {
    let stop = FlowchartWalk.Stop(
      caption: "Step", title: "A question?", taken: ("Yes", "by a rule"),
      stubs: (1...20).map { FlowchartWalk.Stop.Stub(label: "way \($0)") })
    let svgs = FlowchartWalk(Array(repeating: stop, count: 20)).svgs(id: "w", title: "Walk", description: "All of it")
    #expect(svgs.count > 1)
    for (index, svg) in svgs.enumerated() {
      let height = try #require(svg.markup.firstMatch(of: /height="(\d+)"/).flatMap { Int($0.1) })
      #expect(height <= 862)
      #expect(svg.markup.contains("role=\"img\"") == (index == 0))
      #expect(svg.markup.contains("aria-hidden") == (index > 0))
      #expect(svg.markup.contains("… and 12 more"))
    }
  }

  @Test(arguments: [
    (10, [3..<4], [0..<10]), (0, [], []), (100, [], [0..<2, 98..<100]),
    (100, [50..<51], [0..<2, 47..<54, 98..<100]), (100, [1..<2, 52..<53], [0..<5, 49..<56, 98..<100]),
  ])
  func `an excerpt holds the beginning, the end and what matters`(
    _ count: Int, _ marks: [Range<Int>], _ wanted: [Range<Int>]
  ) {
    let excerpt = HTMLExcerpt(limit: 20, head: 2, tail: 2, around: 3)
    #expect(excerpt.ranges(of: count, marks: marks) == wanted)
  }

  @Test func `an excerpt never holds more than its limit`() {
    let marks = stride(from: 0, to: 1000, by: 3).map { $0..<$0 + 1 }
    let ranges = HTMLExcerpt(limit: 20, head: 2, tail: 2, around: 3).ranges(of: 1000, marks: marks)
    #expect(ranges.reduce(0) { $0 + $1.count } == 20)
  }
}
