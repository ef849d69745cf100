package import FlowKit
import FoundationEssentials
import TerminalUI

/// A recording of the full screen in version 2 of asciicast.
package struct AsciicastExporter: Exporter {
  package static let name = "asciicast"
  package static let means = "A recording of the screen that asciinema plays."
  package static let suffix = "cast"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    var lines = [try header(transcript, options)]
    var recording = AsciicastRecording(transcript, options)
    for frame in recording.frames() {
      let data = try JSON.text(frame.data)
      lines.append("[\(seconds(frame.time)), \"\(frame.code.rawValue)\", \(data)]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func header(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    var parts = [
      ("version", "2"), ("width", "\(options.width)"), ("height", "\(options.height)"),
      ("timestamp", "\(Int(transcript.began.timeIntervalSince1970))"),
    ]
    if let limit = options.maxIdle { parts.append(("idle_time_limit", seconds(Int(limit * 1000)))) }
    let title = "\(transcript.session.flow.title) (fairway, \(transcript.id))"
    parts.append(("title", try JSON.text(Inert.text(title))))
    parts.append(("env", "{\"TERM\":\"xterm-256color\"}"))
    return "{" + parts.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// Milliseconds as seconds, in one form on every machine.
  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

/// One line of a recording.
struct AsciicastFrame {
  /// What kind of line it is.
  enum Code: String { case output = "o", marker = "m" }

  /// Milliseconds since the beginning.
  var time: Int
  var code: Code
  var data: String
}

extension JSON {
  /// A string of JSON on one line, without a character that a terminal acts on.
  fileprivate static func text(_ value: String) throws -> String {
    String(try pretty(value).dropLast())
  }
}
