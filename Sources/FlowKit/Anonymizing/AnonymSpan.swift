/// Moves a place of a document to where its words stand after names were replaced.
enum AnonymSpan {
  /// The same words in the new document; nil when the place does not lie in the old one.
  static func mapped(_ span: Span, from old: Document, to new: Document, _ edits: AnonymEdits) -> Span? {
    var rest = Substring(span.text)
    var result = Span(document: span.document, pieces: [], text: "")
    for piece in span.pieces {
      guard let range = range(of: piece, in: old) else { return nil }
      let moved = new.span(edits.range(range))
      // Pieces that touch in the text are one run that was broken over lines.
      let isApart = rest.hasPrefix(" … ")
      if isApart { rest = rest.dropFirst(3) }
      rest = rest.dropFirst(piece.length)
      // Two pieces may have grown to the same token.
      guard moved.pieces.isEmpty || moved.pieces.last != result.pieces.last else { continue }
      result.text += (isApart ? " … " : "") + moved.text
      result.pieces += moved.pieces
    }
    return result
  }

  /// Bytes of a piece; nil when the line is shorter.
  private static func range(of piece: Span.Piece, in document: Document) -> Range<Int>? {
    guard piece.line > 0, piece.line <= document.lineCount, piece.column > 0, piece.length >= 0 else { return nil }
    let line = document.range(ofLine: piece.line - 1)
    let bytes = document.bytes[line]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      let start = line.lowerBound + piece.column - 1
      return start + piece.length <= line.upperBound ? start..<start + piece.length : nil
    }
    let text = document.string(line)
    guard let first = text.index(text.startIndex, offsetBy: piece.column - 1, limitedBy: text.endIndex),
      let last = text.index(first, offsetBy: piece.length, limitedBy: text.endIndex)
    else { return nil }
    let start = line.lowerBound + text[..<first].utf8.count
    return start..<start + text[first..<last].utf8.count
  }
}

/// The private parts of a value whose use is known.
enum AnonymValue {
  /// The places; nil when the value has to be read as any text.
  static func hits(_ bytes: [UInt8], _ use: AnonymKeys.Use?) -> [AnonymHit]? {
    let text = String(decoding: bytes, as: UTF8.self)
    let whole = 0..<bytes.count
    switch use {
    case nil, .label: return nil
    case .stays: return [AnonymHit(range: whole, kind: nil)]
    case .image: return AnonymFinder.hits(in: bytes) + AnonymPath(bytes, from: 0).hits(onHost: nil)
    case .path: return AnonymPath(bytes, from: 0, isImage: false).hits(onHost: nil)
    case .file: return [AnonymHit(range: whole, kind: .file)]
    case .list(let kind):
      return bytes.split(whereSeparator: { $0 == UInt8(ascii: ",") || Byte.isBlank($0) }).map { part in
        AnonymHit(range: part.startIndex..<part.endIndex, kind: kind)
      }
    case .name(let kind), .whole(let kind):
      guard !bytes.isEmpty, !AnonymWords.isPublic(text) else { return [] }
      if kind.isWeak, AnonymWords.isOrdinary(text) { return nil }
      let isPlain =
        AnonymPatterns.guids(bytes, whole).isEmpty && !AnonymPatterns.isAddress(text) && !text.contains("/")
        && !text.contains("@") && AnonymHost(text) == .none && !text.hasPrefix("system:")
      return isPlain ? [AnonymHit(range: whole, kind: kind)] : nil
    }
  }
}
