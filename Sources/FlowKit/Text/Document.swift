#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Where a document came from.
package struct Provenance: Hashable, Codable, Sendable {
  /// The closed set of origins.
  package enum Origin: String, CaseIterable, Codable, Sendable {
    case command, file, standardInput = "stdin", paste, recording
  }

  package var origin: Origin
  /// Command line, file name or title of the recording.
  package var source: String
  /// Exit status of the command; nil if it was none or did not end.
  package var exit: Int?
  /// Whether the text was cut to the size limit.
  package var isCut: Bool
  /// When a command was seen to print it, in UTC as in the journal; nil for a text of unknown age.
  package var time: String?

  package init(_ origin: Origin, source: String, exit: Int? = nil, isCut: Bool = false) {
    self.origin = origin
    self.source = source
    self.exit = exit
    self.isCut = isCut
  }
}

/// A captured text with its provenance; lines are found once, when it is made.
///
/// Everything that was read from a text points at its document, so a copy is one reference.
package struct Document: Sendable, Identifiable {
  /// What does not change.
  private final class Content: Sendable {
    let id: String
    let title: String
    let bytes: [UInt8]
    let lineStarts: [Int]
    let widest: Int
    let isCut: Bool
    let strips: Strips
    let columns: Columns
    let provenance: Provenance

    init(id: String, title: String, provenance: Provenance, bytes: [UInt8]) {
      self.id = id
      self.title = title
      self.provenance = provenance
      self.bytes = bytes
      let starts = Document.findLines(bytes)
      lineStarts = starts
      widest = zip(starts, starts.dropFirst() + [bytes.count + 1]).lazy.map { $1 - $0 - 1 }.max() ?? 0
      let widest = widest
      isCut = widest > 50 && widest < 250 && zip(starts, starts.dropFirst()).count { $1 - $0 - 1 == widest } > 1
      strips = Strips(starts, end: bytes.count)
      columns = Columns(bytes, starts)
    }

    /// The same text, seen to come from elsewhere.
    init(_ other: Content, provenance: Provenance) {
      self.provenance = provenance
      (id, title, bytes, lineStarts) = (other.id, other.title, other.bytes, other.lineStarts)
      (widest, isCut, strips, columns) = (other.widest, other.isCut, other.strips, other.columns)
    }
  }

  /// Id of the output of `kubectl describe pod`.
  package static let description = "describe"

  private var content: Content

  /// Makes a document from bytes that were redacted already.
  package init(id: String, title: String, provenance: Provenance, bytes: [UInt8]) {
    content = Content(id: id, title: title, provenance: provenance, bytes: bytes)
  }

  package var id: String { content.id }
  package var title: String { content.title }
  package var bytes: [UInt8] { content.bytes }
  /// Offset of the first byte of each line; never empty.
  package var lineStarts: [Int] { content.lineStarts }
  /// Length of the longest line, in bytes.
  package var widest: Int { content.widest }
  /// Whether a terminal seems to have cut the lines: several are as long as the longest, and none is very long.
  package var isCut: Bool { content.isCut }
  /// The lines in pieces that can be shown without a pause.
  package var strips: Strips { content.strips }
  package var provenance: Provenance {
    get { content.provenance }
    set { content = Content(content, provenance: newValue) }
  }

  /// Makes a document from text.
  package init(id: String, title: String, provenance: Provenance, text: String) {
    self.init(id: id, title: title, provenance: provenance, bytes: Array(text.utf8))
  }

  package var lineCount: Int { lineStarts.count }

  /// Bytes of a line (counted from 0) without its line end; a carriage return belongs to the line end.
  package func range(ofLine index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    while end > start, bytes[end - 1] == Byte.carriageReturn || bytes[end - 1] == Byte.newline { end -= 1 }
    return start..<end
  }

  /// Text of a line (counted from 0); bytes that are not UTF-8 become U+FFFD.
  package func line(_ index: Int) -> String {
    string(range(ofLine: index))
  }

  /// Text of a range of bytes.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Index of the line (counted from 0) that holds the byte at an offset.
  package func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The span of ranges of bytes; a range over several lines gets a piece per line.
  package func span(_ ranges: [Range<Int>]) -> Span {
    var pieces: [Span.Piece] = []
    var texts: [String] = []
    for range in ranges where !range.isEmpty {
      var joined = ""
      for line in lineIndex(at: range.lowerBound)...lineIndex(at: range.upperBound - 1) {
        let part = self.range(ofLine: line).clamped(to: range)
        guard !part.isEmpty else { continue }
        let text = string(part)
        let column = content.columns.count(bytes, from: lineStarts[line], to: part.lowerBound) + 1
        pieces.append(Span.Piece(line: line + 1, column: column, length: text.count))
        joined += text
      }
      texts.append(joined)
    }
    return Span(document: id, pieces: pieces, text: texts.joined(separator: " … "))
  }

  /// The span of one range of bytes.
  package func span(_ range: Range<Int>) -> Span { span([range]) }

  private static func findLines(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var offset = 0
      while offset < buffer.count, let hit = memchr(base + offset, Int32(Byte.newline), buffer.count - offset) {
        offset = base.distance(to: UnsafeRawPointer(hit)) + 1
        if offset < buffer.count { starts.append(offset) }
      }
    }
    return starts
  }
}

extension Document: Hashable {
  package static func == (left: Document, right: Document) -> Bool {
    left.id == right.id && left.title == right.title && left.provenance == right.provenance && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(bytes.count)
  }
}

/// Names of the bytes that readers look for.
package enum Byte {
  package static let newline = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let tab = UInt8(ascii: "\t")
  package static let space = UInt8(ascii: " ")
  package static let backslash = UInt8(ascii: "\\")
  package static let quote = UInt8(ascii: "\"")
  package static let apostrophe = UInt8(ascii: "'")
  package static let colon = UInt8(ascii: ":")
  package static let slash = UInt8(ascii: "/")

  /// Whether a byte is a blank: space, tab, carriage return or newline.
  @inline(__always)
  package static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == tab || byte == carriageReturn || byte == newline
  }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
