/// The one place that decides what may run.
///
/// A command is known by its program, its verb and its flags; anything that is not on the lists is refused. Source of
/// the classes: what each command was seen to send, with kubectl 1.20 to 1.37 and azure-cli 2.91.
package enum Policy {
  /// What the policy says of a command.
  package enum Ruling: Equatable, Sendable {
    case allowed(EffectClass)
    /// With the reason in one sentence.
    case refused(String)
  }

  /// Why a command is refused, in one sentence.
  struct Refusal: Error {
    let words: String

    init(_ words: String) { self.words = words }
  }

  /// The ruling on a full argument list, the program first.
  package static func rule(_ arguments: [String]) -> Ruling {
    do throws(Refusal) { return .allowed(try effect(arguments)) } catch { return .refused(error.words) }
  }

  /// Whether Fairway itself may run a command of a class.
  package static func mayRun(_ effect: EffectClass) -> Bool { effect <= .probe }

  /// Whether a text holds characters that act, or that nobody sees.
  static func holdsHidden(_ text: String) -> Bool {
    Inert.text(text) != text || text.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint }
  }

  private static func effect(_ arguments: [String]) throws(Refusal) -> EffectClass {
    guard let name = arguments.first, !name.isEmpty else { throw Refusal("there is no command") }
    if let argument = arguments.first(where: holdsHidden) {
      throw Refusal("'\(shown(argument))' holds a control character or one that nobody sees")
    }
    guard let program = programs[name] else { throw Refusal("'\(name)' is not on the list of programs") }
    let verb = try verb(of: program, arguments)
    // Such a command is only ever shown: its class is what counts.
    if !mayRun(verb.effect) { return verb.effect }
    let reading = try PolicyScan.read(arguments, program, verb)
    let raised =
      switch name {
      case "kubectl": try PolicyChecks.kubectl(verb, reading)
      case "az": try PolicyChecks.azure(verb, reading)
      case "nslookup": try PolicyChecks.nslookup(reading)
      case "dig": try PolicyChecks.dig(reading)
      case "curl": try CurlPolicy.check(reading)
      default: EffectClass.read
      }
    return max(verb.effect, raised)
  }

  /// The longest known verb that the command begins with.
  private static func verb(of program: Program, _ arguments: [String]) throws(Refusal) -> Verb {
    let words = arguments.dropFirst().prefix { $0.utf8.first != 0x2D }
    let known = program.verbs.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    if let known { return known }
    if words.isEmpty, arguments.count > 1 {
      let flag = arguments[1].prefix { $0 != "=" }
      throw Refusal("'\(flag)' stands before the verb of '\(arguments[0])', where no flag is allowed")
    }
    let line = ([arguments[0]] + words.prefix(3)).joined(separator: " ")
    throw Refusal("'\(line)' is not on the list of commands")
  }

  /// The beginning of an argument without what acts.
  private static func shown(_ argument: String) -> String {
    let inert = Inert.text(argument).unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return String(String.UnicodeScalarView(inert.prefix(60)))
  }
}
