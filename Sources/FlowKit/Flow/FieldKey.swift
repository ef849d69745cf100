/// One key of a mapping in a file: what may stand there and what it is for.
///
/// Readers refuse keys that are not listed, and the JSON Schema for editors is made of the same lists.
package struct FieldKey: Sendable {
  /// What may stand behind a key.
  package indirect enum Shape: Sendable {
    /// A plain value, numbers and truth values included.
    case scalar
    case text
    case truth
    case number
    /// Such as `20s` or `2m`.
    case duration
    /// A word of a closed set.
    case word([String])
    case list(Shape)
    /// One value, or a list of such values.
    case oneOrMore(Shape)
    /// Names that the author chooses, each with a value.
    case map(Shape)
    /// A mapping with keys of its own.
    case object([FieldKey])
    /// A shape that has a name in the schema, because it is used often or holds itself.
    case named(Name)
    case either([Shape])
  }

  /// Shapes with a name.
  package enum Name: String, CaseIterable, Sendable {
    case matcher, target, option, action, source, node
  }

  package let name: String
  package let shape: Shape
  /// What it is for, in one sentence.
  package let means: String
  package let isRequired: Bool

  package init(_ name: String, _ shape: Shape, _ means: String, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.means = means
    self.isRequired = isRequired
  }

  static func required(_ name: String, _ shape: Shape, _ means: String) -> FieldKey {
    FieldKey(name, shape, means, isRequired: true)
  }
}
