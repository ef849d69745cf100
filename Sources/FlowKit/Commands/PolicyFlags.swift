extension Policy {
  /// How a program reads its flags.
  enum Style: Sendable {
    /// kubectl, docker: `-n x`, `-nx`, `-n=x`, `--name x`, `--name=x`, bundles, `--flag=false`.
    case pflag
    /// az: the same without bundles and without values for plain flags.
    case argparse
    /// curl, getent: `-m 3`, `-m3`, `--max-time 3`, bundles.
    case getopt
    /// nslookup: `-type=a`.
    case singleDash
    /// dig: `-t a`, `-ta`, `+short`, `+time=2`.
    case dig

    /// Whether `=` parts a long flag from its value.
    var hasEquals: Bool { self != .getopt }
    /// Whether `=` parts a short flag from its value.
    var hasShortEquals: Bool { self == .pflag || self == .argparse }
    /// Whether one dash may carry several short flags.
    var bundles: Bool { self == .pflag || self == .getopt }
  }

  /// The flags that may stand with a verb.
  struct FlagList: Sendable {
    /// A flag by its last name.
    struct Flag: Sendable {
      let name: String
      let takesValue: Bool
    }

    private var flags: [String: Flag] = [:]

    /// Reads `-n,--namespace= -A,--all-namespaces`: blanks part flags, commas part names, `=` means a value.
    init(_ text: String) {
      for entry in text.split(separator: " ") {
        let names = entry.prefix { $0 != "=" }.split(separator: ",").map(String.init)
        let flag = Flag(name: names.last ?? "", takesValue: entry.hasSuffix("="))
        for name in names { flags[name] = flag }
      }
    }

    /// The flag of a name, exactly as written.
    subscript(name: String) -> Flag? { flags[name] }
  }

  /// A program with its verbs.
  struct Program: Sendable {
    let style: Style
    let verbs: [Verb]
  }

  /// A verb of a program, the class of its plainest use and what may stand behind it.
  struct Verb: Sendable {
    let words: [String]
    let effect: EffectClass
    let flags: FlagList
    /// How many words that are no flags may follow.
    let count: ClosedRange<Int>
    /// Whether a command for a container may follow `--`.
    let hasCommand: Bool

    init(
      _ words: String, _ effect: EffectClass, _ flags: String = "", count: ClosedRange<Int> = 0...0,
      hasCommand: Bool = false
    ) {
      self.words = words.split(separator: " ").map(String.init)
      self.effect = effect
      self.flags = FlagList(flags)
      self.count = count
      self.hasCommand = hasCommand
    }
  }

  /// A command taken apart.
  struct Reading: Sendable {
    /// What is neither verb nor flag nor the value of one.
    var words: [String] = []
    /// Values of flags by the last name of each; empty for a flag without one.
    var values: [String: String] = [:]
  }
}

/// Takes a command apart by the flags that its verb allows, and refuses whatever else begins with a dash.
struct PolicyScan {
  private let style: Policy.Style
  private let verb: Policy.Verb
  /// Program and verb, for the words of a refusal.
  private let title: String
  private var rest: ArraySlice<String>
  private var reading = Policy.Reading()

  /// The parts of a command that begins with a verb of a program.
  static func read(_ arguments: [String], _ program: Policy.Program, _ verb: Policy.Verb)
    throws(Policy.Refusal) -> Policy.Reading
  {
    var scan = PolicyScan(
      style: program.style, verb: verb, title: ([arguments[0]] + verb.words).joined(separator: " "),
      rest: arguments.dropFirst(1 + verb.words.count))
    return try scan.run()
  }

  private init(style: Policy.Style, verb: Policy.Verb, title: String, rest: ArraySlice<String>) {
    self.style = style
    self.verb = verb
    self.title = title
    self.rest = rest
  }

  private mutating func run() throws(Policy.Refusal) -> Policy.Reading {
    while let argument = rest.popFirst() {
      // What follows belongs to the program in the container.
      if argument == "--", verb.hasCommand { break }
      try refuseFile(argument)
      if argument.utf8.first == 0x2D || style == .dig && argument.hasPrefix("+") {
        try take(argument)
      } else {
        reading.words.append(argument)
      }
    }
    if reading.words.count > verb.count.upperBound {
      throw Policy.Refusal("'\(reading.words[verb.count.upperBound])' is a word too many for '\(title)'")
    }
    if reading.words.count < verb.count.lowerBound { throw Policy.Refusal("'\(title)' needs a name to ask for") }
    return reading
  }

  /// Some programs read a file in place of an argument.
  private func refuseFile(_ argument: String) throws(Policy.Refusal) {
    if argument.isEmpty { throw Policy.Refusal("an argument of '\(title)' is empty") }
    if argument.hasPrefix("@") || argument.contains("=@") || argument.lowercased().contains("file:/") {
      throw Policy.Refusal("'\(argument)' names a file of this machine, which '\(title)' may not read")
    }
  }

  private mutating func take(_ argument: String) throws(Policy.Refusal) {
    let isLong = argument.hasPrefix("--") || argument.hasPrefix("+") || style == .singleDash
    if isLong { try takeLong(argument) } else { try takeShort(argument) }
  }

  private mutating func takeLong(_ argument: String) throws(Policy.Refusal) {
    let name = String(argument.prefix { $0 != "=" })
    let hasValue = name.count < argument.count
    guard let flag = verb.flags[name], style.hasEquals || !hasValue else { throw unlisted(name) }
    if hasValue {
      try record(flag, name, String(argument.dropFirst(name.count + 1)))
    } else if flag.takesValue, style == .singleDash || name.hasPrefix("+") {
      throw Policy.Refusal("'\(name)' needs a value behind '='")
    } else {
      try record(flag, name, flag.takesValue ? try next(name) : nil)
    }
  }

  private mutating func takeShort(_ argument: String) throws(Policy.Refusal) {
    guard argument.first == "-", argument.count > 1 else { throw unlisted(String(argument.prefix(2))) }
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      guard let flag = verb.flags[name] else { throw unlisted(name) }
      if letters.first == "=", style.hasShortEquals { return try record(flag, name, String(letters.dropFirst())) }
      if flag.takesValue { return try record(flag, name, letters.isEmpty ? try next(name) : String(letters)) }
      try record(flag, name, nil)
      if !letters.isEmpty, !style.bundles {
        throw Policy.Refusal("'\(name)' carries more behind it, where '\(title)' takes each flag alone")
      }
    }
  }

  /// The next argument as a value; programs differ on one with a dash, so it is none.
  private mutating func next(_ name: String) throws(Policy.Refusal) -> String {
    guard let value = rest.popFirst(), value.utf8.first != 0x2D else {
      throw Policy.Refusal("'\(name)' of '\(title)' needs a value that does not begin with '-'")
    }
    return value
  }

  private mutating func record(_ flag: Policy.FlagList.Flag, _ name: String, _ value: String?) throws(Policy.Refusal) {
    if let value {
      try refuseFile(value)
      if !flag.takesValue, style != .pflag { throw Policy.Refusal("'\(name)' of '\(title)' takes no value") }
    }
    guard reading.values.updateValue(value ?? "", forKey: flag.name) == nil else {
      throw Policy.Refusal("'\(name)' of '\(title)' is given twice")
    }
  }

  private func unlisted(_ name: String) -> Policy.Refusal {
    Policy.Refusal("'\(name)' is not on the list of flags for '\(title)'")
  }
}
