package import FlowKit

/// A diagnosis as plain lines, in an order that can be read aloud.
package struct DiagnosisText {
  private let diagnosis: Diagnosis
  private let catalogue: Catalogue
  /// Arguments by which a session begins on the same evidence.
  private let arguments: String

  package init(_ diagnosis: Diagnosis, arguments: String = "") {
    self.diagnosis = diagnosis
    self.arguments = arguments
    self.catalogue = diagnosis.session.library.vocabulary
  }

  package var lines: [String] {
    result + subject + walk + (diagnosis.leaf.map { [""] + LeafText($0).lines } ?? waiting)
  }

  private func fact(_ name: String) -> String? { diagnosis.session.facts[name].map { Inert.text($0.value) } }

  private var result: [String] {
    var lines: [String] = []
    if let value = diagnosis.pullClass {
      lines.append("Class:      \(value) (\(catalogue.title(ofClass: value)))")
    } else if diagnosis.isTooEarly {
      lines.append("Class:      none yet; nothing has failed so far")
    } else {
      lines.append("Class:      none; the text fits no class that Fairway knows")
    }
    if let cause = diagnosis.cause { lines.append("Cause:      \(cause) (\(catalogue.title(ofCause: cause)))") }
    if !diagnosis.candidates.isEmpty {
      lines.append("Cause:      not decided; the evidence fits each of these:")
      lines += diagnosis.candidates.map { "            \($0) (\(catalogue.title(ofCause: $0)))" }
    }
    return lines
  }

  private var subject: [String] {
    var lines: [String] = []
    if let pod = fact("pod") { lines.append("Pod:        \(fact("namespace").map { $0 + "/" } ?? "")\(pod)") }
    if let container = fact("container") { lines.append("Container:  \(container)") }
    if let image = fact("image") { lines.append("Image:      \(image)") }
    if let gaps = fact(Fact.notRead) { lines.append("Not read:   \(gaps)") }
    for other in diagnosis.session.reading.others {
      let name = [other.pod.name?.value, other.podCase.container?.name.value].compactMap { $0 }.joined(
        separator: ", container ")
      lines.append("Also fails: \(Inert.text(name)) (\(other.podCase.pullClass?.value ?? "no known class"))")
    }
    return lines
  }

  private var walk: [String] {
    var lines = ["", "Walk:"]
    for (index, visit) in diagnosis.session.visits.enumerated() {
      lines.append("  \(index + 1). \(Inert.text(visit.title)) \(visit.label)")
      if let span = visit.answer.because {
        lines.append(
          "     because \(span.document), line \(span.line), column \(span.column): \(Inert.text(span.text))")
      }
    }
    return lines
  }

  private var waiting: [String] {
    let session = diagnosis.session
    let start = session.visits.first?.flow ?? session.flow.id
    let goOn = "Go on with: \(Program.name) run \(start)\(arguments.isEmpty ? "" : " " + arguments)"
    guard let waits = Waits(session) else { return ["", Inert.text(session.title), goOn] }
    var lines = ["", "Somebody must decide at '\(waits.node)': \(Inert.text(waits.question))"]
    lines += waits.answers.map { "  - \($0.id): \(Inert.text($0.label))" }
    lines.append(
      waits.fact.map { "Without a person: --set \($0)=VALUE" }
        ?? "Without a person: a file with 'answers: {\(waits.node): ID}', and \(Program.name) run --answers FILE")
    return lines + [goOn]
  }
}

/// A leaf as plain lines.
package struct LeafText {
  private let leaf: Leaf

  package init(_ leaf: Leaf) { self.leaf = leaf }

  /// Lines in words alone: what a reader would say aloud of a bullet tells nothing.
  package var lines: [String] {
    var lines = [Inert.text(leaf.title), ""]
    add("Why", leaf.why, &lines)
    add("Changes", leaf.changes, &lines)
    add("Rights", leaf.rights, &lines)
    list("Commands", leaf.commands, &lines)
    add("Portal", leaf.portal, &lines)
    add("Takes", leaf.takes, &lines)
    list("Verify", leaf.verify, &lines)
    list("Undo", leaf.undo, &lines)
    add("Avoid", leaf.avoid, &lines)
    add("Ask", leaf.escalateTo, &lines)
    if !leaf.attach.isEmpty { lines += ["Attach:"] + leaf.attach.map { "  \(Inert.text($0))" } }
    if !leaf.missing.isEmpty { add("To fill in", leaf.missing.map { "<\($0)>" }.joined(separator: ", "), &lines) }
    lines += leaf.sources.map { "Source: \($0.url) (seen \($0.seen))" }
    return lines
  }

  private func add(_ title: String, _ value: String, _ lines: inout [String]) {
    guard !value.isEmpty else { return }
    lines += PlainText.wrap("\(title): \(Inert.text(value))", hang: 2)
  }

  private func list(_ title: String, _ items: [Leaf.Item], _ lines: inout [String]) {
    guard !items.isEmpty else { return }
    lines.append("\(title):")
    for item in items {
      guard let effect = item.effect else {
        lines += PlainText.wrap("  \(Inert.text(item.text))", hang: 4)
        continue
      }
      let shell = item.shell == .powershell ? ", PowerShell" : ""
      let label = "\(number(of: item)). \(item.label.isEmpty ? "Run" : item.label) (\(effect.words)\(shell)):"
      lines += PlainText.wrap("  \(label)", hang: 4)
      // A command stays on one line, so that it can be copied whole.
      lines.append("      \(Inert.text(item.text))")
    }
  }

  /// The number by which a command is copied, as in the card of the full screen.
  private func number(of item: Leaf.Item) -> Int {
    let commands = (leaf.commands + leaf.verify + leaf.undo).filter { $0.effect != nil }
    return (commands.firstIndex(of: item) ?? 0) + 1
  }
}

/// Wraps lines for people.
package enum PlainText {
  /// Lines of at most a width, broken at blanks; further lines begin with blanks.
  ///
  /// - Parameter keeping: characters at the start that stay as they are, such as a column of names.
  package static func wrap(_ text: String, width: Int = 80, hang: Int = 0, keeping: Int = 0) -> [String] {
    var lines: [String] = []
    let indent = keeping > 0 ? String(text.prefix(keeping)) : String(text.prefix { $0 == " " })
    var line = indent
    for word in text.dropFirst(keeping).split(separator: " ") {
      if line.count + word.count + 1 > width, line.contains(where: { $0 != " " }) {
        lines.append(line)
        line = String(repeating: " ", count: hang) + word
      } else {
        line += (line.isEmpty || line.last == " " ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
