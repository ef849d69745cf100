package import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// One line of a journal.
package struct JournalEntry: Hashable, Sendable {
  /// Version of the line's form.
  package static let schema = 2
  /// The versions that can be read.
  package static let readable = 1...2

  /// Counts from 1 without a gap.
  package var sequence: Int
  package var time: Date
  package var event: Event

  package init(sequence: Int, time: Date, event: Event) {
    self.sequence = sequence
    self.time = time
    self.event = event
  }

  /// The line, without its end; large texts go to side files when there are any.
  package func line(_ files: SideFiles? = nil) throws -> [UInt8] {
    let encoder = JSON.encoder
    encoder.userInfo[SideFiles.key] = files
    return Array(try encoder.encode(self))
  }

  /// Reads a line; throws when it is none, or when a side file that it names cannot be read.
  package static func read(_ line: some Sequence<UInt8>, _ files: SideFiles? = nil) throws -> JournalEntry {
    let decoder = JSON.decoder
    decoder.userInfo[SideFiles.key] = files
    return try decoder.decode(JournalEntry.self, from: Data(line))
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
  ///
  /// Characters that a terminal acts on are escaped too, because the text may be printed on one.
  package static func pretty(_ value: some Encodable) throws -> String {
    let encoder = encoder
    encoder.outputFormatting.insert(.prettyPrinted)
    return inert(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// The same JSON with every character escaped that a terminal or an editor would act on.
  ///
  /// Line feeds stay; inside of texts there are none.
  static func inert(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x7F }) else { return text }
    // Bytes, because a view of scalars copies the whole text whenever several are appended to it.
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    // Few characters differ in a text, and asking about each one anew takes long in a large one.
    var known: [Unicode.Scalar: [UInt8]] = [:]
    for scalar in text.unicodeScalars {
      if scalar.value < 0x7F {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        let bytes = known[scalar] ?? written(scalar)
        known[scalar] = bytes
        result += bytes
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func written(_ scalar: Unicode.Scalar) -> [UInt8] {
    let text = String(scalar)
    if Inert.text(text).unicodeScalars.first == scalar { return Array(text.utf8) }
    return text.utf16.flatMap { unit in
      let digits = String(unit, radix: 16)
      return Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
  }
}

/// A value that is written as null when there is none, so that a reader finds every field.
@propertyWrapper
package struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// Times as RFC 3339 in UTC with milliseconds.
package enum Timestamp {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// A time that was read and is written again stays the same: a microsecond makes up for what floating point took.
  ///
  /// By the C library: the style brings up calendars and time zones, which a first picture would wait for.
  package static func text(_ date: Date) -> String {
    let whole = ((date.timeIntervalSince1970 + 0.000_001) * 1000).rounded(.down)
    let seconds = (whole / 1000).rounded(.down)
    var (moment, parts) = (time_t(seconds), tm())
    gmtime_r(&moment, &parts)
    func digits(_ value: Int32, _ width: Int = 2) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let day = "\(digits(parts.tm_year + 1900, 4))-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    let time = "\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))"
    return "\(day)T\(time).\(digits(Int32(whole - seconds * 1000), 3))Z"
  }
  package static func date(_ text: String) throws -> Date { try style.parse(text) }
}

extension JournalEntry: Codable {
  private enum Key: String, CodingKey { case schema, seq, time, type, data }

  private enum Kind: String, Codable {
    case began, evidence, fact, answered, command, consent, back, note, check, practised, resumed, ended
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let schema = try values.decode(Int.self, forKey: .schema)
    guard Self.readable.contains(schema) else {
      throw DecodingError.dataCorruptedError(forKey: .schema, in: values, debugDescription: "unknown schema \(schema)")
    }
    sequence = try values.decode(Int.self, forKey: .seq)
    time = try values.decode(Date.self, forKey: .time)
    func data<Value: Decodable>(_ type: Value.Type) throws -> Value { try values.decode(type, forKey: .data) }
    event =
      switch try values.decode(Kind.self, forKey: .type) {
      case .began: .began(try data(Event.Began.self))
      case .evidence: .evidence(try data(EvidenceRecord.self))
      case .fact: .fact(try data(Event.FactRecord.self))
      case .answered: .answered(try data(Answer.self))
      case .command: .command(try data(Event.CommandRecord.self))
      case .consent: .consent(try data(Event.Consent.self))
      case .back: .back(try values.decodeIfPresent(Event.Back.self, forKey: .data) ?? Event.Back())
      case .note: .note(try data(String.self))
      case .check: .check(try data(Check.self))
      case .practised: .practised(try data(Practised.self))
      case .resumed: .resumed
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
    case .consent(let consent): try put(.consent, consent)
    case .back(let back): try put(.back, back == Event.Back() ? nil : back)
    case .note(let text): try put(.note, text)
    case .check(let check): try put(.check, check)
    case .practised(let practised): try put(.practised, practised)
    case .resumed: try put(.resumed, String?.none)
    case .ended(let end): try put(.ended, end)
    }
  }
}
