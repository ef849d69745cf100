/// What stands before a word: the words before it, the marks between, the keys around, the kind of line.
struct AnonymContext {
  /// The word before, and the one before that.
  private var before = ""
  private var earlier = ""
  /// Marks between the word before and this one, without backslashes, blanks as one.
  private var gap = ""
  /// Whether nothing but blanks stands between.
  private var isBlank = false
  private var end = 0
  /// Keys of the objects and lists of JSON that stand open.
  private var keys: [String] = []
  private var key = ""
  private var isFirst = true
  /// Whether the line goes on with the labels of an object.
  private var isLabels = false
  private var tool = ""
  private var group = ""
  /// Indentation of a heading such as `Containers:`; nil outside of such a list.
  private var section: Int?
  private var indent = 0
  /// Columns of a table: where each begins, and what it holds.
  private var columns: [(start: Int, use: AnonymKeys.Use)] = []
  private var lineStart = 0

  // MARK: - Lines

  /// A line begins.
  mutating func begin(line start: Int, in bytes: [UInt8]) {
    var first = start
    while first < bytes.count, bytes[first] == Byte.space || bytes[first] == Byte.tab { first += 1 }
    var last = first
    while last < bytes.count, bytes[last] != Byte.newline, last - first < 400 { last += 1 }
    lineStart = start
    indent = first - start
    isFirst = true
    tool = ""
    group = ""
    let line = bytes[first..<last]
    if line.allSatisfy(Byte.isBlank) {
      columns = []
      return
    }
    if let section, indent <= section { self.section = nil }
    if line.elementsEqual("Containers:".utf8) || line.elementsEqual("Init Containers:".utf8)
      || line.elementsEqual("Ephemeral Containers:".utf8) || line.starts(with: "Containers:\r".utf8)
    {
      section = indent
    }
    if indent == 0, line.starts(with: "NAME".utf8) { readColumns(line) }
  }

  private mutating func readColumns(_ line: ArraySlice<UInt8>) {
    columns = []
    var index = line.startIndex
    while index < line.endIndex {
      let first = index
      while index < line.endIndex, line[index] != Byte.space { index += 1 }
      let use: AnonymKeys.Use? =
        switch String(decoding: line[first..<index], as: UTF8.self) {
        case "NAMESPACE": .name(.namespace)
        case "NAME": .name(.name)
        case "NODE": .name(.node)
        default: nil
        }
      if let use { columns.append((first - line.startIndex, use)) }
      while index < line.endIndex, line[index] == Byte.space { index += 1 }
    }
  }

