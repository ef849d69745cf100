/// What a session is to do at a node; screens, prompts, headless runs and exports know nothing else of nodes.
package enum Step: Sendable {
  /// Choose one of several ways on.
  case ask(Ask)
  /// Type a value for a fact.
  case enter(Entry)
  /// Run a command, or take its output from elsewhere.
  case run(Run)
  /// Show a text and go on.
  case show(Ask.Choice, text: String)
  /// Go on by itself.
  case go(Edge, Match)
  /// A leaf.
  case finish(Leaf)

  /// A choice between options.
  package struct Ask: Sendable {
    /// One option.
    package struct Choice: Sendable {
      package var id: String
      package var label: String
      /// What the evidence has for it; nil when nothing.
      package var match: Match?
      /// Node it leads to.
      package var target: String

      package init(id: String, label: String, match: Match? = nil, target: String) {
        self.id = id
        self.label = label
        self.match = match
        self.target = target
      }
    }

    package var choices: [Choice]
    /// Index of the first option that the evidence backs; nil when it backs none.
    package var suggested: Int? { choices.firstIndex { $0.match != nil } }
  }

  /// A value to type.
  package struct Entry: Sendable {
    package var fact: String
    /// Regular expression that the value must match as a whole; nil for any.
    package var pattern: String?
    package var hint: String
    package var target: String
    /// Node to go to when the operator does not know; nil when the entry may stay empty.
    package var skip: String?
  }

  /// A command to run.
  package struct Run: Sendable {
    /// nil when a fact is missing, so that nothing can run.
    package var arguments: [String]?
    /// The line to show, quoted for a POSIX shell.
    package var line: String
    package var effect: EffectClass
    /// Seconds.
    package var timeout: Int
    /// What is read or made for a short time, in words to say yes or no to; empty for a plain read.
    package var touches: String
    package var proves: String
    package var doesNotProve: String
  }
}

extension Step {
  /// The same question without what the evidence has for its options.
  var withoutSuggestions: Step {
    guard case .ask(var ask) = self else { return self }
    for index in ask.choices.indices { ask.choices[index].match = nil }
    return .ask(ask)
  }

  /// What the evidence has for an option.
  func match(of choice: String) -> Match? {
    if case .ask(let ask) = self { ask.choices.first { $0.id == choice }?.match } else { nil }
  }
}

/// A leaf with every value filled in.
package struct Leaf: Hashable, Sendable {
  /// What a leaf amounts to.
  package enum Verdict: String, CaseIterable, Codable, Sendable {
    case remediation, escalate
    case notImagePull = "not-image-pull"
    case healthy, unknown
  }

  /// One thing to do: a command line, or a text when `effect` is nil.
  package struct Item: Hashable, Sendable {
    package var label: String
    package var text: String
    package var effect: EffectClass?
    package var shell: Shell
  }

  package var id: String
  package var title: String
  package var verdict: Verdict
  package var conclusion: Conclusion
  package var why: String
  package var changes: String
  package var commands: [Item]
  package var portal: String
  package var rights: String
  package var takes: String
  /// Seconds in which the same error does not yet mean that it did not help.
  package var window: Int
  package var verify: [Item]
  package var undo: [Item]
  package var avoid: String
  package var escalateTo: String
  package var attach: [String]
  package var sources: [Source]
  /// Facts that its commands need and nobody has told.
  package var missing: [String]

  /// Longest time in seconds until the kubelet tries a pull again.
  ///
  /// Source: kubelet, maximum of its image back-off.
  static let backOff = 300

  /// Where a leaf's facts come from.
  package struct Source: Hashable, Sendable {
    package var url: String
    /// Date on which it was read, as `2026-11-21`.
    package var seen: String

    static let keys = [
      FieldKey.required("url", .text, "Address of the page."),
      FieldKey.required("seen", .scalar, "Date on which it was read, as 2026-11-21."),
    ]
  }
}
