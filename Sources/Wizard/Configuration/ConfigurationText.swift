package import FlowKit
import FoundationEssentials
import TerminalUI

/// One effective setting and where it comes from.
package struct Setting: Encodable, Sendable {
  /// Its name in the file: `theme`, `keys.quit`.
  package let name: String
  package let value: JSONValue
  /// `config.yaml:4`, `$FAIRWAY_FLOWS` or `default`.
  package let origin: String
}

/// Effective settings, for people and for programs.
package struct ConfigurationText {
  /// The folders of flows that the environment names.
  private let folders: [String]
  private let configuration: Configuration

  package init(_ configuration: Configuration, folders: [String]) {
    self.configuration = configuration
    self.folders = folders
  }

  /// Every setting in the order of the file; each folder of flows stands by itself.
  package var settings: [Setting] {
    let configuration = configuration
    let namespace: JSONValue = configuration.namespace.map { .string($0) } ?? .null
    var settings = [
      setting("theme", .string(configuration.theme.rawValue)), setting("production", .string(configuration.production)),
      setting("namespace", namespace),
    ]
    settings += flows
    settings += [
      setting("timeouts", .number(configuration.timeouts)), setting("mouse", .bool(configuration.mouse)),
      setting("plain", .bool(configuration.plain)),
    ]
    return settings + Action.allCases.map(keys)
  }

  private func keys(of action: Action) -> Setting {
    let keys = Rebinding.keys(of: action, in: configuration.keys)
    return setting("keys." + action.rawValue, .array(keys.map { .string($0.word) }))
  }

  private var flows: [Setting] {
    let all =
      configuration.flows.enumerated().map { ($1, origin("flows.\($0)")) } + folders.map { ($0, "$FAIRWAY_FLOWS") }
    guard !all.isEmpty else { return [setting("flows", [])] }
    return all.map { Setting(name: "flows", value: .string(Self.absolute($0)), origin: $1) }
  }

  /// The file may be read from anywhere.
  private static func absolute(_ folder: String) -> String {
    folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
  }

  private func setting(_ name: String, _ value: JSONValue) -> Setting {
    Setting(name: name, value: value, origin: origin(name))
  }

  private func origin(_ name: String) -> String {
    guard let place = configuration.places[name] else { return "default" }
    return "\(place.file.split(separator: "/").last.map(String.init) ?? place.file):\(place.line)"
  }

  // MARK: - YAML

  /// A file that sets the same, with the origins as comments.
  package func yaml(path: String?) -> String {
    let place = path.map { $0 + (configuration.file == nil ? " (not there)" : "") } ?? "no file: there is no home"
    var rows: [(text: String, origin: String)] = []
    var section = ""
    for setting in settings {
      let parts = setting.name.split(separator: ".").map(String.init)
      let isFolder = setting.name == "flows" && setting.value != []
      let isInside = parts.count > 1 || isFolder
      if isInside, parts[0] != section { rows.append(("\(parts[0]):", "")) }
      section = isInside ? parts[0] : ""
      let value = Self.yaml(setting.value)
      let name = parts[parts.count - 1]
      let row = isFolder ? "  - \(value)" : "\(isInside ? "  " : "")\(name): \(value)"
      rows.append((setting.value == .null ? "# \(name): that of the kubeconfig" : row, setting.origin))
    }
    let column = min(40, rows.map(\.text.count).max() ?? 0)
    let lines = rows.map { row in
      let gap = String(repeating: " ", count: max(0, column - row.text.count))
      return row.origin.isEmpty ? row.text : "\(row.text)\(gap)  # \(Inert.text(row.origin))"
    }
    return (["# \(Inert.text(place))"] + lines).joined(separator: "\n")
  }

  private static func yaml(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): isWord(text) ? text : QuotedYAML.text(text)
    case .array(let values): "[\(values.map(yaml).joined(separator: ", "))]"
    case .number(let value): "\(value)"
    case .bool(let value): value ? "true" : "false"
    case .object, .null: ""
    }
  }

  /// Whether a text needs no quotes to be read as itself, by Fairway and by any other reader.
  private static func isWord(_ text: String) -> Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    return (text.first?.isLetter == true || text.hasPrefix("/")) && !words.contains(text.lowercased())
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-/_.".contains($0)) }
  }
}