  /// A byte between words.
  mutating func take(_ byte: UInt8, at index: Int, in bytes: [UInt8]) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let marks = bytes[end..<index].filter { !Byte.isBlank($0) && $0 != Byte.backslash }
      if marks.elementsEqual("\":".utf8) { key = before }
      if keys.count < 64 { keys.append(key) }
      key = byte == UInt8(ascii: "[") ? key : ""
    case UInt8(ascii: "}"), UInt8(ascii: "]"): key = keys.popLast() ?? ""
    default: break
    }
  }

  // MARK: - Words

  /// A word begins.
  mutating func reach(_ first: Int, _ start: Int, in bytes: [UInt8]) {
    isBlank = first > end && start == first && bytes[end..<first].allSatisfy { $0 == Byte.space }
    gap = isBlank ? " " : ""
    if isBlank { return }
    if first - end > 64 {
      gap = "\n"
      return
    }
    for byte in bytes[end..<first] where byte != Byte.backslash && byte != UInt8(ascii: "%") {
      if !Byte.isBlank(byte) {
        gap.unicodeScalars.append(Unicode.Scalar(byte))
      } else if gap.utf8.last.map(Byte.isBlank) != true {
        gap += byte == Byte.newline ? "\n" : " "
      }
    }
    let escape = start - first == 2 ? bytes[first + 1] | 0x20 : 0
    if escape == UInt8(ascii: "a") { gap += ":" }
    if escape == UInt8(ascii: "f") { gap += "/" }
    if escape == UInt8(ascii: "d") { gap += "=" }
  }

  /// A word ends.
  mutating func leave(_ word: String, at end: Int) {
    if tool.isEmpty {
      if word == "kubectl" || word == "az" { tool = word }
    } else if group.isEmpty {
      group = word
    }
    earlier = before
    before = word
    self.end = end
    isFirst = false
  }

  /// The use of a word by what stands before it; nil when that tells nothing.
  mutating func use(of word: String, at run: Range<Int>, in bytes: [UInt8], list: AnonymKeys.Use?) -> AnonymKeys.Use? {
    if isBlank { return isFirst ? first(word, run, bytes) : column(run) ?? option() ?? afterBlank(word, run, bytes) }
    let marks = String(decoding: gap.utf8.filter { !Byte.isBlank($0) }, as: UTF8.self)
    if isFirst, !marks.contains("\"") { return first(word, run, bytes) }
    if marks == "\":\"" || marks == "\":[\"" || marks == "':'" {
      key = before
      return AnonymKeys.use(ofKey: key, under: marks.utf8.count == 4 ? key : parent)
    }
    if marks == "\":" { key = before }
    if marks == "\",\"" || marks == "[\"" {
      if let list, keys.count == 1 { return list }
      // The next string of the list that a key holds.
      if let open = keys.last, !open.isEmpty, key == open, AnonymKeys.use(ofKey: open, under: "-") == .stays {
        return .stays
      }
    }
    if let use = column(run) { return use }
    return field(marks) ?? option() ?? phrase(word, marks, run, bytes)
  }

  private var parent: String { keys.last ?? "-" }

  private mutating func first(_ word: String, _ run: Range<Int>, _ bytes: [UInt8]) -> AnonymKeys.Use? {
    let isKey = run.upperBound < bytes.count && bytes[run.upperBound] == Byte.colon
    if isKey { isLabels = word == "Labels" || word == "Selector" || word == "Node-Selectors" }
    if isKey, let section, indent == section + 2,
      run.upperBound + 1 == bytes.count || Byte.isBlank(bytes[run.upperBound + 1])
    {
      return .name(.container)
    }
    return column(run)
  }

  private func column(_ run: Range<Int>) -> AnonymKeys.Use? {
    columns.first { $0.start == run.lowerBound - lineStart }?.use
  }

  /// `Key: value` at the start of a line, and `label=value`.
  private func field(_ marks: String) -> AnonymKeys.Use? {
    if marks == "=" || marks == "!=" || marks == "==", gap.utf8.first != Byte.space {
      if let label = AnonymKeys.label(before), isLabels || Self.sureLabels.contains(before) { return label }
      if before.hasSuffix(".nodeName") { return .name(.node) }
      return before.hasSuffix(".name") ? .name(.name) : nil
    }
    guard gap == ": " || gap == ": \"" || gap == ": '" else { return nil }
    let isKey = end - lineStart - indent <= before.utf8.count + earlier.utf8.count + 3
    guard isKey else { return nil }
    return AnonymKeys.use(ofKey: "\(earlier) \(before)", under: "-") ?? AnonymKeys.use(ofKey: before, under: "-")
  }

  private static let sureLabels: Set<String> = [
    "app", "k8s-app", "pod-template-hash", "controller-revision-hash", "instance", "part-of", "job-name", "pod-name",
  ]

  private func option() -> AnonymKeys.Use? {
    guard before.utf8.first == UInt8(ascii: "-"),
      gap == " " || gap == "=" || gap == " \"" || gap == " '" || gap == " /" || gap == "=/"
    else { return nil }
    return AnonymKeys.option(before, tool: tool, group: group)
  }

  /// Words of messages and commands that name the kind of what follows.
  private func phrase(_ word: String, _ marks: String, _ run: Range<Int>, _ bytes: [UInt8]) -> AnonymKeys.Use? {
    switch gap {
    case ":" where before == "serviceaccount": return .name(.namespace)
    case ":" where earlier == "serviceaccount": return .name(.serviceAccount)
    case ":" where before == "repository": return .path
    case "{" where before.hasSuffix("ontainers"): return .name(.container)
    case " (" where before == "secrets": return .name(.secret)
    case "/" where before == "v2": return .path
    case "/" where before == "home" || before == "Users", "" where before == "Users": return .name(.user)
    case "/" where earlier == "assigned": return .name(.pod)
    default: return kind(word, marks)
    }
  }

  /// Words after which a name stands without any mark.
  private func afterBlank(_ word: String, _ run: Range<Int>, _ bytes: [UInt8]) -> AnonymKeys.Use? {
    if before == "assigned", run.upperBound < bytes.count, bytes[run.upperBound] == Byte.slash {
      return .name(.namespace)
    }
    return tool == "kubectl" ? kind(word, "") : nil
  }

  private func kind(_ word: String, _ marks: String) -> AnonymKeys.Use? {
    if marks == "\"" || marks == "'", gap.utf8.first == Byte.space {
      if before == "image" || before == "reference" || before == "repository" { return .image }
      if before == "User" || before == "user" { return .whole(.user) }
      if before == "subscription" { return .name(.subscription) }
      if before == "name" { return .name(.resource) }
      if before == "directory" || before == "tenant" { return .whole(.name) }
      return AnonymKeys.kind(ofWord: before).map { .name($0) }
    }
    guard gap == "/" || gap == " " && tool == "kubectl", let kind = AnonymKeys.kind(ofWord: before) else { return nil }
    // `pods/log` is a part of a resource, `ReplicaSet/log` is an object.
    let isObject = gap == "/" && before.utf8.first.map { $0 < 0x5B } == true
    return (AnonymWords.isOrdinary(word) || word == "proxy") && !isObject ? nil : .name(kind)
  }
}
