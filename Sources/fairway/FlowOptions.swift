import ArgumentParser
import FlowKit
import Glibc
import Wizard

/// Where flows come from beside those inside the executable.
struct FlowOptions: ParsableArguments {
  @Option(
    name: .customLong("flows"),
    help: ArgumentHelp(
      "Folder with flows of your own, NAME/flow.yaml each; they win over shipped ones. Also $FAIRWAY_FLOWS.",
      valueName: "folder"), completion: .directory)
  var folders: [String] = []

  /// Folders of the configuration first, then those of the environment, so that the command line wins.
  var all: [String] { get throws { try Configuration.ofOperator.get().flows + Self.ofEnvironment + folders } }

  /// Folders that the environment names.
  static var ofEnvironment: [String] {
    let value = getenv("FAIRWAY_FLOWS").map { String(cString: $0) } ?? ""
    return value.split(separator: ":").map(String.init)
  }

  /// The files; one that cannot be read ends the program.
  func files(_ more: [String] = []) throws -> FlowFiles {
    let folders = try all + more
    return try orComplain { () throws(FlowFiles.Unreadable) in try FlowFiles(over: folders) }
  }

  /// The library; a flow with findings that did not come with the program ends it.
  func library() throws -> Library {
    let files = try files()
    return try orComplain { () throws(FlowFiles.Unreadable) in try files.library() }
  }

  private func orComplain<Value>(_ make: () throws(FlowFiles.Unreadable) -> Value) throws -> Value {
    do {
      return try make()
    } catch {
      for finding in error.findings { complain(Inert.text("\(finding)")) }
      throw finish(error.findings.contains { $0.rule == "file" } ? .noInput : .software)
    }
  }
}
