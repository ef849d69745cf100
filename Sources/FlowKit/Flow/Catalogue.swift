/// The catalogue of classes and causes.
package struct Catalogue: Sendable {
  /// One class or cause.
  package struct Entry: Sendable {
    package var id: String
    /// A few plain words.
    package var title: String
    /// What the text says; empty for a cause.
    package var says: String
  }

  package var classes: [Entry]
  package var causes: [Entry]

  /// The title of a class; the id itself when the catalogue does not know it.
  package func title(ofClass id: String) -> String { classes.first { $0.id == id }?.title ?? id }
  /// The title of a cause; the id itself when the catalogue does not know it.
  package func title(ofCause id: String) -> String { causes.first { $0.id == id }?.title ?? id }

  /// Reads a catalogue file.
  package static func read(_ text: String, file: String) -> (catalogue: Catalogue, findings: [Finding]) {
    let findings = Findings()
    do {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "a catalogue")
      fields.allow(["classes", "causes"], in: "a catalogue")
      let catalogue = Catalogue(classes: entries("classes", fields), causes: entries("causes", fields))
      return (catalogue, findings.all)
    } catch {
      return (Catalogue(classes: [], causes: []), [error])
    }
  }

  private static func entries(_ key: String, _ fields: Fields) -> [Entry] {
    (fields.value(key)?.map ?? []).compactMap { name, value in
      let entry = Fields(value, fields.findings, what: "an entry of '\(key)'")
      entry.allow(["title", "says"], in: "an entry of '\(key)'")
      return name.text.map {
        Entry(id: $0, title: entry.required("title", in: "'\($0)'"), says: entry.text("says") ?? "")
      }
    }
  }
}
