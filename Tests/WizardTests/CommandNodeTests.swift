import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Commands on the screen, with a runner that runs nothing.
struct CommandNodeTests {
  private static let flow = Flows.text(
    """
    a:
      kind: command
      title: What is there?
      run: kubectl get node {{node}}
      effect: read
      outcomes:
        - {id: good, when: {contains: good}, go: end}
      else: b
      failed: b
      denied: c
    b:
      kind: note
      title: Nothing good
      text: It was not good.
      go: a

    """ + Flows.leaf() + Flows.leaf("c"))

  func command(_ width: Int = 120, _ height: Int = 40, node: String? = "n1") throws -> Walk {
    var session = try Flows.session(Self.flow)
    if let node { session.apply(.fact(Event.FactRecord(name: "node", value: node))) }
    return Walk(session, width, height)
  }

  @Test func `a command runs when it is asked to, and its output leads on`() throws {
    var walk = try command()
    #expect(walk.text.contains("kubectl get node n1") && walk.text.contains("only reads"))
    walk.answers["kubectl get node n1"] = CommandResult(.ran, exit: 0, "all good\n")
    walk.press(.enter)
    #expect(walk.effects == ["run kubectl get node n1"])
    #expect(walk.model.leaf?.id == "end" && walk.model.running == nil)
    #expect(walk.model.session.documents.first?.text == "all good\n")
    #expect(walk.model.session.commands.map(\.outcome) == [.ran])
    let kinds = walk.events.map { String("\($0)".prefix { $0 != "(" }) }
    #expect(kinds == ["evidence", "command", "answered"])
  }

  @Test func `a refusal has its own way on and says why`() throws {
    var walk = try command()
    walk.answers["kubectl get node n1"] = CommandResult(.denied, exit: 1, "", reason: "nodes is forbidden")
    walk.press(.enter)
    #expect(walk.model.leaf?.id == "c")
    #expect(walk.model.session.visits.last?.edge.id == "denied")
  }

  @Test func `a command can be skipped, and offered again after back`() throws {
    var walk = try command()
    walk.press(.character("4"))
    #expect(walk.effects.isEmpty && walk.model.session.nodeID == "b")
    walk.press(.character("b"))
    #expect(walk.model.session.nodeID == "a" && walk.model.session.commands.isEmpty)
    walk.press(.character("4"), .enter)
    #expect(walk.model.session.nodeID == "a")
    walk.answers["kubectl get node n1"] = CommandResult(.ran, exit: 0, "good")
    walk.press(.character("1"))
    #expect(walk.model.leaf?.id == "end")
  }

  @Test func `while a command runs nothing else is answered, and esc stops it`() throws {
    var walk = try command()
    walk.press(.enter)
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    walk.send(.clock(start))
    walk.send(.clock(start.addingTimeInterval(5)))
    #expect(walk.text.contains("████░░░░░░░░░░░░ 5 s of 20 s, Esc stops it"))
    #expect(walk.text.contains("nothing printed yet"))
    walk.press(.enter, .character("4"))
    #expect(walk.effects.count == 1 && walk.events.isEmpty)
    walk.press(.escape)
    #expect(walk.effects == ["run kubectl get node n1", "stop"])
    walk.ended("a", "kubectl get node n1", CommandResult(.timedOut, exit: nil, ""))
    #expect(walk.model.session.nodeID == "b" && walk.model.running == nil)
  }

  @Test func `a result that comes too late changes nothing`() throws {
    var walk = try command()
    walk.press(.character("4"))
    walk.ended("a", "kubectl get node n1", CommandResult(.ran, exit: 0, "good"))
    #expect(walk.model.session.nodeID == "b" && walk.model.session.commands.count == 1)
  }

  @Test func `a command without its value does not run`() throws {
    var walk = try command(node: nil)
    #expect(walk.text.contains("kubectl get node '<node>'"))
    walk.press(.enter)
    #expect(walk.effects == ["nothing to run"] && walk.model.running == nil)
  }
}
