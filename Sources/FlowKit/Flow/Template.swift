/// A text with placeholders `{{fact}}`.
package struct Template: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case fact(String)
  }

  package let parts: [Part]

  /// Splits a text at its placeholders; an opening without an end stays text.
  package init(_ source: String) {
    guard source.utf8.contains(UInt8(ascii: "{")) else {
      parts = [.text(source)]
      return
    }
    var parts: [Part] = []
    var rest = Substring(source)
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
      let name = rest[open.upperBound..<close.lowerBound]
      parts.append(.fact(name.filter { $0 != " " }))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// Names of the facts, in order, with repetitions.
  package var facts: [String] {
    parts.compactMap { if case .fact(let name) = $0 { name } else { nil } }
  }

  /// The text with values put in; nil when a fact has none.
  package func resolved(_ value: (String) -> String?) -> String? {
    facts.allSatisfy { value($0) != nil } ? filled(value) : nil
  }

  /// The text with values put in; a fact without a value becomes `<name>`.
  package func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .fact(let name): value(name) ?? "<\(name)>"
      }
    }.joined()
  }
}
