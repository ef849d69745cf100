import ArgumentParser
import FlowKit
import Wizard

extension FlowSchema: ExpressibleByArgument {}
extension EffectClass: ExpressibleByArgument {}

/// `fairway flow schema`.
struct FlowSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a file that authors write.",
    discussion: """
      \(Program.name) flow schema > flow.schema.json
      Then name it in the first lines of a flow:  # yaml-language-server: $schema=../flow.schema.json
      """)

  @Argument(help: "Kind of file: \(FlowSchema.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind = FlowSchema.flow

  func run() throws { print(try JSON.pretty(kind.schema), terminator: "") }
}

/// `fairway flow new`.
struct FlowNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the beginning of a flow, with comments, and a scenario that passes.",
    discussion: "It is written to NAME/ in the folder of --into; nothing that exists is overwritten.")

  @Argument(help: ArgumentHelp("Id of the flow: small letters, digits, dashes.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Folder of flows.", valueName: "folder"), completion: .directory)
  var into = "."

  func run() throws {
    guard let starter = Starter(name) else {
      throw ValidationError("'\(name)' is no id: small letters, digits and dashes, a letter first.")
    }
    try writeNew(starter.files, into: into)
    print("Next: \(Program.name) flow test \(into.contains("/") || into == "." ? into : "./" + into)")
  }
}

/// `fairway flow commands`.
struct FlowCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands", abstract: "List every command that flows can run or show, for a review.",
    discussion:
      "The shipped lines were checked with the parsers of \(CheckedTools.versions.joined(separator: " and ")).")

  @Argument(
    help: ArgumentHelp("Ids of flows; without one, every flow.", valueName: "flow"), completion: Candidates.flows)
  var ids: [String] = []

  @Option(help: "Only this effect class: \(EffectClass.allCases.map(\.rawValue).joined(separator: ", ")).")
  var effect: EffectClass?

  @Flag(name: .customLong("run-only"), help: "Only what Fairway itself may run.")
  var isRunOnly = false

  @OptionGroup var flows: FlowOptions

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    let library = try flows.library()
    for id in ids { _ = try library.flow(id) }
    let chosen = ids.isEmpty ? library.flows : ids.compactMap { library[$0] }
    let uses = chosen.flatMap(\.commandUses).filter { use in
      (effect == nil || use.effect == effect) && (!isRunOnly || use.isRun)
    }
    switch output {
    case .json: print(try JSON.pretty(uses), terminator: "")
    case .text:
      for use in uses {
        print(
          "\(use.effect.rawValue)\t\(use.isRun ? "run" : "shown")\t\(use.flow).\(use.node)\t\(Inert.text(use.line))")
      }
    }
  }
}

/// `fairway flow show`.
struct FlowShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a node as its author wrote it, and what leads to it.")

  @Argument(help: ArgumentHelp("Id of the flow.", valueName: "flow"), completion: Candidates.flows)
  var flow: String

  @Argument(
    help: ArgumentHelp("Id of the node; without one, the list of nodes.", valueName: "node"),
    completion: Candidates.nodes)
  var node: String?

  @OptionGroup var flows: FlowOptions

  func run() throws {
    let library = try flows.library()
    let found = try library.flow(flow)
    guard let id = node else {
      for node in found.nodes { print("\(node.id)  \(type(of: node.kind).name)  \(node.title.filled { "<\($0)>" })") }
      return
    }
    guard let node = found[id] else {
      throw ValidationError("Flow '\(flow)' has no node '\(id)'\(NearestName.hint(id, among: found.nodes.map(\.id))).")
    }
    let text = library.sources.first { $0.id == flow }?.text ?? ""
    for line in NodeText(node, in: found, text: text).lines { print(line) }
  }
}

extension Library {
  /// A flow by its id; a usage error with the nearest name when there is none.
  func flow(_ id: String) throws -> Flow {
    if let flow = self[id] { return flow }
    throw ValidationError("There is no flow '\(id)'\(NearestName.hint(id, among: ids)).")
  }
}
