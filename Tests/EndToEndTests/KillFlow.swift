import FlowKit
import Foundation
import Wizard

/// A small flow of eight questions, an input and a note, and what a person does on the way to its leaf.
enum KillFlow {
  /// What a person does at one prompt: the lines that are typed, and what becomes of them.
  enum Deed {
    case choose(Int)
    /// Enter, at a note or at a question that the evidence answers.
    case enter
    case type(String)
    case note(String)

    var lines: [String] {
      switch self {
      case .choose(let number): ["\(number)"]
      case .enter: [""]
      case .type(let text): [text]
      case .note(let text): ["a", text]
      }
    }

    /// The event that is kept of it; nil when it does not fit.
    func event(in session: Session) -> Event? {
      switch (self, session.step) {
      case (.choose(let number), .ask(let ask)?): session.answer(ask.choices[number - 1], by: .person)
      case (.enter, .ask(let ask)?): ask.suggested.map { session.answer(ask.choices[$0], by: .person) }
      case (.enter, .show(let choice, _)?): session.answer(choice, by: .person)
      case (.type(let text), .enter(let entry)?):
        .answered(Answer(node: session.nodeID, edge: "go", by: .person, facts: [entry.fact: text]))
      case (.note(let text), _): .note(text)
      default: nil
      }
    }
  }

  static let deeds: [Deed] = [
    .choose(1), .choose(2), .note("seen by the owner"), .choose(3), .type("latest"), .enter, .choose(1), .choose(3),
    .enter, .choose(2), .choose(1),
  ]

  static let evidence = """
    Failed to pull image "fabrikam.azurecr.io/orders:1": dial tcp: lookup fabrikam.azurecr.io on 10.0.0.10:53: no such host

    """

  static var text: String {
    let ways = ["q2", "q3", "tag", "q5", "rule", "q7", "q8", "end"]
    let questions = ways.enumerated().map { index, next in
      question(index + 1, next, isBacked: index == 5)
    }
    return head + questions.joined() + others
  }

  private static func question(_ number: Int, _ next: String, isBacked: Bool) -> String {
    """
      q\(number):
        kind: question
        title: Question \(number)?
        help: What is asked for the time number \(number).
        options:
          - {id: one, label: One\(isBacked ? ", when: {contains: no such host}" : ""), go: \(next)}
          - {id: two, label: Two, go: \(next)}
          - {id: three, label: I cannot tell, go: \(next)}

    """
  }

  private static let head = """
    fairway: 1
    flow: kill
    title: Many questions
    version: "1"
    start: q1
    nodes:

    """

  private static let others = """
      tag:
        kind: input
        title: Which tag?
        fact: wantedTag
        pattern: '^[a-z]+$'
        hint: kubectl get pods
        go: words
        skip: words
      words:
        kind: note
        title: Read this
        text: The tag is {{wantedTag}}.
        go: q4
      rule:
        kind: decide
        title: Is the tag the latest?
        options:
          - {id: latest, label: the latest, when: {fact: wantedTag, is: latest}, go: q6}
        else: q7
      end:
        kind: remediation
        title: Set the tag {{wantedTag}}
        verdict: escalate
        why: It was asked for.
        escalate: {to: the owner of the flow, attach: [this session]}
        source:
          - {url: "https://kubernetes.io/docs/concepts/containers/images/", seen: 2026-11-21}

    """
}

extension Event {
  /// Whether a person did it, not a rule.
  var isDeed: Bool {
    switch self {
    case .answered(let answer): answer.by == .person
    case .note: true
    default: false
    }
  }
}
