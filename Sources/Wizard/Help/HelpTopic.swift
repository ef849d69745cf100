import FlowKit

/// A page of `fairway help` that belongs to no single command.
package struct HelpTopic: Sendable {
  /// The word to ask for it by.
  package let name: String
  /// What it is about, in a few words.
  package let title: String
  /// Made when somebody asks for it.
  private let content: @Sendable () -> [String]

  /// Lines of at most 80 columns where the content allows it.
  package var lines: [String] { content() }

  /// Every page, in the order in which they are listed.
  package static let all = [
    HelpTopic(name: "exit-codes", title: "What the exit codes say") { exitCodes },
    HelpTopic(name: "flows", title: "Where flows come from, and what one is made of") { flows },
    HelpTopic(name: "matchers", title: "How a flow tests evidence and facts") { matchers },
    HelpTopic(name: "privacy", title: "What is read, kept and left out, and that nothing is sent") { privacy },
  ]

  /// The page of a name; nil when there is none.
  package static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name } }

  private static var exitCodes: [String] {
    ExitStatus.allCases.flatMap { status in
      let code = String(status.rawValue)
      let blanks = String(repeating: " ", count: 4 - code.count)
      return PlainText.wrap("\(code)\(blanks)\(status.meaning)", hang: 4, keeping: 4)
    } + [
      "", "A session that a signal ended exits with 128 plus the number of the signal.",
    ] + PlainText.wrap("'\(Program.name) diagnose --fail-on LIST' ends with 0 for results that are not on the list.")
  }

  // MARK: - Flows

  private static var flows: [String] {
    let prose = [
      """
      A flow is one decision tree in one YAML file. Those that came with the program are inside it. Your own stand in a \
      folder, NAME/flow.yaml each, and are named by 'flows' in the configuration, by $FAIRWAY_FLOWS (folders joined by \
      colons) or by --flows; where two have the same id the last one named counts.
      """,
      """
      Beside flow.yaml a folder scenarios/ holds recorded evidence with the path that it must lead to; '\(Program.name) flow test' \
      walks them. A file of the folder itself, such as causes.yaml, adds to what all flows share.
      """,
      """
      '\(Program.name) flow new' begins a flow, 'flow lint' finds what is wrong with it, 'flow schema' is for an editor, 'flow \
      graph' draws it, 'flow commands' lists every command that it can run or show. '\(Program.name) help matchers' tells how it \
      tests evidence.
      """,
    ]
    let parts = FlowSchema.parts.map { ("Keys of \($0.of):", $0.keys) }
    let kinds = NodeKinds.all.map { ("Keys of '\($0.name)':", NodeKinds.keys + $0.keys) }
    return prose.flatMap { PlainText.wrap($0) + [""] } + ["Kinds of nodes:"]
      + rows(NodeKinds.all.map { ($0.name, $0.means) })
      + (parts + kinds).flatMap { title, keys in
        ["", title] + rows(keys.map { ($0.name + ($0.isRequired ? " *" : ""), $0.means) })
      } + ["", "* must be there"]
  }

  private static var matchers: [String] {
    let prose = PlainText.wrap(
      """
      A matcher is a mapping with one key that names it: 'when: {contains: AADSTS7000222}'. The evidence is everything \
      that was read; at a command node it is what that command printed.
      """)
    return prose
      + Matchers.all.flatMap { matcher in
        ["", "\(matcher.key):"] + rows(matcher.keys.map { ($0.name + ($0.isRequired ? " *" : ""), $0.means) })
      } + ["", "* must be there"]
  }

  private static func rows(_ rows: [(name: String, means: String)]) -> [String] {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.flatMap { name, means in
      let lead = "  " + name + String(repeating: " ", count: width - name.count)
      return PlainText.wrap(lead + means, hang: width + 2, keeping: lead.count)
    }
  }

  // MARK: - Privacy

  private static var privacy: [String] {
    let parts: [(String, [String])] = [
      (
        "Nothing is sent",
        [
          "Fairway opens no connection of its own: no telemetry, no check for updates, no download.",
          """
          What goes over the network is sent by the programs that it starts: kubectl, az, curl, nslookup and the like, with \
          your own login and the environment that you have. '\(Program.name) flow commands' lists every command of the flows; \
          those that change something are shown, never started. Beside them it asks kubectl only for these:
          """,
        ] + OwnReads.all.map { "\($0.line): \($0.means)" } + [
          "Text that you copy goes to your terminal (OSC 52), or to tmux, and from there where your terminal puts it."
        ]
      ),
      (
        "What is read",
        [
          "The evidence that you name: a pod with its events and its description, a file, or pasted text.",
          """
          The answers of commands. Those that only read run by themselves on live evidence; one that reads a secret, or \
          starts something for a short time, asks first. --no-run switches the commands of flows off; a pod that you name \
          is still read.
          """,
          """
          kubectl and az read their own configuration and tokens; Fairway reads neither. It asks kubectl for the name of the \
          context and the address of its API server.
          """,
          """
          Its own configuration, folders of flows that you name, and variables of the environment: HOME, PATH, TMPDIR, \
          the locale, the XDG folders, FAIRWAY_CONFIG, FAIRWAY_FLOWS, and those of the terminal such as TERM, TERMINFO, \
          LINES, COLUMNS, ESCDELAY, NO_COLOR, COLORFGBG, TMUX and STY.
          """,
        ]
      ),
      (
        "What is kept",
        [
          """
          One file for each session, in $XDG_STATE_HOME/fairway/sessions or ~/.local/state/fairway/sessions: answers, \
          evidence, command lines with what they printed, notes and times. Evidence of more than 32 KiB stands beside it in \
          the folder ID.files, and so do the texts of the flows that were walked, and practice.json. All of it is readable \
          by its owner alone.
          """,
          """
          '\(Program.name) diagnose', 'scan', 'flow' and 'practice --check' keep nothing. Exports go where you say. '\(Program.name) sessions \
          remove' and 'prune' delete; nothing is deleted otherwise.
          """,
        ]
      ),
      (
        "What is left out",
        [
          """
          Before anything is kept, shown, copied or exported, secrets in it are replaced by numbered marks such as \
          ‹secret-1›. These are looked for:
          """, kinds,
          """
          A command that reads a secret keeps facts only, such as the registry's host and the user's name; its output is \
          dropped. What looks like no secret cannot be known as one: read an export before you send it on.
          """,
          """
          Names of pods, hosts, people and images stay. '\(Program.name) export --anonymize' replaces them by tokens, the same name \
          by the same token.
          """,
        ]
      ),
    ]
    return parts.flatMap { title, texts in
      [title, ""] + texts.flatMap { PlainText.wrap("  " + $0, hang: 2) } + [""]
    }.dropLast()
  }

  private static var kinds: String { Redactor.kinds.joined(separator: ", ") + "." }
}
