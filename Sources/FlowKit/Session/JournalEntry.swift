package import FoundationEssentials

/// One line of a journal.
package struct JournalEntry: Hashable, Sendable {
  /// Version of the line's form.
  package static let schema = 1

  /// Counts from 1 without a gap.
  package var sequence: Int
  package var time: Date
  package var event: Event

  package init(sequence: Int, time: Date, event: Event) {
    self.sequence = sequence
    self.time = time
    self.event = event
  }

  /// The line, without its end.
  package func line() throws -> [UInt8] { Array(try JSON.encoder.encode(self)) }

  /// Reads a line; throws when it is none.
  package static func read(_ line: some Sequence<UInt8>) throws -> JournalEntry {
    try JSON.decoder.decode(JournalEntry.self, from: Data(line))
  }
}

/// JSON in the one form that everything written has: sorted keys, UTC times, slashes as they are.
package enum JSON {
  package static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Timestamp.text(date))
    }
    return encoder
  }

  package static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let text = try decoder.singleValueContainer().decode(String.self)
      return try Timestamp.date(text)
    }
    return decoder
  }

  /// Text for people and for goldens: indented, with a newline at the end.
  package static func pretty(_ value: some Encodable) throws -> String {
    let encoder = encoder
    encoder.outputFormatting.insert(.prettyPrinted)
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// Times as RFC 3339 in UTC with milliseconds.
package enum Timestamp {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  package static func text(_ date: Date) -> String { date.formatted(style) }
  package static func date(_ text: String) throws -> Date { try style.parse(text) }
}

extension JournalEntry: Codable {
  private enum Key: String, CodingKey { case schema, seq, time, type, data }

  private enum Kind: String, Codable { case began, evidence, fact, answered, command, back, note, ended }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let schema = try values.decode(Int.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(forKey: .schema, in: values, debugDescription: "unknown schema \(schema)")
    }
    sequence = try values.decode(Int.self, forKey: .seq)
    time = try values.decode(Date.self, forKey: .time)
    func data<Value: Decodable>(_ type: Value.Type) throws -> Value { try values.decode(type, forKey: .data) }
    event =
      switch try values.decode(Kind.self, forKey: .type) {
      case .began: .began(try data(Event.Began.self))
      case .evidence: .evidence(try data(Event.EvidenceRecord.self))
      case .fact: .fact(try data(Event.FactRecord.self))
      case .answered: .answered(try data(Answer.self))
      case .command: .command(try data(Event.CommandRecord.self))
      case .back: .back
      case .note: .note(try data(String.self))
      case .ended: .ended(try data(Event.End.self))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(Self.schema, forKey: .schema)
    try values.encode(sequence, forKey: .seq)
    try values.encode(time, forKey: .time)
    func put(_ kind: Kind, _ data: (some Encodable)?) throws {
      try values.encode(kind, forKey: .type)
      try values.encodeIfPresent(data, forKey: .data)
    }
    switch event {
    case .began(let began): try put(.began, began)
    case .evidence(let record): try put(.evidence, record)
    case .fact(let record): try put(.fact, record)
    case .answered(let answer): try put(.answered, answer)
    case .command(let record): try put(.command, record)
    case .back: try put(.back, String?.none)
    case .note(let text): try put(.note, text)
    case .ended(let end): try put(.ended, end)
    }
  }
}
