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
  @OptionGroup var state: StateOptions

  @Option(help: "\(Exporters.all.map { $0.name }.joined(separator: " or ")).")
  var format = "markdown"

  func run() throws {
    guard let exporter = Exporters.named(format) else {
      let names = Exporters.all.map { $0.name }
      throw ValidationError("There is no format '\(format)'\(NearestName.hint(format, among: names)).")
    }
    let transcript = try state.transcript(session, try flows.library())
    print(try exporter.export(transcript, ExportOptions()), terminator: "")
  }
}
