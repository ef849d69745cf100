import FlowKit
import TestSupport
import Testing

/// No option that a scenario takes was ruled out when it was taken.
struct RulingOutTests {
  @Test func `nothing that is right was ruled out`() async {
    var looked = 0
    var marked = 0
    for run in await ShippedScenarios.runs {
      for visit in run.session.visits {
        looked += 1
        // As if another option had been taken, so that the one that was taken is looked at too.
        var other = visit
        guard let edge = visit.node.edges.first(where: { $0.id != visit.edge.id }) else { continue }
        other.edge = edge
        let out = run.session.ruledOut(at: other)
        marked += out.count
        #expect(
          !out.contains { $0.label == visit.edge.label },
          "\(run.scenario.id): \(visit.node.id)/\(visit.edge.id), since \(out.first?.reason.words ?? "")")
      }
    }
    #expect(looked > 5000 && marked > 1000, "\(looked), \(marked)")
  }
}
