import ArgumentParser
import Wizard

/// Answers kubectl, which runs `kubectl_complete-fairway` with the words after `kubectl fairway`, the unfinished one last.
///
/// It wants a candidate a line, with a tab before its description, and a number in the last line that says what the
/// shell may add. Source: the completion of Cobra, as kubectl 1.26 and later ask for it.
struct KubectlCompletion {
  /// What the shell may add to the candidates.
  private enum Directive: Int { case files = 0, nothing = 4, folders = 16 }

  private typealias Argument = CommandTree.Argument

  /// Commands from the root to the one that the line names.
  private var path: [CommandTree]
  /// How many values by place stand before the cursor.
  private var places = 0
  /// The option whose value is being typed.
  private var option: Argument?
  private var isAfterDashes = false
  private let words: [String]
  private let last: String

  /// Reads the words before the last one.
  init?(_ words: [String]) {
    guard let root = CommandTree.root else { return nil }
    path = [root]
    self.words = words
    last = words.last ?? ""
    for word in words.dropLast() { read(word) }
  }

  private mutating func read(_ word: String) {
    if option != nil {
      option = nil
    } else if isAfterDashes {
      places += 1
    } else if word == "--" {
      isAfterDashes = true
    } else if word.hasPrefix("-"), word != "-" {
      option = arguments.first { $0.kind == .option && $0.names?.contains { $0.text == word } == true }
    } else if places == 0, let next = path.last?[word] {
      path.append(next)
    } else {
      places += 1
    }
  }

  /// Arguments of the command at hand, and of the one that runs when none is named.
  private var arguments: [Argument] { path.last.map { ($0.arguments ?? []) + ($0.usual?.arguments ?? []) } ?? [] }

  private var positional: [Argument] { arguments.filter { $0.kind == .positional } }

  /// Which of the values by place is typed; nil when the command takes no more of them.
  private var place: Int? {
    if places < positional.count { return places }
    return positional.last?.isRepeating == true ? positional.count - 1 : nil
  }

  /// The lines for kubectl.
  var lines: [String] {
    let (found, directive) = candidates
    return found + [":\(directive.rawValue)"]
  }

  private var candidates: ([String], Directive) {
    if let option { return values(of: option, typed: last) }
    if !isAfterDashes, last.hasPrefix("--"), let equals = last.firstIndex(of: "=") {
      let name = String(last[..<equals])
      guard let option = arguments.first(where: { $0.names?.contains { $0.text == name } == true }) else {
        return ([], .nothing)
      }
      let (found, directive) = values(of: option, typed: String(last[equals...].dropFirst()))
      return (found.map { name + "=" + $0 }, directive)
    }
    if !isAfterDashes, last.hasPrefix("-") { return (flags, .nothing) }
    let (found, directive) = place.map { values(of: positional[$0], typed: last) } ?? ([], .nothing)
    return (subcommands + found, directive)
  }

  private var subcommands: [String] {
    guard places == 0, !isAfterDashes else { return [] }
    let shown = path.last?.subcommands?.filter { $0.shouldDisplay != false && $0.commandName.hasPrefix(last) } ?? []
    // The argument parser adds a help of its own behind ours.
    var names: Set<String> = []
    return shown.filter { names.insert($0.commandName).inserted }.map { Self.line($0.commandName, $0.abstract) }
  }

  private var flags: [String] {
    var found: [String] = []
    for argument in arguments where argument.shouldDisplay && argument.kind != .positional {
      for name in argument.names ?? [] where name.kind == "long" && name.text.hasPrefix(last) {
        let line = Self.line(name.text, argument.abstract)
        if !found.contains(line) { found.append(line) }
      }
    }
    return found
  }

  private func values(of argument: Argument, typed: String) -> ([String], Directive) {
    guard argument.shouldDisplay else { return ([], .nothing) }
    let way = argument.completionKind?.first
    let found = argument.allValues ?? way?.value.values ?? (way?.key == "custom" ? asked(argument) : [])
    let directive: Directive = way?.key == "file" ? .files : way?.key == "directory" ? .folders : .nothing
    return (found.filter { $0.hasPrefix(typed) }, directive)
  }

  /// What the argument parser answers to the completions of the shells, too.
  private func asked(_ argument: Argument) -> [String] {
    let isOfUsual = path.last?.arguments?.contains { $0.names?.map(\.text) == argument.names?.map(\.text) } != true
    let names =
      path.dropFirst().map(\.commandName) + (isOfUsual ? [path.last?.usual?.commandName].compactMap { $0 } : [])
    let label = argument.names?.last { $0.kind == "long" }?.text ?? "positional@\(place ?? 0)"
    let line = [Program.name] + words
    do {
      _ = try Fairway.parseAsRoot(["---completion"] + names + ["--", label, "\(line.count - 1)", "0"] + line)
      return []
    } catch {
      return Fairway.message(for: error).split(separator: "\n").map(String.init)
    }
  }

  private static func line(_ name: String, _ description: String?) -> String {
    let sentence = description?.split(separator: "\n").first.map(String.init) ?? ""
    return sentence.isEmpty ? name : "\(name)\t\(sentence)"
  }
}
