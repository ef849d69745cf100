/// The drawing of a walk: the nodes that were visited from top to bottom, what was not taken at their side.
package struct FlowchartWalk: Sendable {
  /// One node of the walk.
  package struct Stop: Sendable {
    /// A way that was not taken.
    package struct Stub: Hashable, Sendable {
      package var label: String
      package var isTakenBack: Bool

      package init(label: String, isTakenBack: Bool = false) {
        self.label = label
        self.isTakenBack = isTakenBack
      }
    }

    package var caption: String
    package var title: String
    /// What was answered and who or what did; nil where the walk stands.
    package var taken: (label: String, by: String)?
    package var stubs: [Stub]
    package var isLeaf = false

    package init(caption: String, title: String, taken: (label: String, by: String)? = nil, stubs: [Stub] = []) {
      self.caption = caption
      self.title = title
      self.taken = taken
      self.stubs = stubs
    }
  }

  static let width = 720
  private static let boxWidth = 336
  private static let mostStubs = 9
  /// Greatest height of one drawing, so that it fits on a sheet of paper.
  private static let sheet = 860

  private let stops: [Stop]

  package init(_ stops: [Stop]) { self.stops = stops }

  /// The drawings, one below the other; only the first is described, because it tells the whole walk.
  package func svgs(id: String, title: String, description: String) -> [HTML] {
    parts.enumerated().map { index, part in
      let isFirst = index == 0
      let words: [HTML] =
        isFirst
        ? [
          .block("title", ["id": id + "-title"], [HTML(title)]),
          .block("desc", ["id": id + "-desc"], [HTML(description)]),
        ] : []
      return .group(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.width) \(part.height)",
          "width": "\(Self.width)", "height": "\(part.height)", "role": isFirst ? "img" : "",
          "aria-labelledby": isFirst ? "\(id)-title \(id)-desc" : "", "aria-hidden": isFirst ? "" : "true",
        ], words + part.content)
    }
  }

  /// Stops in groups that fit on a sheet each.
  private var parts: [(height: Int, content: [HTML])] {
    var parts: [(height: Int, content: [HTML])] = []
    for (index, stop) in stops.enumerated() {
      let block = Block(stop, boxWidth: Self.boxWidth, mostStubs: Self.mostStubs)
      if parts.isEmpty || parts[parts.count - 1].height + block.height > Self.sheet { parts.append((2, [])) }
      let last = parts.count - 1
      parts[last].content.append(block.drawn(y: parts[last].height, isLast: index == stops.count - 1))
      parts[last].height += block.height
    }
    return parts
  }
}

extension FlowchartWalk {
  /// One stop with its text broken into lines.
  private struct Block {
    let stop: Stop
    let boxWidth: Int
    let title: [String]
    let taken: [String]
    let stubs: [(stub: Stop.Stub, lines: [String])]
    let boxHeight: Int

    init(_ stop: Stop, boxWidth: Int, mostStubs: Int) {
      self.stop = stop
      self.boxWidth = boxWidth
      title = FlowchartText.lines(stop.title, size: 14, width: boxWidth - 32, most: 5, isBold: true)
      taken = stop.taken.map { FlowchartText.lines($0.label, size: 12, width: boxWidth - 48, isBold: true) } ?? []
      var shown = stop.stubs
      if shown.count > mostStubs {
        shown = Array(shown.prefix(mostStubs - 1))
        shown.append(Stop.Stub(label: "… and \(stop.stubs.count - shown.count) more"))
      }
      stubs = shown.map { stub in
        let label = stub.isTakenBack ? "↩ taken back: \(stub.label)" : stub.label
        return (stub, FlowchartText.lines(label, size: 12, width: FlowchartWalk.width - boxWidth - 48, most: 2))
      }
      boxHeight = 42 + 19 * title.count
    }

    var height: Int {
      let side = stubs.reduce(0) { $0 + 16 * $1.lines.count + 6 } + 12
      return max(boxHeight + (stop.taken == nil ? 4 : 40 + 16 * taken.count), side)
    }

    func drawn(y: Int, isLast: Bool) -> HTML {
      HTML(drawnStubs(y) + drawnBox(y) + (isLast ? [] : drawnWay(y)))
    }

    private func drawnBox(_ y: Int) -> [HTML] {
      func rect(_ inset: Int) -> HTML {
        .block(
          "rect",
          [
            "x": "\(2 + inset)", "y": "\(y + inset)", "width": "\(boxWidth - 4 - 2 * inset)",
            "height": "\(boxHeight - 2 * inset)", "rx": stop.isLeaf ? "10" : "4",
          ])
      }
      return [
        .group(
          "g", ["class": "v"],
          [
            rect(0), stop.isLeaf ? rect(4) : .nothing,
            .drawn([stop.caption], x: 16, y: y + 22, size: 11, kind: "m"),
            .drawn(title, x: 16, y: y + 43, size: 14, kind: "b"),
          ])
      ]
    }

    /// The arrow to the next stop, with the answer.
    private func drawnWay(_ y: Int) -> [HTML] {
      let (top, end) = (y + boxHeight, y + height)
      return [
        .block("path", ["class": "w", "d": "M28 \(top)V\(end - 8)"]),
        .block("path", ["class": "hw", "d": "M28 \(end)l-6 -10h12z"]),
        .drawn(taken, x: 44, y: top + 19, size: 12, kind: "a b"),
        .drawn([stop.taken?.by ?? ""], x: 44, y: top + 20 + 16 * taken.count, size: 11, kind: "m"),
      ]
    }

    private func drawnStubs(_ y: Int) -> [HTML] {
      var result: [HTML] = []
      var line = y + 22
      for (_, lines) in stubs {
        result.append(.block("path", ["class": "d", "d": "M\(boxWidth + 14) \(line - 4)h16"]))
        result.append(.drawn(lines, x: boxWidth + 38, y: line, size: 12, kind: "m"))
        line += 16 * lines.count + 6
      }
      guard let last = stubs.last else { return [] }
      let end = line - 6 - 16 * last.lines.count - 4
      let trunk = "M\(boxWidth - 2) \(y + 18)h16V\(end)"
      return [.block("path", ["class": "d", "d": trunk])] + result
    }
  }
}
