import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Commands that do more than read ask first; secrets leave facts and nothing else.
struct ConsentTests {
  private static let line = "kubectl get secret acr -o yaml"

  private static let flow = Flows.text(
    """
    a:
      kind: command
      title: For which registry is the secret?
      run: \(line)
      effect: reads-secret
      touches: Reads the pull secret acr; the host and the user name are kept, the password is not.
      outcomes:
        - {id: found, label: it names a host, when: {matches: 'server (?<secretHost>[a-z.]+)'}, go: end}
      else: end
      failed: end

    """ + Flows.leaf())

  func walk(_ width: Int = 120, _ height: Int = 40) throws -> Walk {
    Walk(try Flows.session(Self.flow), width, height)
  }

  @Test func `the words of the flow stand beside the question, and only yes runs the command`() throws {
    var walk = try walk()
    walk.press(.character("1"))
    #expect(walk.text.contains("Reads the pull secret acr; the host and the user name are kept"))
    walk.enter("y")
    #expect(walk.effects.isEmpty)
    #expect(walk.model.message == "It was not run.")
    walk.press(.character("1"))
    walk.enter("yes")
    #expect(walk.effects == ["run \(Self.line)"])
    let consents = walk.events.compactMap { if case .consent(let consent) = $0 { consent.isGiven } else { nil } }
    #expect(consents == [false, true])
  }

  @Test func `of a secret the facts are kept and the output is not`() throws {
    var walk = try walk()
    walk.answers[Self.line] = CommandResult(output: Array("server fabrikam.azurecr.io canary-4711\n".utf8))
    walk.press(.character("1"))
    walk.enter("yes")
    #expect(walk.model.session.nodeID == "end")
    #expect(walk.model.session.facts["secretHost"]?.value == "fabrikam.azurecr.io")
    #expect(walk.model.session.documents.isEmpty)
    for (index, event) in walk.events.enumerated() {
      let entry = JournalEntry(sequence: index + 1, time: .init(timeIntervalSince1970: 0), event: event)
      #expect(!String(decoding: try entry.line(), as: UTF8.self).contains("canary-4711"))
    }
    walk.press(.character("h"))
    #expect(!walk.text.contains("canary-4711"))
  }

  @Test func `while a secret is read nothing of it is shown`() throws {
    var walk = try walk()
    walk.press(.character("1"))
    walk.enter("yes")
    let document = Document(
      id: "running", title: Self.line, provenance: Provenance(.command, source: Self.line), text: "Y2FuYXJ5LTQ3MTE=\n")
    walk.send(.output(document))
    #expect(walk.model.liveOutput == nil)
    #expect(!walk.text.contains("Y2FuYXJ5"))
  }

  @Test func `a flow must say what it touches`() throws {
    let silent = Self.flow.replacing("touches: Reads", with: "help: Reads")
    let flow = try Flows.read(silent)
    let findings = Lint.check(
      flow, LintScope(catalogue: Catalogue.read("classes: {}\ncauses: {}", file: "c").catalogue, flows: [flow]))
    #expect(findings.map(\.rule).contains("unsaid-effect"))
  }
}

/// Output that somebody ran elsewhere.
struct PastedOutputTests {
  private static let flow = Flows.text(
    """
    a:
      kind: command
      title: What is the node?
      run: kubectl get node n1 -o json
      effect: read
      outcomes:
        - {id: arm, when: {json: status.arch, is: ARM64}, go: end}
      else: b
      failed: b
    b:
      kind: note
      title: Nothing
      text: Nothing was found.
      go: end

    """ + Flows.leaf())

  @Test func `a bracketed paste and a lone dot lead on like the command itself`() throws {
    var walk = Walk(try Flows.session(Self.flow))
    walk.press(.character("2"))
    #expect(walk.text.contains("Paste the output now: 0 lines."))
    walk.press(.paste("{\"status\":\n {\"arch\": \"arm64\"}}\n"), .character("."), .enter)
    #expect(walk.model.session.nodeID == "end")
    #expect(walk.model.session.visits.last?.edge.id == "arm")
    #expect(walk.model.session.documents.first?.provenance.origin == .paste)
  }

  @Test func `typed lines and Ctrl-D do the same, Esc drops them`() throws {
    var walk = Walk(try Flows.session(Self.flow))
    walk.press(.character("2"), .character("x"), .escape)
    #expect(walk.model.pasted == nil)
    #expect(walk.model.session.nodeID == "a")
    walk.press(.character("2"))
    walk.enter("nothing useful")
    walk.press(.control("d"))
    #expect(walk.model.session.visits.map(\.edge.id) == ["failed"])
  }

  @Test func `a file is asked for by its path`() throws {
    var walk = Walk(try Flows.session(Self.flow))
    walk.press(.character("3"))
    walk.enter("/tmp/node.json")
    #expect(walk.effects == ["read /tmp/node.json"])
  }

