import ArgumentParser
import FlowKit
import FoundationEssentials
import Wizard

/// `fairway sessions`: what is kept.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List, show and delete kept sessions.",
    subcommands: [SessionsList.self, SessionsShow.self, SessionsRemove.self, SessionsPrune.self],
    defaultSubcommand: SessionsList.self)
}

/// `fairway sessions list`.
struct SessionsList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sessions, the newest first.")

  @OptionGroup var state: StateOptions
  @OptionGroup var flows: FlowOptions

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    let library = try flows.library()
    let store = state.store
    let summaries = store.ids.map { store.summary(of: $0, library) }
    switch output {
    case .json: print(try JSON.pretty(summaries), terminator: "")
    case .text where summaries.isEmpty: complain("There is no session in \(store.folder).")
    case .text: for line in SessionTable.lines(summaries) { print(line) }
    }
  }
}

/// `fairway sessions show`.
struct SessionsShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one session in full.")

  @Argument(
    help: ArgumentHelp("Id of the session, the beginning of one, or 'last'.", valueName: "session"),
    completion: Candidates.sessions)
  var id: String

  @OptionGroup var state: StateOptions
  @OptionGroup var flows: FlowOptions

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    let (_, store) = try state.locate(id)
    let transcript = try state.transcript(id, try flows.library())
    switch output {
    case .json: print(try Exporters.named("json")?.export(transcript, ExportOptions()) ?? "", terminator: "")
    case .text: for line in SessionTable.lines(transcript, store) { print(line) }
    }
  }
}

/// `fairway sessions remove`.
struct SessionsRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Delete sessions with their evidence.",
    discussion: "A session that another Fairway has open is not deleted. There is no way back.")

  @Argument(help: ArgumentHelp("Ids of the sessions.", valueName: "session"), completion: Candidates.sessions)
  var ids: [String]

  @OptionGroup var state: StateOptions

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    // All are looked up before the first is deleted.
    let store = state.store
    let found = try ids.map { try state.locate($0, mayBePath: false).id }
    for id in found {
      do { try store.remove(id) } catch { throw fail(.cannotWrite, error.description) }
      if output == .text { print("Deleted \(id).") }
    }
    if output == .json { print(try JSON.pretty(Deleted(deleted: found)), terminator: "") }
  }
}

/// `fairway sessions prune`.
struct SessionsPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Delete sessions that were not touched for some time.",
    discussion: "It lists what it would delete and asks. Sessions that another Fairway has open stay.")

  @Option(help: ArgumentHelp("Least age, such as 30d, 12h or 45m.", valueName: "age"))
  var olderThan: String

  @Flag(help: "Delete without asking.")
  var yes = false

  @Flag(help: "Only list what would be deleted.")
  var dryRun = false

  @OptionGroup var state: StateOptions

  @Option(name: .output, help: "Format of the output; json asks nothing and needs --yes or --dry-run.")
  var output = OutputFormat.text

  func validate() throws {
    if output == .json, !yes, !dryRun { throw ValidationError("-o json asks nothing: add --yes or --dry-run.") }
  }

  func run() throws {
    guard let seconds = Age.seconds(olderThan) else {
      throw ValidationError("'\(olderThan)' is no age: a number with m, h or d.")
    }
    let store = state.store
    let old = store.ids.filter { id in
      guard !store.isOpen(id), let changed = store.changed(id) else { return false }
      return Date().timeIntervalSince(changed) >= seconds
    }
    if output == .json { return try prune(old, store) }
    guard !old.isEmpty else { return print("No session is that old.") }
    for id in old { print("\(id)  \(store.changed(id).map { Age.words(Date().timeIntervalSince($0)) } ?? "")") }
    if dryRun { return }
    guard yes || isAgreed(old.count) else { return print("Nothing was deleted.") }
    var count = 0
    for id in old {
      do {
        try store.remove(id)
        count += 1
      } catch {
        complain("fairway: \(error)")
      }
    }
    print("Deleted \(count == 1 ? "one session" : "\(count) sessions").")
    if count < old.count { throw finish(.cannotWrite) }
  }

  /// The same for programs: what was deleted, or would be.
  private func prune(_ old: [String], _ store: SessionStore) throws {
    var deleted: [String] = []
    for id in old where dryRun || (try? store.remove(id)) != nil { deleted.append(id) }
    print(try JSON.pretty(Deleted(deleted: deleted)), terminator: "")
  }

  private func isAgreed(_ count: Int) -> Bool {
    print("Delete \(count == 1 ? "this session" : "these \(count) sessions")? Type yes: ", terminator: "")
    return readLine() == "yes"
  }
}

/// What was deleted, as JSON.
private struct Deleted: Encodable {
  let deleted: [String]
}
