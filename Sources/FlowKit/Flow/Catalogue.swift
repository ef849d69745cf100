/// What every flow shares: classes, causes, facts to ask for, and the rows that scenarios must cover.
package struct Catalogue: Sendable {
  /// One class or cause.
  package struct Entry: Sendable {
    package var id: String
    /// A few plain words.
    package var title: String
    /// What the text says; empty for a cause.
    package var says: String
    /// Classes that a text of this class can mean as well, or ``Catalogue/any``.
    package var fits: [String] = []
  }

  package var classes: [Entry] = []
  package var causes: [Entry] = []
  package var facts: [Flow.InputFact] = []
  /// What the flows owe, by the id that scenarios name.
  package var rows: [Entry] = []

  package init() {}

  /// Both together; of two entries with one id the other's counts.
  package func joined(_ other: Catalogue) -> Catalogue {
    func join<Element>(_ mine: [Element], _ others: [Element], _ id: (Element) -> String) -> [Element] {
      mine.filter { one in !others.contains { id($0) == id(one) } } + others
    }
    var result = self
    result.classes = join(classes, other.classes, \.id)
    result.causes = join(causes, other.causes, \.id)
    result.facts = join(facts, other.facts, \.fact)
    result.rows = join(rows, other.rows, \.id)
    return result
  }

  /// The title of a class; the id itself when the catalogue does not know it.
  package func title(ofClass id: String) -> String { classes.first { $0.id == id }?.title ?? id }
  /// The title of a cause; the id itself when the catalogue does not know it.
  package func title(ofCause id: String) -> String { causes.first { $0.id == id }?.title ?? id }

  static let keys = [
    FieldKey("classes", .map(.object(entryKeys + [fitsKey])), "What a text can say, by id."),
    FieldKey("causes", .map(.object(entryKeys)), "What can be wrong, by id."),
    FieldKey("facts", .list(.object(FlowReader.inputKeys)), "Facts to ask for, shared by every flow."),
    FieldKey("rows", .map(.object(entryKeys)), "What the flows owe, by the id that scenarios name."),
  ]

  private static let entryKeys = [
    FieldKey.required("title", .text, "A few plain words."), FieldKey("says", .text, "What the text says."),
  ]

  /// Stands for every class.
  static let any = "any"

  private static let fitsKey = FieldKey(
    "fits", .list(.text), "Classes that such a text can mean as well, or 'any'; they are not ruled out by it.")

  /// Reads a catalogue file.
  package static func read(
    _ text: String, file: String, isTested: Bool = false
  ) -> (catalogue: Catalogue, findings: [Finding]) {
    let findings = Findings(isTested: isTested)
    do {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "a catalogue")
      fields.allow(keys, in: "a catalogue")
      var catalogue = Catalogue()
      catalogue.classes = entries("classes", fields)
      catalogue.causes = entries("causes", fields)
      catalogue.facts = fields.list("facts").map { FlowReader.input($0, findings) }
      catalogue.rows = entries("rows", fields)
      return (catalogue, findings.all)
    } catch {
      return (Catalogue(), [error])
    }
  }

  private static func entries(_ key: String, _ fields: Fields) -> [Entry] {
    (fields.value(key)?.map ?? []).compactMap { name, value in
      let entry = Fields(value, fields.findings, what: "an entry of '\(key)'")
      entry.allow(key == "classes" ? entryKeys + [fitsKey] : entryKeys, in: "an entry of '\(key)'")
      return name.text.map {
        Entry(
          id: $0, title: entry.required("title", in: "'\($0)'"), says: entry.text("says") ?? "",
          fits: entry.texts("fits"))
      }
    }
  }
}
