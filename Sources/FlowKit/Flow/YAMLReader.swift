import CYaml

/// Reads YAML texts; the one place that knows libyaml.
struct YAMLReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: String
  /// Lines of the file before the text.
  private let linesBefore: Int

  /// Reads the only document of a text; throws a ``Finding`` with the position of what does not fit.
  static func read(_ text: Substring, file: String, linesBefore: Int) throws(Finding) -> SourceNode {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(Finding) in
        let reader = YAMLReader(bytes, file, linesBefore)
        return try reader.document()
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ file: String, _ linesBefore: Int) {
    parser = .allocate(capacity: 1)
    self.file = file
    self.linesBefore = linesBefore
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  // MARK: - Values

  private func document() throws(Finding) -> SourceNode {
    try skip(YAML_STREAM_START_EVENT)
    var event = try next()
    defer { yaml_event_delete(&event) }
    guard event.type == YAML_DOCUMENT_START_EVENT else {
      throw Finding("yaml", Position(file: file, line: 1, column: 1), "the file is empty")
    }
    let root = try value(depth: 0)
    try skip(YAML_DOCUMENT_END_EVENT)
    var end = try next()
    defer { yaml_event_delete(&end) }
    guard end.type == YAML_STREAM_END_EVENT else {
      throw Finding("yaml", position(end.start_mark), "the file holds more than one document")
    }
    return root
  }

  private func value(depth: Int) throws(Finding) -> SourceNode {
    var event = try next()
    defer { yaml_event_delete(&event) }
    return try value(event, depth: depth)
  }

  private func value(_ event: yaml_event_t, depth: Int) throws(Finding) -> SourceNode {
    let position = position(event.start_mark)
    guard depth < SourceNode.maximumDepth else {
      throw Finding("yaml", position, "nested deeper than \(SourceNode.maximumDepth) levels")
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(scalar.anchor, position)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return SourceNode(value: .text(String(decoding: bytes, as: UTF8.self)), position: position)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(event.data.sequence_start.anchor, position)
      return SourceNode(value: .list(try list(depth: depth + 1)), position: position)
    case YAML_MAPPING_START_EVENT:
      try refuse(event.data.mapping_start.anchor, position)
      return SourceNode(value: .map(try map(depth: depth + 1)), position: position)
    default: throw Self.anchored(position)
    }
  }

  private func list(depth: Int) throws(Finding) -> [SourceNode] {
    var list: [SourceNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT { return list }
      list.append(try value(event, depth: depth))
    }
  }

  private func map(depth: Int) throws(Finding) -> [(key: SourceNode, value: SourceNode)] {
    var map: [(key: SourceNode, value: SourceNode)] = []
    // Most mappings are so small that looking is quicker than a set.
    var names: Set<String> = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return map }
      let key = try value(event, depth: depth)
      if let name = key.text {
        let isTwice = map.count < 16 ? map.contains { $0.key.text == name } : names.contains(name)
        if isTwice { throw Finding("yaml", key.position, "the same key stands twice: \(name)") }
        if map.count == 15 { names = Set(map.compactMap(\.key.text)) }
        if map.count >= 15 { names.insert(name) }
      }
      map.append((key, try value(depth: depth)))
    }
  }

  private func refuse(_ anchor: UnsafeMutablePointer<yaml_char_t>?, _ position: Position) throws(Finding) {
    if anchor != nil { throw Self.anchored(position) }
  }

  private static func anchored(_ position: Position) -> Finding {
    Finding("yaml", position, "anchors and aliases are not allowed")
  }

  // MARK: - Events

  private func skip(_ type: yaml_event_type_t) throws(Finding) {
    var event = try next()
    yaml_event_delete(&event)
  }

  /// The next event, which the caller deletes.
  private func next() throws(Finding) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it is no YAML"
      throw Finding("yaml", position(parser.pointee.problem_mark), problem)
    }
    return event
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    Position(file: file, line: mark.line + 1 + linesBefore, column: mark.column + 1)
  }
}
