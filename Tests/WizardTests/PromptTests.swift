import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Values that are typed, and commands that are copied.
struct PromptTests {
  private func leaf() throws -> Walk {
    var walk = Walk(try ShippedFlow.session("1-not-attached"))
    walk.reachLeaf()
    #expect(walk.model.leaf?.id == "acr-grant-role")
    return walk
  }

  @Test func `values are asked one after the other until every command is complete`() throws {
    var walk = try leaf()
    #expect(walk.text.contains("<resourceGroup>"))
    walk.press(.enter)
    #expect(walk.lastRow.contains("Resource group of the AKS cluster"))
    #expect(walk.text.contains("find it with: az aks list -o table"))
    walk.enter("rg-prod")
    #expect(walk.lastRow.contains("Name of the AKS cluster"))
    walk.enter("weu")
    // The rest of what this leaf needs, each with a value that its pattern takes.
    let rest = [
      "registryId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r",
      "kubeletObjectId": "11111111-2222-3333-4444-555555555555",
    ]
    for _ in 0..<10 {
      guard case .fill(let fact)? = walk.model.prompt?.purpose else { break }
      walk.enter(rest[fact] ?? "rg-x")
    }
    #expect(walk.model.prompt == nil)
    #expect(walk.lastRow.contains("Every value is filled in."))
    #expect(walk.model.leaf?.missing == [])
    #expect(walk.events.suffix(2).allSatisfy { if case .fact = $0 { true } else { false } })
    #expect(walk.model.leaf?.commands.contains { $0.text.contains("rg-prod") } == true)
    walk.press(.character("f"))
    #expect(walk.model.prompt == nil && walk.lastRow.contains("Every value is filled in."))
  }

  @Test(arguments: [
    ("bad name!", "it must match"), ("--all", "cannot begin with '-'"), ("a\u{200b}b", "cannot be seen"),
    ("'; id", "must match"),
    ("e\u{301}", "must match"), ("a'\u{301}", "must match"),
  ])
  func `a value that does not fit keeps the prompt open and says why`(_ value: String, _ reason: String) throws {
    var walk = try leaf()
    walk.press(.enter)
    for character in value { walk.press(.paste(String(character))) }
    walk.press(.enter)
    #expect(walk.model.prompt?.remark.contains(reason) == true, "\(walk.model.prompt?.remark ?? "no prompt")")
    #expect(walk.text.contains("Resource group of the AKS cluster"))
    #expect(!walk.events.contains { if case .fact = $0 { true } else { false } })
    walk.press(.escape)
    #expect(walk.model.prompt == nil)
  }

  @Test func `an input node takes a value or leads on without one`() throws {
    var walk = Walk(try ShippedFlow.session())
    walk.press(.character("4"))
    #expect(walk.model.choices.map(\.id) == ["go", "skip"])
    walk.press(.enter)
    walk.enter("not a host")
    #expect(walk.model.prompt?.remark.contains("must match") == true)
    for _ in 0..<12 { walk.press(.backspace) }
    walk.enter("contoso.azurecr.io")
    #expect(walk.model.session.facts["imageHost"]?.value == "contoso.azurecr.io")
    #expect(walk.model.session.nodeID == "error")
    walk.press(.character("b"), .character("2"))
    #expect(walk.model.session.facts["imageHost"] == nil && walk.model.session.nodeID == "error")
  }

  @Test func `c and digits copy commands of a leaf`() throws {
    var walk = try leaf()
    let leaf = try #require(walk.model.leaf)
    let commands = (leaf.commands + leaf.verify + leaf.undo).filter { $0.effect != nil }.map(\.text)
    #expect(commands.count > 2)
    walk.press(.character("c"), .character("2"))
    #expect(walk.copied == Array(commands.prefix(2)))
    #expect(walk.lastRow.contains("Sent to the clipboard: "))
    if commands.count < 9 {
      walk.press(.character("9"))
      #expect(walk.lastRow.contains("There is no command 9."))
    }
    #expect(walk.copied.count == 2 && walk.model.leaf != nil)
  }
}
