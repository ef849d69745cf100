import ArgumentParser
import FlowKit
import Glibc
import Wizard

/// `fairway` alone: the failing pods of the current context, and every other way to begin.
struct StartCommand: ParsableCommand {
  static let name = "start"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Show failing pods, and every way to begin a session.", shouldDisplay: false)

  @Argument(help: .hidden)
  var words: [String] = []

  @Option(
    name: .namespace,
    help: ArgumentHelp("Namespace to look at.", valueName: "namespace"), completion: Candidates.namespaces)
  var namespace: String?

  @Flag(name: [.customShort("A"), .long], help: "Look at all namespaces.")
  var allNamespaces = false

  @Option(help: ArgumentHelp("Context of the kubeconfig.", valueName: "name"), completion: Candidates.contexts)
  var context: String?

  @Option(help: ArgumentHelp("Path of the kubeconfig.", valueName: "file"), completion: .file())
  var kubeconfig: String?

  @OptionGroup var flows: FlowOptions
  @OptionGroup var session: SessionOptions

  func validate() throws {
    for value in [namespace, context, kubeconfig].compactMap({ $0 }) where value.hasPrefix("-") || value.isEmpty {
      throw ValidationError("'\(value)' is no name.")
    }
    guard let word = words.first else { return }
    let names = Fairway.configuration.subcommands.compactMap { $0.configuration.commandName }
    throw ValidationError("There is no subcommand '\(word)'\(NearestName.hint(word, among: names)).")
  }

  func run() throws {
    let library = try flows.library()
    let configuration = try Configuration.ofOperator.get()
    let isPlain = session.plain ?? configuration.plain
    guard isPlain || Launch.hasScreen || isatty(STDIN_FILENO) == 1 else { return try tell(library) }
    var settings = CommandSettings(runner: .live, context: context, kubeconfig: kubeconfig)
    settings.timeFactor = configuration.timeouts
    let place = namespace ?? configuration.namespace
    let files = try flows.files()
    let options = StartOptions(settings, namespace: place, isAll: allNamespaces)
    try session.start(library, options) { Course(files).exercises }
  }

  /// Says how to begin, where nobody can answer.
  private func tell(_ library: Library) throws {
    let unfinished = try session.state.unfinished(library)
    if !unfinished.isEmpty {
      print("Go on with one of these: \(Program.name) resume ID")
      for line in SessionTable.lines(Array(unfinished.prefix(5))) { print("  \(line)") }
      print("")
    }
    print(
      """
      Begin on a pod:            \(Program.name) run --pod POD -n NAMESPACE
      On text from elsewhere:    \(Program.name) run --evidence FILE, or '-' for standard input
      On a recorded fault:       \(Program.name) demo
      Everything else:           \(Program.name) --help
      """)
  }
}
