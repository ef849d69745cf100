import FlowKit
import TestSupport
import Testing
import Wizard

/// Transcripts of demonstrations.
enum DemoTranscript {
  /// The walk of a recording by its suggestions, from its beginning to its end.
  static func of(_ recording: String) throws -> Transcript {
    var walk = TwoWays(try ShippedFlow.session())
    walk.apply(.began(Event.Began(flow: "image-pull", version: "1.0", hash: "00ff", program: "0.1.0")))
    walk.take(try ShippedFlow.document(recording))
    walk.apply(.note("asked the *owner* of <orders>"))
    let demo = try ShippedFlow.demo(recording)
    for fact in demo.facts { walk.apply(.fact(fact)) }
    steps: while true {
      switch walk.live.step {
      case .ask(let ask): walk.choose(ask.choices[try #require(ask.suggested)].id)
      case .run(let run):
        let result = try #require(demo.result(of: run.arguments ?? []))
        walk.ran(
          result.outcome, exit: result.exit, output: String(decoding: result.output + result.errors, as: UTF8.self))
      default: break steps
      }
    }
    #expect(walk.live.automatic == nil)
    walk.apply(.ended(.finished))
    #expect(walk.differences == [String]())
    return try #require(walk.transcript())
  }
}
