/// What a command line asks for, whatever its spelling: flags in any order, short and long names, kinds of objects by
/// any of their names.
///
/// Flags that only change whether somebody is asked or waited for mean nothing here. How a command prints counts only
/// where two are compared by what they print, and the cluster or subscription only as far as ``CommandPlace`` knows it.
package struct CommandMeaning: Sendable {
  /// The words as a shell would give them to the program.
  package let arguments: [String]
  private let words: [String]
  private let flags: [String: [String]]
  private let format: [String: [String]]
  /// The cluster and the subscription that it names itself.
  let place: [String: String]

  /// nil for a line that a shell would not take as one command.
  package init?(_ line: String) {
    guard let arguments = TypedLine.words(line) else { return nil }
    self.init(arguments: arguments)
  }

  /// nil for no words at all.
  package init?(arguments: [String]) {
    guard let program = arguments.first else { return nil }
    let spelling = CommandSpelling(arguments)
    var parts = Parts(spelling: spelling)
    parts.read(arguments.dropFirst())
    self.arguments = arguments
    words =
      [spelling.ignoresCase ? program.lowercased() : program]
      + (spelling.isKubectl ? KubectlWords.settled(parts.words) : parts.words)
    flags = parts.flags
    format = parts.format
    place = parts.place
  }

  /// Whether another line does the same; a value in angle brackets of this one stands for any.
  package func fits(_ other: CommandMeaning, in here: CommandPlace = CommandPlace()) -> Bool {
    guard words.count == other.words.count, Set(flags.keys) == Set(other.flags.keys) else { return false }
    return zip(words, other.words).allSatisfy(Self.fits)
      && flags.allSatisfy { name, values in Self.fits(values, other.flags[name] ?? [], name, here) }
      && here.isSame(place, other.place)
  }

  /// Whether another line prints the same: it asks for the same in the same form.
  package func prints(asMuchAs other: CommandMeaning, in here: CommandPlace = CommandPlace()) -> Bool {
    format == other.format && fits(other, in: here)
  }

  /// Ids of things in Azure that it names.
  var resourceIDs: [String] { flags.values.joined().filter { $0.hasPrefix("/subscriptions/") } }

  /// Values in any order, each of them once.
  private static func fits(_ mine: [String], _ others: [String], _ flag: String, _ here: CommandPlace) -> Bool {
    guard mine.count == others.count else { return false }
    var left = others.map { here.settled($0, of: flag) }
    for value in mine {
      guard let index = left.firstIndex(where: { fits(here.settled(value, of: flag), $0) }) else { return false }
      left.remove(at: index)
    }
    return true
  }

  private static func fits(_ mine: String, _ other: String) -> Bool {
    if mine == other { return true }
    // `--from-literal=key=<any>` fixes the key only.
    guard let open = mine.firstIndex(of: "<"), mine.hasSuffix(">") else { return false }
    let fixed = mine[..<open]
    return other.hasPrefix(fixed) && other.count > fixed.count
  }
}

/// Words and flags of a line, as they are read.
private struct Parts {
  let spelling: CommandSpelling
  var words: [String] = []
  var flags: [String: [String]] = [:]
  var format: [String: [String]] = [:]
  var place: [String: String] = [:]

  init(spelling: CommandSpelling) { self.spelling = spelling }

  mutating func read(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--", spelling.isKubectl {
        // What follows is for a program inside of a container.
        words += ["--"] + rest
        return
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        words.append(argument)
        continue
      }
      for flag in spelling.flags(argument, &rest) { take(flag.name, flag.values) }
    }
  }

  private mutating func take(_ name: String, _ written: [String]) {
    if spelling.isSilent(name) { return }
    if spelling.isPlace(name) {
      place[name] = written.first ?? ""
      return
    }
    let values = spelling.isTruth(name) ? truth(name, written) : written.map { spelled($0, of: name) }
    guard let values, !spelling.isDefault(name, values) else {
      flags[name] = nil
      format[name] = nil
      return
    }
    if spelling.isFormat(name) {
      format[name] = values
    } else if spelling.isSingle(name) || values.isEmpty {
      flags[name] = values
    } else {
      flags[name, default: []] += values
    }
  }

  /// What a switch amounts to; nil where it says only what is so anyhow.
  private func truth(_ name: String, _ written: [String]) -> [String]? {
    let isTrue = !["false", "0", "f"].contains(written.first?.lowercased() ?? "")
    return isTrue == CommandSpelling.isOn.contains(name) ? nil : isTrue ? [] : ["false"]
  }

  /// A value in one spelling.
  private func spelled(_ text: String, of name: String) -> String {
    if text.lowercased().hasPrefix("/subscriptions/") {
      let id = text.lowercased()
      return id.hasSuffix("/") ? String(id.dropLast()) : id
    }
    if spelling.isAzureName(name) { return text.lowercased() }
    if text.hasPrefix("{") || text.hasPrefix("["), let json = PlainJSON.text(text) { return json }
    if name == "--selector" || name == "--field-selector", !text.contains("(") {
      return text.split(separator: ",").sorted().joined(separator: ",")
    }
    return name == "--query" ? Self.unspaced(text) : text
  }

  /// Without the blanks outside of quotes.
  private static func unspaced(_ text: String) -> String {
    var quote: Character?
    return text.filter { character in
      if let open = quote {
        if character == open { quote = nil }
      } else if "'\"`".contains(character) {
        quote = character
      }
      return quote != nil || !character.isWhitespace
    }
  }
}
