/// A file with which `fairway run --answers` comes to the same leaf, without a cluster and without anybody.
package struct AnswersExporter: Exporter {
  package static let name = "answers"
  package static let means = "An answer file: 'fairway run --answers FILE' walks the same way again."
  package static let suffix = "yaml"

  /// Most bytes of evidence that are put into the file.
  private static let limit = 1 << 20

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    let session = transcript.session
    var lines = ["# Answers of session \(transcript.id); walks the same way again: fairway run --answers FILE"]
    lines.append("flow: \(quoted(transcript.walk.first?.visit.flow ?? session.flow.id))")
    lines += block("facts", facts(session), "")
    lines += answers(transcript)
    lines += evidence(session)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What somebody typed; the evidence tells the rest.
  private static func facts(_ session: Session) -> [String: String] {
    session.facts.filter { $0.value.origin == .operatorEntry }.mapValues(\.value)
  }

  private static func block(_ key: String, _ values: [String: String], _ indent: String) -> [String] {
    if values.isEmpty { return [] }
    return ["\(indent)\(key):"]
      + values.sorted { $0.key < $1.key }.map { "\(indent)  \(quoted($0.key)): \(quoted($0.value))" }
  }

  /// Every step that no rule took, by its node; a node that was passed twice has a list.
  private static func answers(_ transcript: Transcript) -> [String] {
    var order: [String] = []
    var visits: [String: [Session.Visit]] = [:]
    for step in transcript.walk where step.visit.answer.by != .rule {
      let name = "\(step.visit.flow).\(step.visit.node.id)"
      if visits[name] == nil { order.append(name) }
      visits[name, default: []].append(step.visit)
    }
    if order.isEmpty { return [] }
    var lines = ["answers:"]
    for name in order {
      lines.append("  \(quoted(name)):")
      for visit in visits[name] ?? [] {
        lines.append("    # \(Inert.text(visit.title)) \(Inert.text(visit.label))")
        lines.append("    - answer: \(quoted(told(visit)))")
        if visit.node.kind is Input { continue }
        lines += block("facts", visit.answer.facts, "      ")
      }
    }
    return lines
  }

  /// A typed value stands for itself, everything else for the way that was taken.
  private static func told(_ visit: Session.Visit) -> String {
    let isValue = visit.node.kind is Input && visit.answer.edge == "go"
    return isValue ? visit.answer.facts.values.first ?? "" : visit.answer.edge
  }

  /// Evidence that no command of the walk brought.
  private static func evidence(_ session: Session) -> [String] {
    let printed = Set(session.commands.flatMap(\.documents))
    let documents = session.documents.filter { !printed.contains($0.id) }
    if documents.isEmpty { return [] }
    guard documents.reduce(0, { $0 + $1.bytes.count }) <= limit else {
      return ["# The evidence is too long for this file: name it with --evidence."]
    }
    return ["evidence:"]
      + documents.flatMap { document in
        [
          "  - id: \(quoted(document.id))", "    title: \(quoted(document.title))",
          "    text: \(quoted(document.text))",
        ]
      }
  }

  /// A text as YAML reads it whatever it holds: in double quotes, with every character escaped that acts.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where Inert.text(String(scalar)).unicodeScalars.first == scalar: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
