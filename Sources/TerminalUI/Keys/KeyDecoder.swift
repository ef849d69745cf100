/// Turns what the terminal delivers into keys.
///
/// It knows escape sequences that the terminfo entry does not: an unknown one must not fall apart
/// into characters, for a digit of it would pick an answer.
package struct KeyDecoder: Sendable {
  private var pasted: String.UnicodeScalarView?
  private var sequence: String?
  /// Whether the last burst ended in an ESC; what the terminal answers may be cut there.
  private var isCut = false
  /// Whether the terminal was asked something and has not said yet what kind it is.
  ///
  /// Only then "ESC ]" is the beginning of an answer and not two keys.
  package var isAsking = false
  /// What it answered, without the ESC.
  package private(set) var answers: [String] = []

  /// The longest escape sequence that is waited for.
  private static let longest = 32

  /// A decoder at the start of the input.
  package init() {}

  /// The keys of one burst of input; an unfinished paste or sequence goes on in the next.
  package mutating func decode(_ burst: [RawKey]) -> [Key] {
    var keys: [Key] = []
    for raw in burst { take(raw, into: &keys) }
    endEscape(into: &keys)
    return keys
  }

  /// An ESC that nothing followed was the key.
  private mutating func endEscape(into keys: inout [Key]) {
    guard sequence?.isEmpty == true else { return }
    sequence = nil
    isCut = true
    keys.append(.escape)
  }

  /// The answers so far, once.
  package mutating func takeAnswers() -> [String] {
    defer { answers = [] }
    return answers
  }

  private mutating func take(_ raw: RawKey, into keys: inout [Key]) {
    if case .scalar = raw {} else { endEscape(into: &keys) }
    switch raw {
    case .pasteBegin: pasted = "".unicodeScalars
    case .pasteEnd: endPaste(into: &keys)
    case .key(let key): if pasted == nil { keys.append(key) }
    case .scalar(let scalar):
      if isCut, isAsking, sequence == nil, scalar == "]" || scalar == "[" { sequence = "" }
      isCut = false
      if pasted != nil {
        paste(scalar, into: &keys)
      } else if sequence != nil {
        extend(with: scalar, into: &keys)
      } else if scalar == "\u{1b}" {
        sequence = ""
      } else if let key = Self.key(of: scalar) {
        keys.append(key)
      }
    }
  }

  /// Ctrl-C ends a paste whose end got lost; no terminal pastes one.
  private mutating func paste(_ scalar: Unicode.Scalar, into keys: inout [Key]) {
    if scalar == "\u{3}" { endPaste(into: &keys) } else { pasted?.append(scalar) }
  }

  private mutating func endPaste(into keys: inout [Key]) {
    guard let text = pasted else { return }
    pasted = nil
    var lines = "".unicodeScalars
    var last: Unicode.Scalar = " "
    for scalar in text {
      if scalar == "\r" {
        lines.append("\n")
      } else if !(scalar == "\n" && last == "\r") {
        lines.append(scalar)
      }
      last = scalar
    }
    keys.append(.paste(String(lines)))
  }

  private mutating func extend(with scalar: Unicode.Scalar, into keys: inout [Key]) {
    let soFar = sequence ?? ""
    if soFar.hasPrefix("]") || soFar.isEmpty && isAsking && scalar == "]" {
      answer(soFar, scalar)
    } else if soFar.isEmpty && scalar != "[" && scalar != "O" {
      // Esc and another key, or Alt and a key: the same bytes.
      sequence = nil
      keys.append(.escape)
      take(.scalar(scalar), into: &keys)
    } else if soFar.isEmpty || !Self.isFinal(scalar) && soFar.utf8.count < Self.longest {
      sequence = soFar + String(scalar)
    } else {
      sequence = nil
      finish(soFar + String(scalar), into: &keys)
    }
  }

  /// A string of the terminal ends in BEL or in ESC and a backslash.
  private mutating func answer(_ soFar: String, _ scalar: Unicode.Scalar) {
    let isEnd = scalar == "\u{7}" || scalar == "\\" && soFar.hasSuffix("\u{1b}")
    if isEnd { answers.append(soFar.filter { $0 != "\u{1b}" }) }
    sequence = isEnd || soFar.utf8.count > 2 * Self.longest ? nil : soFar + String(scalar)
  }

  private mutating func finish(_ sequence: String, into keys: inout [Key]) {
    switch sequence {
    case "[200~": pasted = "".unicodeScalars
    case "[201~": break
    case _ where sequence.hasPrefix("[?") && sequence.hasSuffix("c"):
      isAsking = false
      answers.append(sequence)
    default: if let key = Self.key(ofSequence: sequence) { keys.append(key) }
    }
  }

  private static func isFinal(_ scalar: Unicode.Scalar) -> Bool { (0x40...0x7e).contains(scalar.value) }

  private static func key(of scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x08, 0x7f: .backspace
    case 0x01...0x1a: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x00..<0x20, 0x80..<0xa0: nil
    default: .character(Character(scalar))
    }
  }

  /// A key with Shift, Alt or Ctrl counts as the key.
  private static func key(ofSequence sequence: String) -> Key? {
    // "[M" is no Enter but the beginning of a report of a mouse that somebody else left on.
    if sequence == "[M" || sequence.hasPrefix("[<") { return nil }
    let parameters = sequence.dropFirst().dropLast().split(separator: ";", omittingEmptySubsequences: false)
    guard sequence.last == "~" else { return sequence.last.flatMap { letters[$0] } }
    return parameters.first.flatMap { Int($0) }.flatMap { numbers[$0] }
  }

  private static let letters: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "M": .enter,
    "P": .f(1), "Q": .f(2), "R": .f(3), "S": .f(4),
  ]

  private static let numbers: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .f(1), 12: .f(2), 13: .f(3), 14: .f(4), 15: .f(5), 17: .f(6), 18: .f(7), 19: .f(8), 20: .f(9),
    21: .f(10), 23: .f(11), 24: .f(12),
  ]
}
