import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// A screen that is recorded: its name, and how one gets there on a screen of a size.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  private let reach: @Sendable (Int, Int) throws -> any Pictured

  init(_ name: String, _ reach: @escaping @Sendable (Int, Int) throws -> any Pictured) {
    self.name = name
    self.reach = reach
  }

  var testDescription: String { name }

  /// The picture at a size.
  func picture(_ size: Size) throws -> Buffer { try reach(size.width, size.height).picture }

  static let all = questions + commands + remedies + evidence + boxes + verifications + practice + starts

  private static let questions = [
    Scene("question") { try tag($0, $1) },
    Scene("question-long") { try tag($0, $1, "⏎") },
    Scene("question-answered-before") { try tag($0, $1, "⏎b") },
    Scene("refused-key") { try tag($0, $1, "n") },
    Scene("note") { try CommandNodeTests().command($0, $1).after("4") },
    Scene("input") { try bare($0, $1, "4") },
    Scene("input-prompt") { try bare($0, $1, "4⏎") },
    Scene("input-fault") { try bare($0, $1, "4⏎not a host⏎") },
    Scene("replay") { try replay($0, $1, "→→") },
    Scene("replay-playing") { try replay($0, $1, "→→→p") },
    Scene("production") {
      try tag($0, $1) {
        $0.context = "prod-weu"
        $0.isProduction = true
      }
    },
    Scene("not-saved") {
      try tag($0, $1) {
        $0.isProduction = true
        $0.isSaved = false
      }
    },
  ]

  private static let commands = [
    Scene("command") { try CommandNodeTests().command($0, $1) },
    Scene("command-running") { try running($0, $1, lines: 0) },
    Scene("command-output") { try running($0, $1, lines: 200) },
    Scene("command-paste") { try CommandNodeTests().command($0, $1).after("2{\n") },
    Scene("command-file") { try CommandNodeTests().command($0, $1).after("3") },
    Scene("command-consent") { try ConsentTests().walk($0, $1).after("1") },
  ]

  private static let practice = [
    Scene("practice-story") { try PracticeTests().walk($0, $1).after("?") },
    Scene("practice-hint") { try PracticeTests().walk($0, $1).after("??") },
    Scene("practice-question") { try PracticeTests().walk($0, $1).after("4") },
    Scene("practice-fixes") { try practised($0, $1, "V") },
    Scene("practice-typed") { try practised($0, $1, "VG↑⏎kubectl get nodes⏎") },
    Scene("practice-applied") { try practised($0, $1, "V⏎") },
    Scene("practice-debrief") { try debriefed($0, $1) },
  ]

  private static let remedies = [
    Scene("leaf") { try leaf("2-wrong-tag", $0, $1) },
    Scene("leaf-values") { try leaf("1-not-attached", $0, $1) },
    Scene("leaf-fill") { try leaf("1-not-attached", $0, $1).after("f") },
    Scene("leaf-copied") { try leaf("2-wrong-tag", $0, $1).after("1") },
    Scene("leaf-end") { try leaf("1-not-attached", $0, $1).after("G") },
    Scene("leaf-escalate") { try bare($0, $1, "8") },
    Scene("leaf-elsewhere") { try bare($0, $1, "6") },
    Scene("leaf-healthy") { try bare($0, $1, "7") },
  ]

  private static let evidence = [
    Scene("evidence") { try tag($0, $1, "⇥") },
    Scene("evidence-search") { try tag($0, $1, "⇥/failed⏎n") },
    Scene("evidence-search-typed") { try tag($0, $1, "⇥/fail") },
    Scene("evidence-filter") { try tag($0, $1, "⇥&failed⏎") },
    Scene("evidence-sideways") { try tag($0, $1, "⇥z→→") },
    Scene("evidence-tabs") { try several($0, $1, "⇥>") },
    Scene("evidence-changed") { try changed($0, $1) },
  ]

  private static let boxes =
    [("help", "?"), ("why", "w"), ("actions", ":"), ("actions-typed", ":ev")].map { name, keys in
      Scene(name) { try tag($0, $1, "⏎" + keys) }
    }
    + [("how", "h"), ("map", "m"), ("values", "v"), ("export", "x"), ("leaf-help", "?")].map { name, keys in
      Scene(name) { try leaf("2-wrong-tag", $0, $1).after(keys) }
    } + [
      Scene("map-question") { try tag($0, $1, "⏎m") },
      Scene("documents") { try several($0, $1, "e") },
      Scene("said") {
        try tag($0, $1) { $0.say("One later answer still holds. 'Which tag?' does not: " + VerificationTests.absent) }
      },
    ]

  private static let verifications = [
    Scene("verify-before") { try verified($0, $1, "V") },
    Scene("verify-running") { try verified($0, $1, "V⏎", [VerificationTests.absent], seconds: 5) },
    Scene("verify-behind") { try verified($0, $1, "V⏎⎋", [VerificationTests.absent], seconds: 5) },
    Scene("verify-pulled") { try verified($0, $1, "V⏎", [], seconds: 5) },
    Scene("verify-failed") { try verified($0, $1, "V⏎", [VerificationTests.absent], seconds: 601) },
    Scene("verify-changed") { try verified($0, $1, "V⏎", [VerificationTests.refused], seconds: 5) },
    Scene("leaf-did-not-help") {
      try verified($0, $1, "V⏎", [VerificationTests.absent], seconds: 601).after("↓⏎⏎")
    },
  ]

  private static let starts = [
    Scene("pods-loading") { width, height in
      var walk = try StartWalk(width, height)
      walk.model.waited = .milliseconds(3_200)
      return walk
    },
    Scene("pods-list") { try StartWalk.listed($0, $1, isAll: true) },
    Scene("pods-filter") { try StartWalk.listed($0, $1, isAll: true).after("/orders") },
    Scene("pods-filtered") { try StartWalk.listed($0, $1, isAll: true).after("/orders⏎") },
    Scene("pods-production") { width, height in
      var walk = try StartWalk(width, height)
      walk.list(FleetText.pods, context: "prod-weu", isProduction: true)
      return walk
    },
    Scene("pods-empty") { width, height in
      var walk = try StartWalk(width, height)
      walk.list(FleetText.list([FleetText.pod("web-0", phase: "Running", state: FleetText.running)]))
      return walk
    },
    Scene("pods-no-kubectl") { try noKubectl($0, $1) },
    Scene("pods-practise") { try noKubectl($0, $1).after("d") },
    Scene("pods-sessions") { try sessions($0, $1).after("s") },
    Scene("pods-paste") { try StartWalk.listed($0, $1).after("pFailed to pull⏎") },
    Scene("pods-open") { try StartWalk.listed($0, $1).after("opod.txt") },
    Scene("pods-reading") { try StartWalk.listed($0, $1).after("⏎") },
    Scene("pods-help") { try StartWalk.listed($0, $1).after("?") },
  ]
}
