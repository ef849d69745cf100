import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Boxes to choose from: how we got here, what is known, where to export to.
struct BoxTests {
  private func leaf() throws -> Walk {
    var walk = try Walk.recording("2-wrong-tag")
    walk.reachLeaf()
    try #require(walk.model.leaf != nil)
    return walk
  }

  private func answers(_ walk: Walk) -> [String] {
    walk.model.session.visits.filter { $0.answer.by == .person }.map(\.edge.id)
  }

  @Test func `enter at a step answers it anew, and the later answers stay`() throws {
    var walk = try leaf()
    let before = answers(walk)
    walk.press(.character("h"), .character("g"), .enter)
    #expect(walk.model.overlay == nil && walk.model.session.nodeID == "reason")
    #expect(walk.lastRow.contains("Answer this again"))
    #expect(walk.text.contains("answered before"))
    walk.press(.enter)
    #expect(walk.model.leaf?.id == "acr-correct-reference" || walk.model.leaf != nil)
    #expect(answers(walk) == before)
    #expect(walk.lastRow.contains("later answers still hold"))
  }

  @Test func `an answer that does not hold is named when another one is given`() throws {
    var walk = try leaf()
    walk.press(.character("h"), .character("g"), .character("j"), .enter)
    #expect(walk.model.session.nodeID == "error")
    walk.press(.character("2"))
    #expect(walk.model.leaf == nil)
    #expect(walk.lastRow.contains("more wait until the walk comes by there"))
  }

  @Test func `output of a command that is not asked any more answers nothing`() throws {
    let flow = Flows.text(
      """
      a:
        kind: command
        title: Is it there?
        run: kubectl get node {{name}}
        effect: read
        outcomes:
          - {id: there, label: there, when: {contains: Ready}, go: end}
        else: {label: gone, go: end}
        failed: {label: could not find out, go: end}

      """ + Flows.leaf())
    var walk = Walk(try Flows.session(flow))
    walk.send(.recorded(.fact(Event.FactRecord(name: "name", value: "n1"))))
    walk.press(.enter)
    #expect(walk.model.running == "kubectl get node n1")
    walk.send(.recorded(.fact(Event.FactRecord(name: "name", value: "n2", was: "n1"))))
    #expect(walk.model.running == nil && walk.effects.last == "stop")
    walk.ended("a", "kubectl get node n1", CommandResult(.ran, exit: 0, "Ready\n"))
    #expect(walk.model.session.nodeID == "a" && walk.lastRow.contains("its output was dropped"))
    #expect(walk.model.session.commands.isEmpty)
  }

