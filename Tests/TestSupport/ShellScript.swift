import Foundation

/// A program that a test writes for the program under test to start.
package enum ShellScript {
  /// Writes an executable file, with the folders above it; what is there is replaced.
  ///
  /// Another process writes it: children that tests start meanwhile hold for a moment what this one has open, and
  /// Linux starts no file that is open for writing ("Text file busy").
  package static func write(_ text: String, to path: String) throws {
    let line = #"mkdir -p "${1%/*}" && cat > "$1.new" && chmod 755 "$1.new" && mv "$1.new" "$1""#
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, "sh", path]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