  @Test func `a warning beside the output does not spoil its JSON`() throws {
    var walk = Walk(try Flows.session(Self.flow))
    var result = CommandResult(output: Array(#"{"status":{"arch":"arm64"}}"#.utf8))
    result.errors = Array("Warning: version difference between client and server\n".utf8)
    walk.answers["kubectl get node n1 -o json"] = result
    walk.press(.character("1"))
    #expect(walk.model.session.visits.last?.edge.id == "arm")
    #expect(walk.model.session.documents.count == 2)
  }
}

/// The cluster that kubectl talks to against the one that az names.
struct SameClusterTests {
  private static let check = """
    a:
      kind: command
      title: Is it the same cluster?
      run: az aks show -g rg -n weu -o json
      effect: read
      outcomes:
        - id: same
          when: {any: [{json: fqdn, is: '{{apiServer}}'}, {json: privateFqdn, is: '{{apiServer}}'}]}
          go: end
      else: {label: another cluster, go: stop}
      failed: stop
    stop:
      kind: note
      title: These are two clusters
      text: kubectl talks to {{apiServer}}.
      go: end

    """

  @Test(arguments: [
    (#"{"fqdn": "weu-1.hcp.azmk8s.io", "privateFqdn": null}"#, "same"),
    (#"{"fqdn": null, "privateFqdn": "WEU-1.hcp.azmk8s.io"}"#, "same"),
    (#"{"fqdn": "neu-1.hcp.azmk8s.io"}"#, "else"), ("{}", "else"), ("no json", "failed"),
  ])
  func `another cluster stops the walk`(output: String, edge: String) throws {
    var session = try Flows.session(Flows.text(Self.check + Flows.leaf()))
    session.apply(.fact(Event.FactRecord(name: "apiServer", value: "weu-1.hcp.azmk8s.io")))
    var walk = Walk(session)
    walk.answers["az aks show -g rg -n weu -o json"] = CommandResult(output: Array(output.utf8))
    walk.press(.character("1"))
    #expect(walk.model.session.visits.last?.edge.id == edge)
  }

  @Test func `lint wants the comparison before the first command of az`() throws {
    let bare = """
      a:
        kind: command
        title: Which node pools?
        run: az aks nodepool list -g rg --cluster-name weu -o json
        effect: read
        else: end
        failed: end

      """
    func rules(_ nodes: String) throws -> [String] {
      let flow = try Flows.read(Flows.text(nodes + Flows.leaf()))
      return Lint.check(
        flow, LintScope(catalogue: Catalogue.read("classes: {}\ncauses: {}", file: "c").catalogue, flows: [flow])
      ).map(\.rule)
    }
    #expect(try rules(bare).contains("unchecked-cluster"))
    #expect(try !rules(Self.check).contains("unchecked-cluster"))
  }

  @Test func `names that the operator gave go to every command`() {
    var settings = CommandSettings(runner: .off)
    settings.context = "lab"
    settings.kubeconfig = "/k"
    settings.subscription = "s1"
    #expect(
      settings.scoped(["kubectl", "get", "pod", "p", "-o", "name", "--", "x"])
        == [
          "kubectl", "get", "pod", "p", "-o", "name", "--request-timeout=10s", "--context", "lab", "--kubeconfig", "/k",
          "--", "x",
        ])
    #expect(settings.scoped(["az", "acr", "list"]) == ["az", "acr", "list", "-o", "json", "--subscription", "s1"])
    #expect(settings.scoped(["az", "ad", "sp", "show"]) == ["az", "ad", "sp", "show", "-o", "json"])
    #expect(settings.scoped(["dig", "x"]) == ["dig", "x"])
  }

  @Test(arguments: [
    ("https://weu-1.hcp.azmk8s.io:443", "weu-1.hcp.azmk8s.io"), ("http://127.0.0.1:6443/x\n", "127.0.0.1"), ("", nil),
    ("x", nil),
  ])
  func `the host of an API server`(address: String, host: String?) {
    #expect(ServerAddress.host(address) == host)
  }
}

/// What a tool says when it fails may hold a secret too.
struct FailureWordsTests {
  private static let canary = "access_token=c4n4ry0123456789abcdef"

  private static var failing: CommandRunner {
    CommandRunner { _, _ in CommandResult(outcome: .denied, reason: "Forbidden: \(canary)") }
  }

  @Test func `a pod that cannot be read`() async {
    // A thread of its own: waiting for a command must not hold a thread that tasks need.
    let message = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var collector = EvidenceCollector(Self.failing)
        do {
          _ = try collector.collect(.live(LivePod(pod: "p", namespace: "n", context: nil, kubeconfig: nil)))
          continuation.resume(returning: "")
        } catch {
          continuation.resume(returning: (error as? EvidenceCollector.Failure)?.message ?? "\(error)")
        }
      }
    }
    #expect(message.contains("Forbidden: access_token="))
    #expect(!message.contains("c4n4ry"))
  }

  @Test func `a result is redacted as a whole`() {
    var redactor = Redactor()
    var result = CommandResult(outcome: .denied, reason: Self.canary)
    result.output = Array(Self.canary.utf8)
    result.errors = Array(Self.canary.utf8)
    let safe = result.redacted(by: &redactor)
    for text in [
      safe.reason, String(decoding: safe.output, as: UTF8.self), String(decoding: safe.errors, as: UTF8.self),
    ] {
      #expect(text == "access_token=‹secret-1›")
    }
  }
}
