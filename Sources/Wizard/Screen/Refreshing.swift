import FlowKit
import TerminalUI

/// Reading the evidence again: the place stays, and what changed is marked.
enum Refreshing {
  /// Somebody asked for it.
  static func begin(_ model: inout Model) -> [Effect] {
    model.wantsRefresh = true
    return lookOrPaste(&model)
  }

  /// Looks, or asks for a paste where only a person can bring the text.
  static func lookOrPaste(_ model: inout Model) -> [Effect] {
    if model.look.isByItself { return Verifying.look(&model) }
    model.overlay = nil
    model.pasted = Pasted()
    model.pastesEvidence = true
    return []
  }

  /// A look brought documents, or none.
  static func looked(_ model: inout Model, _ looked: Looked) -> [Effect] {
    model.isLooking = false
    let effects = Verifying.looked(&model, looked)
    guard model.wantsRefresh else { return effects }
    if !effects.isEmpty {
      model.wantsRefresh = false
      return effects
    }
    model.wantsRefresh = false
    if let fault = looked.fault {
      model.say("It could not be read again: \(fault)")
      return effects
    }
    return effects + take(&model, looked)
  }

  /// Says when the newer evidence speaks against an answer of the walk.
  static func tellDoubt(_ model: inout Model) {
    // A box that is open says more; the leaf says it, too.
    guard model.overlay == nil, let doubtful = model.session.doubtful else { return }
    let label = Width.truncate(Inert.text(doubtful.visit.label), to: 40)
    model.say(
      "'\(label)' does not fit any more: \(doubtful.reason). Go back there with \(model.keyName(.history) ?? "history")."
    )
  }

  /// Lines up and down in which the line at the top is looked for.
  private static let reach = 100_000

  /// The line at the top of the pane stays there, wherever it stands in the newer document.
  private static func keepPlace(_ model: inout Model, _ old: Document, _ new: Document) {
    let top = model.topLine
    guard top < old.lineCount else { return }
    let text = old.bytes[old.range(ofLine: top)]
    func isSame(_ line: Int) -> Bool {
      line >= 0 && line < new.lineCount && new.bytes[new.range(ofLine: line)].elementsEqual(text)
    }
    // The nearest equal line is the same one most likely.
    let distances = (0..<min(reach, max(old.lineCount, new.lineCount))).lazy
    let near = distances.compactMap { isSame(top - $0) ? top - $0 : isSame(top + $0) ? top + $0 : nil }.first
    let place = near ?? min(top, new.lineCount - 1)
    model.soughts = [:]
    model.evidenceScroll.line = new.strips.strip(ofLine: place)
  }

  /// Takes the documents over that say something new.
  private static func take(_ model: inout Model, _ looked: Looked) -> [Effect] {
    let known = model.session.documents
    var count = 0
    for document in looked.documents {
      let old = known.first { $0.id == document.id }
      let changes = looked.changes[document.id] ?? Changes(document, known)
      let lines = changes.lines
      if let old, old.id == model.shownDocument?.id { keepPlace(&model, old, document) }
      model.changed[document.id] = lines.isEmpty ? nil : lines
      count += lines.count
    }
    model.message =
      count == 0
      ? "Read again: nothing changed but times." : "Read again: \(count == 1 ? "one line" : "\(count) lines") changed."
    return looked.replacing(known)
  }
}

extension Looked {
  /// Puts what is new in the place of what the session began with; what commands printed is out of date with it.
  ///
  /// A document that this look did not bring would speak for an older world, so it goes.
  func replacing(_ known: [Document]) -> [Effect] {
    let news = documents.filter { !(changes[$0.id] ?? Changes($0, known)).isSame }
    let ids = Set(documents.map(\.id))
    let gone = known.map(\.id).filter { Self.opening.contains($0) && !ids.contains($0) }
    return [.forget]
      + news.enumerated().map { index, document in
        var record = EvidenceRecord(document)
        if index == 0, !gone.isEmpty { record.replaces = gone }
        return .record(.evidence(record))
      }
  }

  /// Ids of the documents that a session can begin with.
  static let opening: Set<String> = ["pod", "events", Document.description, evidence]
}

/// What a second look at a document shows that the first did not.
struct Changes: Sendable {
  /// Lines that are new, from 0; empty for a document that is new as a whole.
  let lines: Set<Int>
  /// Whether not a byte is different.
  let isSame: Bool

  /// Compares a document with the one of the same id.
  init(_ document: Document, _ known: [Document]) {
    let old = known.first { $0.id == document.id }
    isSame = old?.bytes == document.bytes
    lines = isSame ? [] : old.map { Self.lines(of: document, since: $0) } ?? []
  }

  /// Lines of the newer document, from 0, that the older one does not hold; ages and counts of events do not count.
  static func lines(of new: Document, since old: Document) -> Set<Int> {
    var known: [[UInt8]: Int] = [:]
    for line in 0..<old.lineCount { known[settled(old, line), default: 0] += 1 }
    var changed: Set<Int> = []
    for line in 0..<new.lineCount {
      let text = settled(new, line)
      if let count = known[text], count > 0 { known[text] = count - 1 } else { changed.insert(line) }
    }
    return changed
  }

  /// A line without what changes by itself: `2m10s`, `x5 over 3m`.
  private static func settled(_ document: Document, _ line: Int) -> [UInt8] {
    var result: [UInt8] = []
    var word: [UInt8] = []
    func isAge(_ word: [UInt8]) -> Bool {
      guard let first = word.first, Byte.isDigit(first) || first == UInt8(ascii: "x") else { return false }
      let units = Array("smhdx".utf8)
      return word.count > 1 && word.contains(where: units.contains)
        && word.allSatisfy { Byte.isDigit($0) || units.contains($0) }
    }
    func close() {
      result += isAge(word) ? [UInt8(ascii: "#")] : word
      word = []
    }
    for byte in document.bytes[document.range(ofLine: line)] {
      let isWord = Byte.isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      if isWord {
        word.append(byte)
      } else {
        close()
        // How wide a column is depends on the ages in it.
        if byte != Byte.space || result.last != Byte.space { result.append(byte) }
      }
    }
    close()
    return result
  }
}
