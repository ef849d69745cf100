import FlowKit
import TestSupport
import Testing
import Wizard

/// What lint says of flows.
struct LintTests {
  private static let scope = LintScope(catalogue: Flows.catalogue, flows: LintExamples.others)

  @Test(arguments: LintExamples.all)
  func `a rule speaks at the marks of its examples and nowhere else`(_ example: LintExample) throws {
    let flow = try Flows.read(example.text.text)
    let found = Lint.check(flow, Self.scope).filter { $0.rule == example.rule }
    #expect(found.map { "\($0.position.line):\($0.position.column)" } == example.text.places, "\(found)")
    #expect(found.allSatisfy { $0.position.file == "tiny.yaml" && !$0.message.isEmpty })
  }

  @Test(arguments: Lint.rules.map { $0.id })
  func `every rule has two examples that trigger it and two that do not`(_ rule: String) {
    let examples = LintExamples.all.filter { $0.rule == rule }
    #expect(examples.count { $0.isTriggering } >= 2)
    #expect(examples.count { !$0.isTriggering } >= 2)
  }

  @Test func `ids of rules differ and every rule says what it wants`() {
    #expect(Set(Lint.rules.map { $0.id }).count == Lint.rules.count)
    #expect(Set(LintExamples.all.map(\.rule)) == Set(Lint.rules.map { $0.id }))
    #expect(Lint.rules.allSatisfy { $0.wants.hasSuffix(".") })
  }

  @Test(arguments: [
    ("unknown-target", "there is no node 'ende' (did you mean 'end'?)"),
    ("unknown-target", "there is no flow 'othr' (did you mean 'other'?)"),
    ("unknown-fact", "unknown fact 'pull.clas' (did you mean 'pull.class'?)"),
    ("unresolved-placeholder", "unknown fact 'pood' in node 'a' (did you mean 'pod'?)"),
    ("unresolved-placeholder", "'c' is not captured on every way to node 'b'"),
    ("unknown-cause", "unknown class 'not-fuond' (did you mean 'not-found'?)"),
    ("unknown-cause", "unknown cause 'tag-absnt' (did you mean 'tag-absent'?)"),
    ("incomplete-remediation", "leaf 'a' lacks escalate.to, escalate.attach"),
    ("incomplete-remediation", "leaf 'a' lacks commands or escalate"),
    ("command-policy", "effect is 'change', stated as 'read'"),
    ("command-policy", "'helm' is not on the list of programs"),
  ])
  func `a finding says what is wrong and what is near`(_ rule: String, _ message: String) throws {
    let messages = try LintExamples.all.filter { $0.rule == rule }.flatMap {
      Lint.check(try Flows.read($0.text.text), Self.scope).filter { $0.rule == rule }.map(\.message)
    }
    #expect(messages.contains(message), "\(messages)")
  }

  @Test func `findings stand in the order of the file`() throws {
    let flow = try Flows.read(
      Flows.text(
        "a:\n  kind: question\n  title: '{{x}}'\n  options:\n    - {id: x, go: nowhere}\n    - {id: x, class: y, go: end}\n"
          + Flows.leaf() + Flows.leaf("b")))
    let found = Lint.check(flow, Self.scope)
    #expect(
      found.map(\.rule) == [
        "unresolved-placeholder", "unknown-target", "duplicate-edge", "unknown-cause", "unreachable-node",
      ])
    let lines = found.map(\.position.line)
    #expect(lines == lines.sorted())
  }

  @Test func `the shipped flows are clean`() throws {
    #expect(try FlowFiles().findings() == [])
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("pod", "pdo", 2), ("ä", "a", 2)])
  func `the distance of names counts edits`(_ left: String, _ right: String, _ edits: Int) {
    let hint = NearestName.hint(left, among: [right])
    #expect(hint.isEmpty == (edits > max(2, left.count / 3)))
  }
}

/// That no file was forgotten in a list.
struct ListTests {
  @Test func `every node kind stands in the list`() throws {
    let kinds = NodeKinds.all.map { "\($0)" }.sorted()
    #expect(try SourceTree.swiftFiles(in: "Sources/FlowKit/Nodes") == kinds)
    #expect(Set(NodeKinds.all.map { $0.name }).count == kinds.count)
  }

  @Test(arguments: [
    ("Matchers", "Matcher", Matchers.all.map { "\($0)" }), ("Rules", "LintRule", Lint.rules.map { "\($0)" }),
    ("Export", "Exporter", Exporters.all.map { "\($0)" }), ("Nodes", "NodeKind", NodeKinds.all.map { "\($0)" }),
  ])
  func `every type of a folder that could stand in its list does`(
    _ folder: String, _ protocolName: String, _ listed: [String]
  ) throws {
    var declared: [String] = []
    // A format that draws the screen stands beside the screen.
    let folders = ["Sources/FlowKit/" + folder] + (folder == "Export" ? ["Sources/Wizard/Export"] : [])
    for path in try folders.flatMap({ folder in try SourceTree.swiftFiles(in: folder).map { "\(folder)/\($0).swift" } })
    {
      for line in try SourceTree.text(path).split(separator: "\n") {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        guard let place = words.firstIndex(where: { $0 == "struct" || $0 == "enum" }), place + 2 < words.count,
          words[(place + 2)...].contains(Substring(protocolName)), line.contains(":")
        else { continue }
        declared.append(String(words[place + 1]))
      }
    }
    #expect(declared.sorted() == listed.sorted())
    #expect(!listed.isEmpty)
  }

  @Test func `names of matchers and formats differ`() {
    #expect(Set(Matchers.all.map { $0.key }).count == Matchers.all.count)
    #expect(Matchers.all.allSatisfy { $0.keys.map(\.name).contains($0.key) })
    #expect(Set(Exporters.all.map { $0.name }).count == Exporters.all.count)
    #expect(Exporters.all.allSatisfy { Exporters.named($0.name) != nil })
    #expect(Exporters.named("x") == nil)
  }
}
