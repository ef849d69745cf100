/// A part of a note, as items that can be left out when there are too many.
struct MarkdownSection {
  /// Which part is shortened first; the order of the cases is the order of importance.
  enum Rank: Int { case summary, place, remedy, steps, notes, facts, redacted, evidence, abandoned, timeline }

  var rank: Rank
  /// The heading; empty for none.
  var title: String
  /// Blocks of lines; an item of a list is one block.
  var blocks: [[String]]
  /// Bytes that more important parts leave to this one.
  var share = 1500

  /// The lines, in at most so many bytes; what does not fit is left out of the middle.
  func lines(within limit: Int) -> [String] {
    guard !blocks.isEmpty else { return [] }
    let head = title.isEmpty ? [] : ["## \(title)", ""]
    let (front, back) = kept(within: limit - size(head))
    let left = blocks.count - front - back
    var chosen = Array(blocks.prefix(front))
    if left > 0 { chosen.append(["- … \(left) left out here; the JSON export has everything."]) }
    chosen += blocks.suffix(back)
    var lines: [String] = []
    for (index, block) in chosen.enumerated() {
      // A block of several lines, or of another kind, stands apart.
      if index > 0, block.count > 1 || chosen[index - 1].count > 1 || !isItem(block) || !isItem(chosen[index - 1]) {
        lines.append("")
      }
      lines += block
    }
    return head + lines
  }

  /// How many blocks of the front and of the back fit, both in turn.
  private func kept(within limit: Int) -> (front: Int, back: Int) {
    if blocks.reduce(0, { $0 + size($1) + 1 }) <= limit { return (blocks.count, 0) }
    var (front, back, room) = (0, 0, limit - 100)
    while front + back < blocks.count {
      let isFront = front <= back
      let next = size(isFront ? blocks[front] : blocks[blocks.count - 1 - back]) + 1
      guard next <= room else { break }
      room -= next
      if isFront { front += 1 } else { back += 1 }
    }
    return (front, back)
  }

  private func isItem(_ block: [String]) -> Bool { block.first?.hasPrefix("- ") ?? false }

  private func size(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf8.count + 1 } }
}

extension [MarkdownSection] {
  /// Every part in its order; the less important ones are shortened so that all together fit.
  func lines(within limit: Int) -> [String] {
    var texts = [[String]](repeating: [], count: count)
    var used = 0
    let order = indices.sorted { self[$0].rank.rawValue < self[$1].rank.rawValue }
    for (place, index) in order.enumerated() {
      let reserved = order[(place + 1)...].reduce(0) { $0 + self[$1].share }
      texts[index] = self[index].lines(within: limit - used - reserved)
      used += texts[index].reduce(0) { $0 + $1.utf8.count + 1 } + 1
    }
    var lines: [String] = []
    for text in texts where !text.isEmpty { lines += (lines.isEmpty ? [] : [""]) + text }
    return lines
  }
}
