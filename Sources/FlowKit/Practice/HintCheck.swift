/// Whether hints that say where to look and what to see already tell what to do.
enum HintCheck {
  /// The first two hints name neither the cause, nor what the solution does, nor a word of it that nothing else holds.
  static func findings(_ exercise: Exercise, _ library: Library) -> [Finding] {
    guard let fault = exercise.fault else { return [] }
    let causes = fault.expected.causes + fault.expected.causes.map { library.vocabulary.title(ofCause: $0) }
    let lines = exercise.solution.compactMap { CommandMeaning($0)?.arguments }
    let phrases = causes + exercise.solution + lines.flatMap(verbs) + lines.flatMap(flags)
    let words = Set(lines.flatMap(values))
    return zip(["look", "see"], exercise.hints).compactMap { key, hint in
      let hint = Self.words(hint)
      func tells(_ phrase: String) -> Bool { hint.contains(" \(Self.words(phrase).dropFirst().dropLast()) ") }
      let told = phrases.first(where: tells) ?? words.sorted().first { tells($0) && !isInSight($0, exercise) }
      return told.map { Finding("hint", exercise.position, "'hints: \(key)' gives '\($0)' away") }
    }
  }

  /// A text in small letters with one blank around each word, so that no word is found within another.
  private static func words(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && !"-._/:".contains($0) }
    return " " + words.map { trimmed($0) }.joined(separator: " ") + " "
  }

  /// Without the marks that end a sentence, and the dashes of a flag.
  private static func trimmed(_ word: Substring) -> String {
    let start = word.drop { "-.:/".contains($0) }
    return start.lastIndex { !"-.:/".contains($0) }.map { String(start[...$0]) } ?? ""
  }

  /// What the tool is told to do: `set image`, `role assignment create`, `delete pod`.
  private static func verbs(_ arguments: [String]) -> [String] {
    let words = arguments.dropFirst().prefix { !$0.hasPrefix("-") }
    if arguments.first == "kubectl" {
      let settled = KubectlWords.settled(Array(words)).prefix(2)
      return [words.prefix(2).joined(separator: " "), settled.joined(separator: " ")].filter { $0.contains(" ") }
    }
    return words.count > 1 ? [words.joined(separator: " ")] : []
  }

  /// Names of flags that only this is done with: `attach-acr`.
  private static func flags(_ arguments: [String]) -> [String] {
    let names = arguments.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2).prefix { $0 != "=" }) }
    return names.filter { $0.contains("-") && $0 != "resource-group" }
  }

  /// Values that must be found out; a word of the command itself may stand in any sentence.
  private static func values(_ arguments: [String]) -> [String] {
    let values = arguments.enumerated().filter { index, argument in
      index > 0 && (arguments[index - 1].hasPrefix("-") || argument.contains { !$0.isLetter && $0 != "-" })
    }
    return values.flatMap { words($0.element).split(separator: " ").map(String.init) }.filter { $0.count > 3 }
  }

  /// Whether a word stands in what everybody sees: the story, the evidence, or what a command prints.
  private static func isInSight(_ word: String, _ exercise: Exercise) -> Bool {
    let recording = exercise.fault
    let outputs = recording?.commands.map { String(decoding: $0.result.output + $0.result.errors, as: UTF8.self) } ?? []
    let texts = [exercise.title, exercise.story, recording?.evidence ?? ""] + outputs
    return texts.contains { $0.lowercased().contains(word) }
  }
}
