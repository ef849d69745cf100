/// Which parts of something long to show: what matters with its surroundings, the beginning and the end.
package struct HTMLExcerpt: Sendable {
  /// Shown whole when there are no more elements than this; never more are shown.
  package var limit: Int
  /// Elements at the beginning and at the end.
  package var head, tail: Int
  /// Elements on either side of each one that matters.
  package var around: Int

  package init(limit: Int, head: Int, tail: Int, around: Int) {
    self.limit = limit
    self.head = head
    self.tail = tail
    self.around = around
  }

  /// Lines of a document.
  package static let lines = HTMLExcerpt(limit: 400, head: 40, tail: 40, around: 20)
  /// Characters of a line of a document.
  package static let line = HTMLExcerpt(limit: 4000, head: 600, tail: 300, around: 300)
  /// Characters of a line that is quoted.
  package static let quote = HTMLExcerpt(limit: 320, head: 0, tail: 0, around: 110)

  /// The ranges to show, in order, with a gap between each two.
  package func ranges(of count: Int, marks: [Range<Int>]) -> [Range<Int>] {
    guard count > limit else { return count > 0 ? [0..<count] : [] }
    var shown = Set<Int>()
    func add(_ indices: some Sequence<Int>) {
      for index in indices where shown.count < limit && index >= 0 && index < count { shown.insert(index) }
    }
    for mark in marks { add(mark) }
    add(0..<head)
    add(max(0, count - tail)..<count)
    for distance in 1...max(1, around) {
      for mark in marks { add([mark.lowerBound - distance, mark.upperBound - 1 + distance]) }
    }
    if shown.isEmpty { add(0..<limit) }
    return Self.runs(shown.sorted())
  }

  private static func runs(_ indices: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in indices {
      if let last = result.last, last.upperBound == index {
        result[result.count - 1] = last.lowerBound..<index + 1
      } else {
        result.append(index..<index + 1)
      }
    }
    return result
  }

  /// A line with its marks; `id` gives the id of a mark that can be jumped to.
  func text(_ line: String, marks: [Range<Int>], id: (Range<Int>) -> String = { _ in "" }) -> HTML {
    let characters = Array(line)
    let marks = marks.map { $0.clamped(to: 0..<characters.count) }.filter { !$0.isEmpty }
    var parts: [HTML] = []
    var end = 0
    for range in ranges(of: characters.count, marks: marks) {
      parts.append(Self.gap(range.lowerBound - end))
      parts += Self.pieces(characters, range, marks, id)
      end = range.upperBound
    }
    return HTML(parts + [Self.gap(characters.count - end)])
  }

  private static func pieces(
    _ characters: [Character], _ range: Range<Int>, _ marks: [Range<Int>], _ id: (Range<Int>) -> String
  ) -> [HTML] {
    var parts: [HTML] = []
    var place = range.lowerBound
    for mark in marks {
      let part = mark.clamped(to: place..<range.upperBound)
      guard !part.isEmpty else { continue }
      parts.append(HTML(String(characters[place..<part.lowerBound])))
      parts.append(.tag("mark", ["id": id(mark)], [HTML(String(characters[part]))]))
      place = part.upperBound
    }
    return parts + [HTML(String(characters[place..<range.upperBound]))]
  }

  private static func gap(_ count: Int) -> HTML {
    guard count > 0 else { return .nothing }
    let words = count == 1 ? "1 character" : "\(count) characters"
    return .tag("span", ["class": "gap", "title": words + " left out"], ["…"])
  }
}
