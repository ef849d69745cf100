import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// The file with what an operator set for all sessions.
struct ConfigurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["team", "home/flows", "home/team-flows"] { try folder.makeFolder(name) }
  }

  private func read(_ text: String) -> (configuration: Configuration, findings: [String]) {
    let file = folder.path + "/config.yaml"
    let (configuration, findings) = ConfigurationReader.read(text, file: file, home: folder.path + "/home")
    return (configuration, findings.map { String($0.description.dropFirst(folder.path.count + 1)) })
  }

  @Test func `every setting is read`() {
    let (configuration, findings) = read(
      """
      theme: light
      production: ^live-
      namespace: store
      flows: [team, ~/flows]
      timeouts: 3
      mouse: true
      plain: true
      keys: {why: W}
      """)
    #expect(findings == [])
    #expect(configuration.theme == .light)
    #expect(configuration.production == "^live-" && configuration.namespace == "store")
    #expect(configuration.flows == [folder.path + "/team", folder.path + "/home/flows"])
    #expect(configuration.timeouts == 3 && configuration.mouse && configuration.plain)
    #expect(configuration.keys.action(for: .character("W"), in: .question) == .why)
  }

  @Test(arguments: ["", "\n\n", "# theme: dark\n\n  # nothing\n", "theme: auto\n"])
  func `what the file does not say is as usual`(_ text: String) {
    let (configuration, findings) = read(text)
    #expect(findings == [])
    #expect(configuration.theme == .auto && configuration.production == "prod" && configuration.namespace == nil)
    #expect(configuration.flows == [] && configuration.timeouts == 1 && !configuration.mouse && !configuration.plain)
    #expect(configuration.keys.rows == Bindings.map.rows)
  }

  @Test(arguments: [
    ("theme: drak", "1:8: 'drak' is no value of 'theme' (did you mean 'dark'?)"),
    ("theme: [dark]", "1:8: 'theme' must be a plain value"),
    ("them: dark", "1:1: unknown key 'them' in the configuration (did you mean 'theme'?)"),
    ("- theme", "1:1: the configuration must be a mapping"),
    ("theme: dark\ntheme: light", "2:1: the same key stands twice: theme"),
    ("theme: dark\n  plain: x", "2:8: mapping values are not allowed in this context"),
    ("production: 'prod('", "1:13: 'prod(' is no regular expression"),
    ("production: ''", "1:13: an empty pattern fits every context; '^$' fits none"),
    ("namespace: -n", "1:12: '-n' is no namespace"), ("namespace: 'a\\e[1m'", "1:12: 'a\\e[1m' is no namespace"),
    ("flows: [team, none]", "1:15: there is no folder '/none'"), ("flows:", "1:7: there is no folder ''"),
    ("flows: {a: b}", "1:8: 'flows' must be a list"), ("flows: [[a]]", "1:9: 'flows' must hold plain values"),
    ("timeouts: 60s", "1:11: 'timeouts' multiplies every time limit: a number from 1 to 20"),
    ("timeouts: 0", "1:11: 'timeouts' multiplies"), ("timeouts: 99999999999999999999", "1:11: 'timeouts' multiplies"),
    ("mouse: yes", "1:1: 'mouse' must be true or false"), ("plain:\n  - true", "2:3: 'plain' must be a plain value"),
    ("keys: x", "1:7: 'keys' must be a mapping"),
    ("keys:\n  whyy: x", "2:3: there is no action 'whyy' (did you mean 'why'?)"),
    ("keys:\n  why: [W, ctrl+x]", "2:12: 'ctrl+x' is no key (did you mean 'ctrl-x'?)"),
    ("keys:\n  why:", "2:7: '' is no key; known: a character, ctrl-x, f1 and space, enter, esc, tab"),
    ("keys:\n  why: {a: b}", "2:8: a key or a list of keys must stand here"),
    ("keys:\n  why: [[a]]", "2:9: a list of keys must hold names of keys"),
    ("keys:\n  why: [W, W]", "2:12: 'W' stands twice"), ("keys:\n  why: 3", "2:8: '3' takes an option"),
    ("keys:\n  why: esc", "2:8: 'esc' keeps what it does"), ("keys:\n  why: ^c", "2:8: '^c' keeps what it does"),
    ("keys:\n  why: x", "2:8: 'x' is the key of 'export', too; choose keys for that as well"),
    ("keys:\n  why: Z\n  map: Z", "3:8: 'Z' is the key of 'why', too"),
    ("keys:\n  focus: space", "2:10: 'space' is the key of 'pageDown', too"),
  ])
  func `what is wrong is said with its place`(_ text: String, _ wanted: String) {
    let findings = read(text).findings.map { $0.replacing(folder.path, with: "") }
    #expect(findings.count == 1 && findings[0].hasPrefix("config.yaml:" + wanted), "\(findings)")
  }

  @Test func `everything that is wrong is said at once, from the top`() {
    let findings = read("keys: {why: x, map: esc}\nplain: 1\ntheme: blue\nnight: 1\n").findings
    #expect(findings.map { String($0.dropFirst(12).prefix(5)) } == ["1:13:", "1:21:", "2:1: ", "3:8: ", "4:1: "])
  }

  // MARK: - Where it stands

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/fairway/config.yaml"),
    (["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/fairway/config.yaml"),
    (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/fairway/config.yaml"),
    (["FAIRWAY_CONFIG": "/mine.yaml", "XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/mine.yaml"),
    (["FAIRWAY_CONFIG": "", "XDG_CONFIG_HOME": "/x"], "/x/fairway/config.yaml"), ([:], nil),
  ])
  func `it stands in the folder of the XDG specification, or where somebody says`(
    _ environment: [String: String], _ path: String?
  ) throws {
    #expect(ConfigurationFile { environment[$0] }.path == path)
  }

  @Test func `a file that nobody named may be absent, any other that cannot be read is an error`() throws {
    func read(_ environment: [String: String]) throws(FlowFiles.Unreadable) -> Configuration {
      try ConfigurationFile { environment[$0] }.read()
    }
    #expect(try read([:]).theme == .auto)
    #expect(try read(["HOME": folder.path]).theme == .auto)
    #expect(throws: FlowFiles.Unreadable.self) { try read(["FAIRWAY_CONFIG": folder.path + "/none"]) }
    #expect(throws: FlowFiles.Unreadable.self) { try read(["FAIRWAY_CONFIG": folder.path]) }
    try folder.makeFolder(".config/fairway")
    try folder.write(".config/fairway/config.yaml", "theme: mono\n")
    #expect(try read(["HOME": folder.path]).theme == .mono)
    try folder.write("other.yaml", "theme: dark\n")
    #expect(try read(["HOME": folder.path, "FAIRWAY_CONFIG": folder.path + "/other.yaml"]).theme == .dark)
  }

  // MARK: - Showing

  @Test(arguments: [
    "", "theme: 16\nproduction: 'a: \"b\" \\ # é'\nnamespace: no\nflows: [team, ~/flows]\ntimeouts: 20\nmouse: true\n",
    "keys:\n  why: W\n  cancel: [x, '?']\n  export: []\n  choose: [l]\n  quit: ctrl-x\n  up: K\n  palette: ','\nplain: true\n",
  ])
  func `what is shown sets the same again`(_ text: String) {
    let (before, findings) = read(text)
    #expect(findings == [])
    let shown = ConfigurationText(before, folders: []).yaml(path: "/x/config.yaml")
    let (after, again) = read(shown)
    #expect(again == [], "\(shown)")
    #expect(after.keys.rows == before.keys.rows)
    #expect(
      ConfigurationText(after, folders: []).settings.map(\.value)
        == ConfigurationText(before, folders: []).settings.map(\.value))
  }

  @Test func `every setting names its origin, and nothing in a name acts`() throws {
    let (configuration, _) = read("# mine\n\ntheme: dark\nflows:\n  - team\nkeys:\n  why: W\n")
    let text = ConfigurationText(configuration, folders: ["/a\u{1b}[2J"])
    let origins = Dictionary(text.settings.map { ($0.name, $0.origin) }, uniquingKeysWith: { "\($0), \($1)" })
    #expect(origins["theme"] == "config.yaml:3" && origins["plain"] == "default")
    #expect(origins["flows"] == "config.yaml:5, $FAIRWAY_FLOWS" && origins["keys.why"] == "config.yaml:7")
    #expect(Set(origins.keys) == Set(ConfigurationReader.names))
    let shown = text.yaml(path: "/h\u{7}/config.yaml")
    #expect(!shown.contains("\u{1b}") && !shown.contains("\u{7}") && shown.contains("\n  why: [W] "))
  }

  // MARK: - README and schema

  @Test func `the example of the README is accepted, and each setting is explained`() throws {
    let readme = try SourceTree.text("README.md")
    let start = try #require(readme.firstRange(of: "<!-- config -->\n```yaml\n")?.upperBound)
    let end = try #require(readme[start...].firstRange(of: "```\n<!-- /config -->")?.lowerBound)
    let (configuration, findings) = read(String(readme[start..<end]))
    #expect(findings == [])
    #expect(configuration.namespace == "store" && configuration.keys.rows != Bindings.map.rows)
    for key in ConfigurationReader.keys { #expect(readme.contains("\n| `\(key.name)` | ")) }
  }

  @Test func `the schema knows the settings and the actions`() throws {
    guard case .object(let root) = ConfigurationReader.schema, case .object(let settings)? = root["properties"],
      case .object(let keys)? = settings["keys"], case .object(let actions)? = keys["properties"]
    else { throw NoSchema() }
    #expect(Set(settings.keys) == Set(ConfigurationReader.keys.map(\.name)))
    #expect(Set(actions.keys) == Set(Wizard.Action.allCases.map(\.rawValue)))
  }

  private struct NoSchema: Error {}
}

extension ConfigurationReader {
  /// Names of all settings.
  fileprivate static var names: [String] {
    keys.map(\.name).filter { $0 != "keys" } + Wizard.Action.allCases.map { "keys." + $0.rawValue }
  }
}

extension KeyMap {
  /// All that a table says about keys, to compare it.
  var rows: [String] { bindings.map { "\($0.keys) \($0.action) \($0.contexts.map { "\($0)" }.sorted()) \($0.label)" } }
}
