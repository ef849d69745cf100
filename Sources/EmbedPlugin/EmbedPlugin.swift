import Foundation
import PackagePlugin

/// Puts every file of a folder into the executable, so that it works after it was moved alone to another machine.
@main
struct EmbedPlugin: BuildToolPlugin {
  /// What each target holds.
  private static let folders = ["Wizard": "Flows", "TerminalUI": "Sources/TerminalUI/Terminfo"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let folder = Self.folders[target.name] else { return [] }
    let root = context.package.directoryURL.appending(path: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder)", executable: try context.tool(named: "Embed").url,
        arguments: [root.path(), output.path()], inputFiles: Self.files(under: root), outputFiles: [output])
    ]
  }

  /// Every file below a folder, so that a change of any makes the text anew.
  private static func files(under root: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path() < $1.path() }
  }
}
