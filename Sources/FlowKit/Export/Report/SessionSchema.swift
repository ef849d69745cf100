/// JSON Schemas of what exports and diagnoses write; every field is always there, null when nothing is known.
package enum SessionSchema {
  /// `fairway.session/1`: the `json` export of a session.
  package static var session: JSONValue { root("Fairway session", versioned(SessionReport.version, sessionFields)) }

  /// `fairway.diagnosis/1`: what `fairway diagnose -o json` prints, and the result within a session.
  package static var diagnosis: JSONValue { root("Fairway diagnosis", result) }

  /// A diagnosis, alone or within a session.
  package static var result: JSONValue { versioned("fairway.diagnosis/1", diagnosisFields) }

  // MARK: - Shapes

  /// A key with its value and one sentence on what it means.
  struct Field {
    let name: String
    let value: JSONValue
    let means: String

    init(_ name: String, _ value: JSONValue, _ means: String) {
      self.name = name
      self.value = value
      self.means = means
    }
  }

  static let text: JSONValue = ["type": "string"]
  static let whole: JSONValue = ["type": "integer"]
  static let number: JSONValue = ["type": "number"]
  static let truth: JSONValue = ["type": "boolean"]
  static let time: JSONValue = ["type": "string", "format": "date-time"]
  static let texts: JSONValue = ["type": "object", "additionalProperties": ["type": "string"]]

  static func list(_ value: JSONValue) -> JSONValue { ["type": "array", "items": value] }

  static func orNull(_ value: JSONValue) -> JSONValue { ["anyOf": [value, ["type": "null"]]] }

  /// The words of an enum, so that none can be forgotten here.
  static func words<Words: CaseIterable & RawRepresentable>(_ type: Words.Type) -> JSONValue
  where Words.RawValue == String {
    ["enum": .array(type.allCases.map { .string($0.rawValue) })]
  }

  /// A mapping that has every one of these keys and no others.
  static func object(_ fields: [Field]) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in fields {
      guard case .object(var members) = field.value else { continue }
      members["description"] = .string(field.means)
      properties[field.name] = .object(members)
    }
    return [
      "type": "object", "properties": .object(properties), "required": .array(fields.map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }

  static func versioned(_ version: String, _ fields: [Field]) -> JSONValue {
    object([Field("schema", ["const": .string(version)], "Name and version of this form.")] + fields)
  }

  static func root(_ title: String, _ value: JSONValue) -> JSONValue {
    guard case .object(var members) = value else { return .null }
    members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    members["title"] = .string(title)
    return .object(members)
  }

  /// A place in a document.
  static let span: JSONValue = object([
    Field("document", text, "Id of the document."),
    Field(
      "pieces",
      list(
        object([
          Field("line", whole, "Counts from 1."), Field("column", whole, "Counts characters from 1."),
          Field("length", whole, "Characters."),
        ])), "Runs of characters, each on one line."),
    Field("text", text, "The characters themselves; pieces that do not touch are joined by an ellipsis."),
  ])

  static let flow: [Field] = [
    Field("id", text, "Id of the flow."), Field("version", text, "Version that the flow's author gave."),
    Field("hash", text, "Digest of the flow's text."),
  ]
}
