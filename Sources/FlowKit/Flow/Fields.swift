/// The fields of a mapping in a flow file; every misuse is reported with its place.
package struct Fields {
  package let node: SourceNode
  package let findings: Findings
  /// The mapping in the order of the file; it is so small that looking through it is quicker than a dictionary.
  private let map: [(key: SourceNode, value: SourceNode)]

  /// Takes a mapping; anything else is reported and has no fields.
  package init(_ node: SourceNode, _ findings: Findings, what: String) {
    self.node = node
    self.findings = findings
    map = node.map ?? []
    if node.map == nil { findings.report("structure", node.position, "\(what) must be a mapping") }
    for (key, _) in map where key.text == nil {
      findings.report("structure", key.position, "a key must be a plain word")
    }
  }

  /// Reports every key that is not in a list.
  package func allow(_ keys: [FieldKey], in what: String) { allow(keys.map(\.name), in: what) }

  /// Reports every key that is not in a list of names.
  package func allow(_ names: [String], in what: String) {
    for (key, _) in map {
      guard let name = key.text, !names.contains(name) else { continue }
      findings.report(
        "unknown-key", key.position, "unknown key '\(name)' in \(what)\(NearestName.hint(name, among: names))")
    }
  }

  package func has(_ key: String) -> Bool { value(key) != nil }

  /// Any value; nil when the key is absent.
  package func value(_ key: String) -> SourceNode? { map.first { $0.key.text == key }?.value }

  /// Where a key stands, or where the mapping begins.
  package func position(_ key: String) -> Position { map.first { $0.key.text == key }?.key.position ?? node.position }

  /// A scalar; nil when the key is absent, reported when it is no scalar.
  package func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if value.text == nil { findings.report("structure", value.position, "'\(key)' must be a plain value") }
    return value.text.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  /// A scalar that must be there; reported and empty when it is not.
  package func required(_ key: String, in what: String) -> String {
    guard has(key) else {
      findings.report("missing-key", node.position, "\(what) needs '\(key)'")
      return ""
    }
    return text(key) ?? ""
  }

  /// Elements of a list; empty when absent, reported when it is no list.
  package func list(_ key: String) -> [SourceNode] {
    guard let value = value(key) else { return [] }
    if value.list == nil { findings.report("structure", value.position, "'\(key)' must be a list") }
    return value.list ?? []
  }

  /// One scalar or a list of scalars.
  package func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    if let text = value.text { return [text] }
    return list(key).compactMap { element in
      if element.text == nil { findings.report("structure", element.position, "'\(key)' must hold plain values") }
      return element.text
    }
  }

  /// A mapping of plain words to plain values; empty when absent, reported when it is none.
  package func literals(_ key: String) -> [String: String] {
    guard let value = value(key) else { return [:] }
    let fields = Fields(value, findings, what: "'\(key)'")
    return Dictionary(
      fields.map.compactMap { key, _ in key.text.flatMap { name in fields.text(name).map { (name, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }

  /// `true` or `false`; nil when absent, reported when it is neither.
  package func bool(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    findings.report("structure", position(key), "'\(key)' must be true or false")
    return nil
  }

  /// A duration such as `20s` or `2m`, in seconds; nil when absent, reported when it is none.
  package func seconds(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    if let value = Words.seconds(text) { return value }
    findings.report("structure", position(key), "'\(key)' must be a duration such as 20s")
    return nil
  }

  /// A word of a closed set; nil when absent, reported with a hint when it is not in the set.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    word(key, among: type.allCases.map(\.rawValue)).flatMap(Choice.init)
  }

  /// A word of a list; nil when absent, reported with a hint when it is not in the list.
  package func word(_ key: String, among names: [String]) -> String? {
    guard let text = text(key) else { return nil }
    if names.contains(text) { return text }
    findings.report(
      "unknown-value", value(key)?.position ?? position(key),
      "'\(text)' is no value of '\(key)'\(NearestName.hint(text, among: names)); known: \(names.joined(separator: ", "))"
    )
    return nil
  }
}
