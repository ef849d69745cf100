import FlowKit
import Foundation
import TestSupport

/// A session with everything that a walk can hold: an answer taken back, a correction, a remark, a denied command,
/// secrets, a jump, and a night between.
struct RichSession {
  private(set) var session: Session
  private(set) var entries: [JournalEntry] = []
  private var time = Date(timeIntervalSince1970: 1_795_231_800)

  init(_ texts: [String] = [RichSession.flow, RichSession.other]) throws {
    let library = try Flows.library(texts)
    session = Session(library.flows[0], library: library)
    let began = Event.Began(library.reference(to: session.flow), program: "0.1.0", source: Event.Source(.file))
    add(.began(began), after: 0)
  }

  /// Takes an event, and whatever decides by itself after it.
  mutating func add(_ event: Event, after seconds: Double = 2) {
    time += seconds
    let event = session.complete(event)
    entries.append(JournalEntry(sequence: entries.count + 1, time: time, event: event))
    session.apply(event)
    if let next = session.automatic { add(next, after: 0.01) }
  }

  mutating func answer(_ edge: String, after seconds: Double = 4) {
    guard case .ask(let ask)? = session.step, let choice = ask.choices.first(where: { $0.id == edge }) else { return }
    add(session.answer(choice, by: .person), after: seconds)
  }

  mutating func tell(_ name: String, _ value: String?) {
    add(.fact(Event.FactRecord(name: name, value: value)))
  }

  mutating func ran(_ outcome: Outcome, exit: Int, output: String = "", errors: String = "") {
    guard case .run(let run)? = session.step else { return }
    var result = CommandResult(output: Array(output.utf8))
    result.errors = Array(errors.utf8)
    result.exit = exit
    result.outcome = outcome
    result.milliseconds = 1240
    let provenance = Provenance(.command, source: run.line, exit: exit)
    for event in CommandOutput.events(session, line: run.line, result, provenance) { add(event, after: 0.4) }
  }

  func transcript(_ text: @escaping SessionFold.FlowText = { _ in nil }) throws -> Transcript {
    // As a journal gives them back: times in milliseconds.
    let read = try entries.map { try JournalEntry.read(try $0.line()) }
    guard
      let transcript = Transcript(id: "20261121T033000", entries: read, library: session.library, text: text)
    else { throw Lost(at: session) }
    return transcript
  }

  // MARK: - The one that goldens show

  /// Every part of a note has something to say.
  static func whole() throws -> Transcript {
    var walk = try RichSession()
    walk.add(.evidence(EvidenceRecord(description)))
    walk.answer("crash")
    walk.add(.note("the crash was *yesterday*, see https://status.example.org/12"), after: 30)
    walk.add(.back, after: 12)
    walk.answer("pull")
    walk.tell("namespace", "shop-staging")
    walk.add(.ended(.quit), after: 90)
    walk.add(.resumed, after: 86_400)
    walk.ran(.denied, exit: 1, errors: "Error from server (Forbidden): events is forbidden")
    walk.answer("yes", after: 20)
    walk.add(.note("@bob agreed"), after: 5)
    walk.add(.ended(.finished), after: 3)
    return try walk.transcript()
  }

  private static let description = Document(
    id: "describe", title: "describe pod", provenance: Provenance(.file, source: "pod.txt"),
    text: """
      Name:         orders-6b7f9c5d48-t9wlz
      Namespace:    shop
      Containers:
        orders:
          Image:    fabrikam.azurecr.io/orders:1.4.9
          State:    Waiting
            Reason: ImagePullBackOff
          Environment:
            TOKEN:  ‹secret-1›
            OTHER:  ‹secret-2› and ‹secret-1›
      Events:
        Warning  Failed  2m  kubelet  Failed to pull image "fabrikam.azurecr.io/orders:1.4.9": not found
      """)

  static let flow = Flows.text(
    id: "orders",
    """
    a:
      kind: question
      title: What is wrong with {{pod}}?
      options:
        - {id: pull, label: It waits for its image, when: {contains: ImagePullBackOff}, go: look}
        - {id: crash, label: It crashes, go: sure}
    look:
      kind: command
      title: What do the events of {{namespace}} say?
      run: kubectl get events -n {{namespace}} -o json
      effect: read
      proves: what the kubelet said
      does-not-prove: that it still says so
      outcomes:
        - {id: seen, when: {contains: Failed}, go: other}
      else: {label: nothing, go: other}
      failed: {label: could not find out, go: other}
    other:
      kind: jump
      flow: second
      title: Ask the registry
    sure:
      kind: question
      title: Sure?
      options:
        - {id: yes, label: Yes, go: end}
        - {id: no, label: No, go: a}

    """ + Flows.leaf())

  private static let other = Flows.text(
    id: "second",
    """
    a:
      kind: decide
      title: Is the registry named?
      options:
        - {id: named, label: it is, when: {fact: registry, matches: '(?<host>.+)'}, go: b}
      else: {label: it is not, go: b}
    b:
      kind: question
      title: May you push to {{host}}?
      options:
        - {id: yes, label: Yes, class: not-found, causes: [typo, tag-absent], go: end}
        - {id: no, label: No, go: end}

    """
      + Flows.leaf(
        extra: """
          portal: Registry > Tags
          """
      ).replacing("run: kubectl get pods, effect: read", with: "run: 'az acr update -n {{host}}', effect: change"))
}
