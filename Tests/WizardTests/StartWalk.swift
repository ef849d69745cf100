import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Wizard

/// The start screen without a terminal and without a cluster: keys and answers go in, a picture comes out.
struct StartWalk {
  var model: StartModel
  private(set) var effects: [StartEffect] = []

  /// The shipped exercises and recordings, none of them done.
  private static let practice = StartPractice.all(
    (try? FlowFiles()).map { Course($0).exercises } ?? [], SessionStore(folder: "/proc/none/sessions"))

  static let now = Date(timeIntervalSince1970: 1_795_233_900)

  init(_ width: Int = 120, _ height: Int = 40, isAll: Bool = false) throws {
    model = StartModel(
      size: Size(width: width, height: height), catalogue: try ShippedFlow.library.catalogue, isAll: isAll,
      now: Self.now)
    model.practice = Self.practice
  }

  /// The screen after the ten pods of the fixture came.
  static func listed(_ width: Int = 120, _ height: Int = 40, isAll: Bool = false) throws -> StartWalk {
    var walk = try StartWalk(width, height, isAll: isAll)
    walk.list(FleetText.pods, FleetText.events)
    return walk
  }

  mutating func list(_ pods: String, _ events: String = "", context: String = "aks-shop", isProduction: Bool = false) {
    guard let fleet = Fleet(pods: Array(pods.utf8), events: Array(events.utf8)) else { return }
    answer(.success(fleet), context: context, isProduction: isProduction)
  }

  mutating func answer(
    _ result: Result<Fleet, FleetFault>, context: String? = "aks-shop", remark: String = "", isProduction: Bool = false
  ) {
    let answer = LiveFleet.Answer(
      context: context, namespace: "shop", isAll: model.isAll, result, remark: remark)
    send(.listed(answer, isProduction: isProduction))
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  mutating func send(_ message: StartMessage) { effects += update(&model, message) }

  var text: String { view(model).text }
  var lastRow: String { view(model).text(ofRow: model.size.height - 1) }
  /// The names of what was begun on.
  var begun: [String] { effects.compactMap { if case .begin(let choice) = $0 { choice.words } else { nil } } }
  var selected: String { view(model).text(in: .selected).joined() }
}
