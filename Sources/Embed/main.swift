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
  .filter { path in [".yaml", ".txt", ".json"].contains { path.hasSuffix($0) } }
// All paths stand together: whoever looks for a file does not bring the text of every other into memory.
var output = "/// Paths of the files below the folder \(root.lastPathComponent).\n"
output += "private let paths = [\n" + paths.map { "  \"\($0)\",\n" }.joined() + "]\n"
output += "private let texts = [\n"
for path in paths {
  let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
  // A raw string with more marks than the text holds needs no escapes.
  output += "  ####\"\"\"\n\(text)\n\"\"\"####,\n"
}
output += "]\n/// Files of the folder: path below it, and text.\n"
output += "let embeddedFiles = zip(paths, texts).map { (path: $0, text: $1) }\n"
try output.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
