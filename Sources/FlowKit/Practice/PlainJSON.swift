import FoundationEssentials

/// JSON in one spelling: members sorted, no blanks outside of texts.
indirect enum PlainJSON: Codable {
  case object([String: PlainJSON])
  case array([PlainJSON])
  case text(String)
  case truth(Bool)
  case number(Double)
  case null

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let elements = try? value.decode([PlainJSON].self) {
      self = .array(elements)
    } else {
      self = .object(try value.decode([String: PlainJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .object(let members): try value.encode(members)
    case .array(let elements): try value.encode(elements)
    case .text(let text): try value.encode(text)
    case .truth(let truth): try value.encode(truth)
    case .number(let number): try value.encode(number)
    case .null: try value.encodeNil()
    }
  }

  /// A text of JSON in one spelling; nil for any other text.
  static func text(_ text: String) -> String? {
    guard let value = try? JSON.decoder.decode(PlainJSON.self, from: Data(text.utf8)),
      let bytes = try? JSON.encoder.encode(value)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
