import ArgumentParser
import FlowKit
import Wizard

/// `fairway export`: a session for people and programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Turn a kept session into a note for a ticket, or into JSON.")

  @Argument(
    help: ArgumentHelp(
      "Id of the session, as it was printed at its end, or the path of its journal.", valueName: "session"))
  var session: String

  @OptionGroup var flows: FlowOptions

  @Option(help: "\(Exporters.all.map { $0.name }.joined(separator: " or ")).")
  var format = "markdown"

  func run() throws {
    guard let exporter = Exporters.named(format) else {
      let names = Exporters.all.map { $0.name }
      throw ValidationError("There is no format '\(format)'\(NearestName.hint(format, among: names)).")
    }
    let path = session.contains("/") ? session : "\(Folders.sessions())/\(session).jsonl"
    let entries: [JournalEntry]
    do { entries = try Journal.read(path) } catch { throw fail(.noInput, error.description) }
    guard let transcript = Transcript(id: Self.id(path), entries: entries, library: try flows.library()) else {
      throw fail(.noInput, "\(path): the journal does not begin with a known flow")
    }
    print(try exporter.export(transcript), terminator: "")
  }

  private static func id(_ path: String) -> String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
  }
}