  @Test func `only answers can be chosen, rules are read`() throws {
    var walk = try leaf()
    walk.press(.character("h"))
    let rules = walk.model.session.visits.count { $0.answer.by == .rule }
    #expect(rules > 0 && walk.text.contains("(a rule)"))
    // However often one goes up, the first answer is as far as the mark gets.
    for _ in 0..<60 { walk.press(.up) }
    #expect(walk.text.contains("▸ Why is the container waiting?"))
    for _ in 0..<60 { walk.press(.down) }
    walk.press(.enter)
    #expect(
      walk.events.contains { if case .back(let back) = $0 { back.keeps == true && back.to != nil } else { false } })
  }

  @Test func `a value is corrected by hand, says so, and can be taken back`() throws {
    var walk = try leaf()
    walk.press(.character("v"))
    #expect(walk.text.contains("store  describe, line 2"))
    walk.press(.enter)
    for _ in 0..<5 { walk.press(.backspace) }
    walk.enter("shop")
    #expect(walk.lastRow.contains("namespace is shop now, by hand."))
    #expect(walk.events.last == .fact(Event.FactRecord(name: "namespace", value: "shop", was: "store")))
    #expect(walk.model.leaf?.commands.contains { $0.text.contains("-n shop") } == true)
    walk.press(.character("v"))
    #expect(walk.text.contains("shop  by hand; the evidence says store"))
    walk.press(.enter)
    for _ in 0..<4 { walk.press(.backspace) }
    walk.press(.enter)
    #expect(walk.model.session.facts["namespace"]?.value == "store")
    #expect(walk.lastRow.contains("namespace is what the evidence says: store"))
  }

  @Test(arguments: ["", "store", "-x", "a\u{202E}b"])
  func `a value that cannot stand, or is none, corrects nothing`(_ value: String) throws {
    var walk = try leaf()
    walk.press(.character("v"), .enter)
    for _ in 0..<5 { walk.press(.backspace) }
    let before = walk.events.count
    for character in value { walk.send(.key(.character(character))) }
    walk.press(.enter)
    #expect(walk.events.count == before && walk.model.session.facts["namespace"]?.value == "store")
  }

  @Test func `the map shows the walk, the ways not taken, the place and what is left, and leads back`() throws {
    var walk = try Walk.recording("2-wrong-tag", 120, 200)
    walk.press(.enter, .character("m"))
    #expect(walk.text.contains("● Why is the container waiting?") && walk.text.contains("└▸ It waits for its image"))
    #expect(
      walk.text.contains("· InvalidImageName") && walk.text.contains("▶ What does the pull error say?  you are here"))
    #expect(walk.text.contains("├ 403 Forbidden → ") && walk.text.contains("■ "))
    walk.press(.enter)
    #expect(walk.model.session.nodeID == "reason" && walk.model.overlay == nil)
    walk.reachLeaf()
    walk.press(.character("m"))
    #expect(walk.text.contains("you are here") && !walk.text.contains("■ a remedy"))
  }

  @Test func `the map of every place of every demonstration ends`() throws {
    for demo in Shipped.demos {
      var walk = try Walk.recording(demo.id, 100, 40)
      for _ in 0..<6 where walk.model.prompt == nil {
        walk.press(.character("m"))
        #expect(walk.model.overlay == .map, "\(demo.id)")
        walk.press(.end, .escape, .enter)
      }
      #expect(walk.model.session.visits.count > 2)
    }
  }

  @Test func `an export asks for a file, and again when it is there`() throws {
    var walk = try leaf()
    walk.model.id = "20261121T033000"
    walk.press(.character("x"))
    for format in Exporters.names { #expect(walk.text.contains(format), "\(format)") }
    walk.press(.enter)
    #expect(walk.text.contains("replaced by tokens"))
    walk.press(.down, .enter)
    #expect(walk.lastRow.contains("file: fairway-20261121T033000.md"))
    walk.press(.enter)
    #expect(walk.effects.last == "export markdown fairway-20261121T033000.md anonymous")
    walk.send(.exported(path: "x.md", format: "markdown", fault: "x.md: it is there already"))
    #expect(walk.text.contains("it is there already") && walk.lastRow.contains("file: x.md"))
    walk.press(.escape)
    walk.send(.exported(path: "y.md", format: "markdown", fault: nil))
    #expect(walk.lastRow.contains("Written to y.md"))
  }

  @Test func `values that a leaf needs are asked for one after the other, a correction asks for nothing more`() throws {
    var walk = try Walk.recording("3-firewall")
    walk.reachLeaf()
    guard let missing = walk.model.leaf?.missing, !missing.isEmpty else { return }
    walk.press(.character("v"), .enter)
    walk.enter("x")
    #expect(walk.model.prompt == nil)
  }

  @Test func `what stands behind the last choice can be read too`() throws {
    var walk = try Walk.recording("1-not-attached", 80, 24)
    for number in 1...60 { walk.send(.began(line: "kubectl get pod \(number)", time: "03:00:00Z", isAhead: true)) }
    walk.reachLeaf()
    walk.press(.character("h"))
    for _ in 0..<80 { walk.press(.pageDown) }
    #expect(walk.text.contains("kubectl get pod 60"))
  }
}
