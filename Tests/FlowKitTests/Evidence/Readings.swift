import FlowKit

/// Reads a text as if it had been pasted.
func read(_ text: String, id: String = "evidence") -> EvidenceReading {
  EvidenceReading([document(text, id: id)])
}

/// A pasted document.
func document(_ text: String, id: String = "evidence") -> Document {
  Document(id: id, title: id, provenance: Provenance(.paste, source: "test"), text: text)
}

/// The class of a reading; of another failure with its kind.
func verdict(_ reading: EvidenceReading) -> String {
  guard let main = reading.main else { return "nothing" }
  guard let pullClass = main.pullClass?.value else { return main.error == nil ? "nothing" : "unknown" }
  return pullClass == "not-image-pull" ? "not-image-pull:" + (main.failure?.kind ?? "") : pullClass
}

/// The characters that the pieces of a span cut out of a text, joined as the span joins them.
func characters(of span: Span, in text: String) -> [String] {
  let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
  return span.pieces.map { piece in
    guard lines.indices.contains(piece.line - 1) else { return "line \(piece.line)?" }
    return String(lines[piece.line - 1].dropFirst(piece.column - 1).prefix(piece.length))
  }
}
