import FlowKit
import TerminalUI

/// The lines of a document that hold a word, as far as they are known.
package struct Sought: Sendable {
  /// What the lines are for.
  package enum Purpose: Hashable, Sendable, CaseIterable { case search, filter }

  let word: String
  let document: Document
  package private(set) var lines: [Int] = []
  /// The strips of those lines.
  private(set) var strips: [Int] = []
  /// Whether all of the document was looked at.
  package fileprivate(set) var isDone = false

  /// Adds lines that stand behind those that are known.
  fileprivate mutating func add(_ found: [Int], isDone: Bool) {
    self.isDone = isDone
    lines += found
    let table = document.strips
    if table.isPlain {
      strips += found
    } else {
      for line in found { strips += table.strip(ofLine: line)..<table.strip(ofLine: line) + table.count(ofLine: line) }
    }
  }

  /// Whether a line holds the word.
  func holds(_ line: Int) -> Bool {
    let index = lines.partition { $0 >= line }
    return index < lines.count && lines[index] == line
  }

  fileprivate func isFor(_ word: String, _ document: Document) -> Bool {
    self.word == word && self.document.isSame(as: document)
  }
}

extension Model {
  /// The lines with the word of the search or the filter; nil where none is looked for.
  package func sought(_ purpose: Sought.Purpose) -> Sought? { soughts[purpose] }

  /// The word that is looked for; empty when none is.
  func word(_ purpose: Sought.Purpose) -> String {
    switch purpose {
    case .search: search
    case .filter: filter
    }
  }
}

/// Search and filter in the evidence: what is small is looked through at once, the rest in the background.
enum Searching {
  /// Bytes that are looked through without a pause that one could feel.
  static let atOnce = 1 << 20

  /// Sees to it that what is looked for belongs to the document that is shown; for the end of every update.
  static func settle(_ model: inout Model) -> [Effect] {
    var effects: [Effect] = []
    for purpose in Sought.Purpose.allCases { effects += settle(&model, purpose) }
    if model.isSeeking, let found = model.sought(.search), found.isDone || !found.lines.isEmpty {
      model.isSeeking = false
      hit(&model, forward: true)
    }
    return effects
  }

  private static func settle(_ model: inout Model, _ purpose: Sought.Purpose) -> [Effect] {
    let word = model.word(purpose)
    // This is asked after every key, of a pasted text as well.
    if word.isEmpty, model.sought(purpose) == nil { return [] }
    let place = model.markedLine ?? model.hitLine ?? model.topLine
    guard let document = model.shownDocument, let search = LineSearch(word) else {
      if model.soughts.removeValue(forKey: purpose) != nil, purpose == .filter { keep(&model, place) }
      return []
    }
    if model.sought(purpose)?.isFor(word, document) == true { return [] }
    var sought = Sought(word: word, document: document)
    let isSmall = document.bytes.count <= atOnce
    if isSmall {
      sought.add(search.lines(of: document).lines, isDone: true)
    }
    model.soughts[purpose] = sought
    if purpose == .search { model.hitLine = nil }
    if purpose == .filter { keep(&model, place) }
    return isSmall ? [] : [.find(word, document, purpose)]
  }

  /// More lines came from the background.
  static func found(
    _ model: inout Model, _ purpose: Sought.Purpose, _ word: String, _ document: Document, _ lines: [Int], isDone: Bool
  ) {
    guard model.sought(purpose)?.isFor(word, document) == true else { return }
    // In its place: the lists may be long.
    model.soughts[purpose]?.add(lines, isDone: isDone)
  }

  /// A line stays in view, or the next one that the filter leaves.
  private static func keep(_ model: inout Model, _ line: Int) {
    let lines = model.evidenceLines
    model.evidenceScroll = Scroll(line: lines.row(ofLine: line).row).moved(
      by: 0, in: lines, Layout(model).evidenceText, hanging: 2)
  }

  /// Goes to the next line with a hit, around the end.
  static func hit(_ model: inout Model, forward: Bool) {
    guard let found = model.sought(.search) else { return }
    let shown = model.sought(.filter)?.lines
    let lines = shown.map { found.lines.shared(with: $0) } ?? found.lines
    guard !lines.isEmpty else {
      model.isSeeking = !found.isDone
      let place = shown == nil ? "in this document" : "in the lines that & shows"
      model.message = found.isDone ? "'\(model.search)' is not \(place)." : "Searching for '\(model.search)' …"
      return
    }
    // Before the first hit the line at the top counts as one that may be it.
    let here = model.hitLine ?? model.topLine - (forward ? 1 : 0)
    let next = lines.partition { $0 > here }
    let previous = lines.partition { $0 >= here } - 1
    let index = forward ? (next < lines.count ? next : 0) : (previous >= 0 ? previous : lines.count - 1)
    show(&model, lines[index])
    let count = "\(lines.count)" + (found.isDone ? "" : " so far")
    model.message = "line \(lines[index] + 1), hit \(index + 1) of \(count)"
  }

  private static func show(_ model: inout Model, _ line: Int) {
    model.hitLine = line
    let offset = model.evidenceLines.document.flatMap { LineSearch(model.search)?.offset(in: $0, line: line) }
    model.show(line: line, offset: offset ?? 0)
  }
}

extension [Int] {
  /// What two sorted lists have in common.
  fileprivate func shared(with other: [Int]) -> [Int] {
    var result: [Int] = []
    var index = 0
    for element in self {
      while index < other.count, other[index] < element { index += 1 }
      if index == other.count { break }
      if other[index] == element { result.append(element) }
    }
    return result
  }

  /// Index of the first element of a sorted list for which a test holds; the count when it holds for none.
  func partition(_ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Document {
  /// Whether it is the same text of the same look, without comparing the text.
  fileprivate func isSame(as other: Document) -> Bool {
    id == other.id && provenance == other.provenance && bytes.count == other.bytes.count
      && bytes.withUnsafeBufferPointer(\.baseAddress) == other.bytes.withUnsafeBufferPointer(\.baseAddress)
  }
}
