import FlowKit
import TestSupport
import Testing

/// Texts with placeholders and command lines.
struct TemplateTests {
  @Test(arguments: [
    ("", "", []), ("plain", "plain", []), ("{{pod}}", "P", ["pod"]), ("a {{ pod }} b", "a P b", ["pod"]),
    ("{{pod}}{{pod}}/{{none}}", "PP/<none>", ["pod", "pod", "none"]), ("open {{pod", "open {{pod", []),
    ("pod}} {{", "pod}} {{", []), ("{{}}", "<>", [""]), ("{pod}", "{pod}", []),
  ])
  func `placeholders are filled, and named when nothing fills them`(
    _ source: String, _ filled: String, _ facts: [String]
  ) {
    let template = Template(source)
    #expect(template.filled { $0 == "pod" ? "P" : nil } == filled)
    #expect(template.facts == facts)
  }

  @Test func `a value that looks like a placeholder is not filled again`() {
    #expect(Template("{{a}}").filled { _ in "{{b}}" } == "{{b}}")
  }

  @Test(arguments: [
    ("", []), ("   ", []), ("kubectl get pods", ["kubectl", "get", "pods"]), ("a  b\tc\nd", ["a", "b", "c", "d"]),
    ("a 'b c' d", ["a", "b c", "d"]), ("a \"b c\"", ["a", "b c"]), ("a''b", ["ab"]), ("a '' b", ["a", "", "b"]),
    ("--x='y z'", ["--x=y z"]), ("'it\"s'", ["it\"s"]), ("\"it's\"", ["it's"]), ("'$HOME | x'", ["$HOME | x"]),
    ("'{{a}} b'", ["{{a}} b"]), ("{{a b}}", ["{{a", "b}}"]), ("-o jsonpath='{.x[*].y}'", ["-o", "jsonpath={.x[*].y}"]),
  ])
  func `words of a command line are split in the manner of a shell`(_ line: String, _ words: [String]) throws {
    #expect(try CommandLineWords.split(line) == words)
  }

  @Test(arguments: ["|", "&", ";", "<", ">", "`", "$", "\\", "*", "?", "#", "~", "(", ")"])
  func `what means something to a shell must be quoted`(_ character: Character) throws {
    #expect(throws: CommandLineWords.Fault.shellSyntax(character)) { try CommandLineWords.split("a \(character) b") }
    #expect(throws: CommandLineWords.Fault.shellSyntax(character)) { try CommandLineWords.split("a\(character)b") }
    #expect(throws: CommandLineWords.Fault.shellSyntax(character)) {
      try CommandLineWords.split("a \(character)\u{301}b")
    }
    #expect(try CommandLineWords.split("'\(character)'") == [String(character)])
  }

  @Test(arguments: ["'a", "\"a", "a 'b\" c", "''' x"])
  func `an open quote is a fault`(_ line: String) {
    #expect(throws: CommandLineWords.Fault.openQuote) { try CommandLineWords.split(line) }
  }

  @Test func `a quote with a mark above it is still a quote`() throws {
    #expect(try CommandLineWords.split("'\u{301}a b'") == ["\u{301}a b"])
  }

  @Test func `a command needs every value before it can run, and shows what is missing`() throws {
    let command = try template("kubectl get pod {{pod}} -n '{{namespace}}'")
    #expect(command.facts == ["pod", "namespace"])
    #expect(command.arguments { ["pod": "p"][$0] } == nil)
    #expect(command.line { ["pod": "p"][$0] } == "kubectl get pod p -n '<namespace>'")
    #expect(command.arguments { ["pod": "p", "namespace": "a b"][$0] } == ["kubectl", "get", "pod", "p", "-n", "a b"])
    #expect(command.line { ["pod": "p", "namespace": "a b"][$0] } == "kubectl get pod p -n 'a b'")
  }

  @Test(arguments: [
    "--all", "-A", "-", "-\u{301}x", "x\u{1b}[201~", "x\ny", "x\u{202e}y", "x\u{200b}y", "x\u{0}", "x\u{85}",
    "x\u{3164}",
    "x\u{fe0f}", "x\u{2069}", "x\u{e0041}", "x\u{ad}",
  ])
  func `a value that could act is left open`(_ value: String) throws {
    let command = try template("kubectl delete pod {{pod}}")
    #expect(command.arguments { _ in value } == nil)
    #expect(command.line { _ in value } == "kubectl delete pod '<pod>'")
    #expect(command.missing { _ in value } == ["pod"])
  }

  @Test func `a dash inside a value is no flag, one at its start is refused wherever it stands`() throws {
    let command = try template("kubectl get pod '{{pod}}-x' --namespace={{namespace}}")
    #expect(
      command.arguments { ["pod": "a-b", "namespace": "c-d"][$0] } == [
        "kubectl", "get", "pod", "a-b-x", "--namespace=c-d",
      ])
    #expect(command.missing { ["pod": "a-b", "namespace": "-c"][$0] } == ["namespace"])
  }

  @Test func `words of PowerShell stay, values are quoted`() throws {
    let command = try template(
      "Get-AzAks -Name {{name}} '| Set-X @{a=1}'", shell: "powershell")
    #expect(command.line { _ in "it's" } == "Get-AzAks -Name 'it''s' | Set-X @{a=1}")
  }

  private func template(_ line: String, shell: String = "posix") throws -> CommandTemplate {
    let text = Flows.leaf("a").replacing(
      "- {label: Look, run: kubectl get pods, effect: read}",
      with: "- run: >-\n        \(line)\n      effect: change\n      shell: \(shell)")
    let flow = try Flows.read(Flows.text(text))
    return try #require(flow["a"]?.kind.commands.first)
  }
}
