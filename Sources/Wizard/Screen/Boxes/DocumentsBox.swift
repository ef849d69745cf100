import FlowKit
import TerminalUI

/// The documents of the session, each with where it came from; Enter shows one.
struct DocumentsBox: Box {
  let title = "Evidence"

  func blocks(_ model: Model) -> [BoxBlock] {
    model.session.documents.enumerated().map { index, document in
      BoxBlock([head(document, model), StyledLine("  " + source(document), .dim)], choice: index)
    }
  }

  private func head(_ document: Document, _ model: Model) -> StyledLine {
    var line = StyledLine("")
    line.append(EvidenceView.name(document), .title)
    let lines = document.lineCount == 1 ? "1 line" : "\(document.lineCount) lines"
    line.append(
      "  " + [lines, model.age(of: document), document.provenance.words].compactMap { $0 }.joined(separator: " · "),
      .dim)
    return line
  }

  private func source(_ document: Document) -> String {
    switch document.provenance.origin {
    case .command: Inert.text(document.provenance.source)
    case .file: "file \(Inert.text(document.provenance.source))"
    case .standardInput: "standard input"
    case .paste: "pasted: \(Inert.text(document.provenance.source))"
    case .recording: "recording: \(Inert.text(document.provenance.source))"
    }
  }

  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    model.overlay = nil
    Moving.show(&model, document: choice)
    return []
  }
}
