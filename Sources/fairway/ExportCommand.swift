import ArgumentParser
import FlowKit
import Glibc
import Wizard

/// `fairway export`: a session for people and programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Turn a kept session into a note, a page, a recording or data.",
    discussion: (["Formats:"]
      + Exporters.all.map { "  \($0.name)\(String(repeating: " ", count: max(1, 11 - $0.name.count)))\($0.means)" })
      .joined(separator: "\n"))

  @Argument(
    help: ArgumentHelp(
      "Id of the session, the beginning of one, 'last', or the path of a journal.", valueName: "session"),
    completion: Candidates.sessions)
  var session: String?

  @Option(help: "\(Exporters.names.joined(separator: ", ")).", completion: .list(Exporters.names))
  var format = "markdown"

  @Option(
    name: .output, help: ArgumentHelp("File to write; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Flag(help: "Overwrite the file when it is there.")
  var force = false

  @Flag(help: "Replace names, hosts, GUIDs and addresses by tokens; the same name gets the same token.")
  var anonymize = false

  @Option(help: ArgumentHelp("asciicast: no pause is longer than this.", valueName: "seconds"))
  var maxIdle: Double?

  @Option(help: ArgumentHelp("asciicast: columns and rows.", valueName: "120x40"))
  var size: ScreenSize = ScreenSize(width: 120, height: 40)

  @Flag(help: "Print the JSON Schema of --format json instead.")
  var schema = false

  @OptionGroup var flows: FlowOptions
  @OptionGroup var state: StateOptions

  func validate() throws {
    if session == nil, !schema { throw ValidationError("Name a session; '\(Program.name) sessions list' shows all.") }
    if let maxIdle, maxIdle < 0 || !maxIdle.isFinite { throw ValidationError("--max-idle is a number of seconds.") }
  }

  func run() throws {
    if schema { return print(try JSON.pretty(SessionSchema.session), terminator: "") }
    var export: SessionExport
    do { export = try SessionExport(format, isAnonymous: anonymize) } catch { throw ValidationError("\(error)") }
    export.options.maxIdle = maxIdle
    export.options.width = size.width
    export.options.height = size.height
    let library = try flows.library()
    let name = session ?? "last"
    let (_, store) = try state.locate(name)
    let transcript = try state.transcript(name, library)
    guard output != "-" else { return print(try export.text(transcript, library, store), terminator: "") }
    do { try export.write(transcript, library, store, to: output, replaces: force) } catch {
      throw fail(.cannotWrite, "\(error)\(access(output, F_OK) == 0 && !force ? "; --force overwrites it" : "")")
    }
    complain("Written to \(output)")
  }
}

/// Columns and rows, as `120x40`.
struct ScreenSize: ExpressibleByArgument {
  var width: Int
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let numbers = argument.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, (40...500).contains(numbers[0]), (10...200).contains(numbers[1]) else { return nil }
    self.init(width: numbers[0], height: numbers[1])
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
