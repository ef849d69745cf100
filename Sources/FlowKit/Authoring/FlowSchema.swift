/// JSON Schemas of the files that authors write, made of the same lists that the readers use.
package enum FlowSchema: String, CaseIterable, Sendable {
  case flow, scenario, catalogue, answers, exercise

  /// The schema, draft 2020-12.
  package var schema: JSONValue {
    let (title, keys): (String, [FieldKey]) =
      switch self {
      case .flow: ("Fairway flow", FlowReader.keys)
      case .scenario: ("Fairway scenario", ScenarioReader.keys)
      case .catalogue: ("Fairway catalogue", Catalogue.keys)
      case .answers: ("Fairway answer file", AnswerFile.keys)
      case .exercise: ("Fairway exercise", ExerciseReader.keys)
      }
    return Self.document(title, keys, definitions: self == .flow ? Self.definitions : [:])
  }

  /// The schema of a file that has these keys.
  package static func document(
    _ title: String, _ keys: [FieldKey], definitions: [String: JSONValue] = [:]
  ) -> JSONValue {
    guard case .object(var members) = object(keys) else { return .null }
    members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    members["title"] = .string(title)
    if !definitions.isEmpty { members["$defs"] = .object(definitions) }
    return .object(members)
  }

  /// Keys of the parts of a flow that are no nodes, by what has them.
  package static let parts: [(of: String, keys: [FieldKey])] = [
    ("a flow", FlowReader.keys), ("an input", FlowReader.inputKeys), ("an option or an outcome", Edge.optionKeys),
    ("any other way on, where it is more than an id", Edge.keys), ("an action of a leaf", Action.keys),
    ("a source", Leaf.Source.keys),
  ]

  // MARK: - Shapes

  private static func value(_ shape: FieldKey.Shape) -> JSONValue {
    switch shape {
    // An editor reads 1, true or a date without quotes as something else than a text; the reader does not mind.
    case .scalar, .text: ["type": ["string", "number", "boolean"]]
    case .truth: ["type": "boolean"]
    case .number: ["type": "integer"]
    case .duration: ["type": "string", "pattern": "^[0-9]+(ms|s|m|h)$"]
    case .word(let words): ["enum": .array(words.map { .string($0) })]
    case .list(let shape): ["type": "array", "items": value(shape)]
    case .oneOrMore(let shape): ["anyOf": [value(shape), ["type": "array", "items": value(shape)]]]
    case .map(let shape): ["type": "object", "additionalProperties": value(shape)]
    case .object(let keys): object(keys)
    case .named(let name): ["$ref": .string("#/$defs/\(name.rawValue)")]
    case .either(let shapes): ["anyOf": .array(shapes.map(value))]
    }
  }

  /// A mapping that has these keys and no others.
  private static func object(_ keys: [FieldKey]) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for key in keys {
      guard case .object(var members) = value(key.shape) else { continue }
      members["description"] = .string(key.means)
      properties[key.name] = .object(members)
    }
    var members: [String: JSONValue] = [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
    ]
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members["required"] = .array(required) }
    return .object(members)
  }

  // MARK: - Definitions

  private static var definitions: [String: JSONValue] {
    Dictionary(uniqueKeysWithValues: FieldKey.Name.allCases.map { ($0.rawValue, definition($0)) })
  }

  private static func definition(_ name: FieldKey.Name) -> JSONValue {
    switch name {
    case .matcher: ["anyOf": .array(Matchers.all.map { object($0.keys) })]
    case .target: ["anyOf": [["type": "string"], object(Edge.keys)]]
    case .option: object(Edge.optionKeys)
    case .action: ["anyOf": [command, text]]
    case .source: object(Leaf.Source.keys)
    case .node: node
    }
  }

  /// An action is a command with its effect, or a text.
  private static var command: JSONValue {
    object(
      Action.keys.filter { $0.name != "text" }.map {
        FieldKey($0.name, $0.shape, $0.means, isRequired: ["run", "effect"].contains($0.name))
      })
  }

  private static var text: JSONValue {
    object(Action.keys.filter { $0.name == "text" }.map { .required($0.name, $0.shape, $0.means) })
  }

  /// The kind decides which keys a node has; an editor then offers those and says what is wrong with the others.
  private static var node: JSONValue {
    let kinds = NodeKinds.all.map { kind -> JSONValue in
      guard case .object(var then) = object(NodeKinds.keys + kind.keys) else { return .null }
      then["description"] = .string(kind.means)
      return [
        "if": ["properties": ["kind": ["const": .string(kind.name)]], "required": ["kind"]], "then": .object(then),
      ]
    }
    let names = NodeKinds.all.map { JSONValue.string($0.name) }
    return [
      "type": "object", "required": ["kind"], "properties": ["kind": ["enum": .array(names)]], "allOf": .array(kinds),
    ]
  }
}
