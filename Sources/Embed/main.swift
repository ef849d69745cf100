import Foundation

// Writes every file below a folder as a Swift list of names and texts.
// Usage: Embed FOLDER OUTPUT

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: Embed FOLDER OUTPUT\n".utf8))
  exit(64)
}
let root = URL(filePath: arguments[1])
let paths = (FileManager.default.subpaths(atPath: arguments[1]) ?? []).sorted()
var output = "/// Files of the folder \(root.lastPathComponent): path below it, and text.\n"
output += "let embeddedFiles: [(path: String, text: String)] = [\n"
for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".txt") || path.hasSuffix(".json") {
  let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
  // A raw string with more marks than the text holds needs no escapes.
  output += "  (\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
}
try (output + "]\n").write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
