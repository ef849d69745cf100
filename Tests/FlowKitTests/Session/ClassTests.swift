import FlowKit
import TestSupport
import Testing
import Wizard

/// Every class of the catalogue, and every leaf of the shipped flow.
struct ClassTests {
  /// A session that knows a class, as if evidence had told it, and the registry of the image.
  private static func session(_ pullClass: String, registry: String?) throws -> Session {
    var session = try ShippedFlow.session()
    var facts = [("pull.class", pullClass), ("pod", "web-1"), ("namespace", "shop")]
    if let registry {
      facts += [("registry", registry), ("repository", "web"), ("tag", "v1"), ("image", "\(registry)/web:v1")]
    }
    for (name, value) in facts { session.apply(.fact(Event.FactRecord(name: name, value: value))) }
    return session
  }

  /// Classes that a pod can show; the others belong to the logins of people.
  private static let classes = ((try? ShippedFlow.library.catalogue.classes.map(\.id)) ?? []).filter {
    !$0.hasPrefix("login-") && !$0.hasPrefix("check-health-")
  }

  @Test func `the catalogue is there`() {
    #expect(Self.classes.count == 42)
    #expect(Set(Self.classes).count == Self.classes.count)
  }

  /// Answers what evidence cannot; a question without a suggestion takes each of its options in turn.
  private static func leaves(from start: Session) -> [(leaf: Leaf, session: Session)] {
    var found: [(leaf: Leaf, session: Session)] = []
    var open = [Diagnosis(start)]
    var seen: Set<String> = []
    while let diagnosis = open.popLast() {
      if let leaf = diagnosis.leaf {
        found.append((leaf, diagnosis.session))
      } else if case .ask(let ask)? = diagnosis.session.step, seen.insert(diagnosis.session.nodeID).inserted {
        for choice in ask.choices {
          var session = diagnosis.session
          session.apply(session.answer(choice, by: .person))
          open.append(Diagnosis(session))
        }
      }
    }
    return found
  }

  @Test(arguments: classes, ["contoso.azurecr.io", "docker.io", "public.ecr.aws", "contoso.weu.geo.azurecr.io", nil])
  func `every class reaches a leaf and stays the class that is reported`(_ pullClass: String, _ registry: String?)
    throws
  {
    let found = Self.leaves(from: try Self.session(pullClass, registry: registry))
    #expect(!found.isEmpty)
    for (leaf, session) in found {
      #expect(!leaf.title.isEmpty && !leaf.why.isEmpty)
      #expect(Diagnosis(at: session).pullClass == pullClass, "\(leaf.id)")
    }
    let verdicts = Set(found.map { Diagnosis(at: $0.session).verdict })
    #expect(verdicts.isSubset(of: [.remediation, .notImagePull, .healthy, .unknown]))
    if pullClass == "not-image-pull" { #expect(verdicts == [.notImagePull]) }
    if pullClass == "healthy" { #expect(verdicts == [.healthy]) }
  }

  @Test func `every leaf of the shipped flows is complete`() throws {
    let library = try ShippedFlow.library
    var leaves = 0
    for flow in library.flows {
      for node in flow.nodes {
        let session = Session(flow, library: library)
        guard case .finish(let leaf) = node.kind.step(at: node, in: session.scope) else { continue }
        leaves += 1
        Self.check(leaf, "\(flow.id).\(node.id)")
      }
    }
    #expect(leaves > 200)
  }

  private static func check(_ leaf: Leaf, _ place: Comment) {
    #expect(!leaf.why.isEmpty, place)
    if leaf.verdict == .remediation {
      #expect([leaf.changes, leaf.rights, leaf.takes, leaf.avoid].allSatisfy { !$0.isEmpty }, place)
      #expect(!leaf.commands.isEmpty && !leaf.verify.isEmpty && !leaf.undo.isEmpty, place)
    }
    if leaf.verdict == .escalate { #expect(!leaf.escalateTo.isEmpty && !leaf.attach.isEmpty, place) }
    #expect(leaf.sources.allSatisfy { $0.url.hasPrefix("https://") && $0.seen.hasPrefix("2026-") }, place)
    #expect((leaf.commands + leaf.verify + leaf.undo).allSatisfy { !$0.text.isEmpty }, place)
  }

  @Test func `every value that a shipped leaf needs comes from evidence, an input or a capture`() throws {
    let flows = try ShippedFlow.library.flows
    for flow in flows {
      for node in flow.nodes {
        for command in node.kind.commands {
          #expect(Set(command.facts).isSubset(of: flow.knownFacts), "\(flow.id).\(node.id)")
        }
      }
    }
    for input in flows.flatMap(\.inputs) {
      #expect(!input.title.isEmpty && !input.hint.isEmpty && input.pattern != nil)
    }
  }
}
