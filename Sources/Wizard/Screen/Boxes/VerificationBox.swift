import FlowKit
import FoundationEssentials
import TerminalUI

/// Whether a remedy that was applied helped: the time that it may take, and what was seen meanwhile.
struct VerificationBox: Box {
  let title = "Does it help?"

  private enum Choice: Int, CaseIterable {
    case begin, look, confirm, deny, goOn, close
    /// In practice: a command that is typed, and what it was about.
    case type, debrief

    func words(_ model: Model) -> String {
      switch self {
      case .begin: "I have applied it: look whether it helps"
      case .look: model.isLooking ? "Looking …" : "Look now"
      case .confirm: "It helped: I saw a fresh pull elsewhere"
      case .deny: "It did not help"
      case .goOn: "Go on with what the evidence says now"
      case .type: "Type a command"
      case .debrief: "Debrief: what this was about"
      case .close: model.verification?.next == nil ? "Close" : "Close; it goes on looking"
      }
    }
  }

  func blocks(_ model: Model) -> [BoxBlock] {
    let texts = model.verification.map { running($0, model) } ?? before(model)
    let fixes = Self.fixes(model).enumerated().map { index, line in
      BoxBlock([StyledLine(Inert.text(line), .code)], choice: Self.firstFix + index)
    }
    return [BoxBlock(texts + [""])] + fixes
      + Self.choices(model).map { BoxBlock([StyledLine($0.words(model))], choice: $0.rawValue) }
  }

  /// Numbers from here on are commands to apply in practice.
  private static let firstFix = 100

  /// In practice what can be applied, until something helped.
  private static func fixes(_ model: Model) -> [String] {
    guard let practice = model.practice, model.verification?.result != .pulled else { return [] }
    return Practising.fixes(model.leaf, practice)
  }

  private static func choices(_ model: Model) -> [Choice] {
    if model.practice != nil {
      let more = practising(model.verification?.result)
      return Practising.isHealed(model.session) && !more.contains(.debrief) ? [.debrief] + more : more
    }
    guard let verification = model.verification else { return [.begin, .close] }
    let canLook = model.look.isByItself || model.look.isPaste
    switch verification.result {
    // Enter is pressed by habit: what it meets first must claim nothing.
    case .applied: return canLook ? [.look, .close, .confirm, .deny] : [.close, .confirm, .deny]
    case .pulled, .confirmed: return [.close]
    case .failed: return (canLook ? [.look] : []) + [.goOn, .confirm, .close]
    case .changed: return [.goOn] + (canLook ? [.look] : []) + [.confirm, .close]
    }
  }

  /// What is seen decides here: nobody has to say it.
  private static func practising(_ result: Check.Result?) -> [Choice] {
    switch result {
    case .pulled, .confirmed: [.debrief, .close]
    case .changed: [.goOn, .look, .type, .close]
    case .failed: [.look, .type, .goOn, .close]
    case .applied: [.look, .type, .close]
    case nil: [.type, .close]
    }
  }

  // MARK: - Text

  private func before(_ model: Model) -> [StyledLine] {
    guard let leaf = model.leaf else { return [] }
    var lines = [StyledLine(Inert.text(leaf.title), .title)]
    if model.practice != nil {
      return lines + ["What do you do? It happens in the recorded world only."]
    }
    if !leaf.takes.isEmpty { lines.append(labelled("Takes", leaf.takes)) }
    lines.append("Apply the commands first: Fairway changes nothing.")
    let window = Age.words(Double(leaf.window))
    switch model.look {
    case .live, .file, .world:
      lines.append(StyledLine("Then it looks for a fresh pull, again and again, for \(window)."))
    case .paste: lines.append(StyledLine("Then paste what the pod says now; an error proves nothing for \(window)."))
    case .none(let reason): lines.append(StyledLine("\(reason) Say yourself what became of it.", .warning))
    }
    return lines + ["Running is no proof: a node may have the image already."]
  }

  private func running(_ verification: Verification, _ model: Model) -> [StyledLine] {
    let now = model.now ?? verification.began
    var lines = [StyledLine(Inert.text(verification.leaf.title), .title)]
    if model.practice != nil {
      lines += Practising.lastFix(model.session) + ["A minute takes a second here."]
    }
    lines.append(labelled("Applied", Countdown.ago(now.timeIntervalSince(verification.began))))
    if !verification.leaf.takes.isEmpty { lines.append(labelled("Takes", verification.leaf.takes)) }
    lines.append(state(verification, now, model))
    if !verification.seen.isEmpty {
      lines += ["", StyledLine("Seen", .title)]
      for seen in verification.seen.reversed() {
        lines.append(
          StyledLine("  \(Countdown.clock(seen.time)) \(Inert.text(seen.words))", .plain))
      }
    }
    return lines
  }

  private func state(_ verification: Verification, _ now: Date, _ model: Model) -> StyledLine {
    switch verification.result {
    case .pulled: return StyledLine("✓ It helped: a fresh pull was seen.", .good)
    case .confirmed: return StyledLine("✓ It helped, as you say.", .good)
    case .changed: return StyledLine("Another error came: the walk can go on with it.", .warning)
    case .failed:
      return StyledLine("It did not help within the time that it may take. This is not offered again unsaid.", .warning)
    case .applied:
      let left = verification.left(at: now)
      let next = verification.next.map { "; next look in \(Countdown.text($0.timeIntervalSince(now)))" } ?? ""
      let looking = model.isLooking ? "; looking …" : next
      if left <= 0 { return StyledLine("The time is over\(looking)", .warning) }
      return StyledLine(
        "Too early to call it failed for \(Countdown.text(left)) \(Countdown.bar(1 - left / Double(verification.leaf.window)))\(looking)"
      )
    }
  }

  private func labelled(_ title: String, _ text: String) -> StyledLine {
    var line = StyledLine("")
    line.append(title + ": ", .title)
    line.append(Inert.text(text), .plain)
    return line
  }

  // MARK: - Choosing

  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    let fixes = Self.fixes(model)
    if fixes.indices.contains(choice - Self.firstFix) {
      return Practising.apply(&model, fixes[choice - Self.firstFix])
    }
    model.overlaySelected = 0
    switch Choice(rawValue: choice) {
    case .begin: return Verifying.begin(&model)
    case .look: return Refreshing.lookOrPaste(&model)
    case .confirm: return Verifying.say(&model, .confirmed)
    case .deny: return Verifying.say(&model, .failed)
    case .goOn: return Verifying.goOn(&model)
    case .type:
      model.overlay = nil
      model.prompt = Model.Prompt(
        purpose: .fix, field: Field("$ "), remark: "the command; it changes the recorded world only")
      return []
    case .debrief:
      model.overlay = .debrief
      model.overlayScroll = Scroll()
      return [.debrief]
    case .close, nil:
      model.overlay = nil
      return []
    }
  }
}

/// Times of a countdown.
enum Countdown {
  /// `4:05`, or `1:04:05`.
  static func text(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds.rounded(.up)))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole < 3600 { return "\(whole / 60):\(two(whole % 60))" }
    return "\(whole / 3600):\(two(whole % 3600 / 60)):\(two(whole % 60))"
  }

  static func ago(_ seconds: Double) -> String { seconds < 1 ? "just now" : "\(Age.words(seconds)) ago" }

  /// `20:47:10Z`.
  static func clock(_ time: Date) -> String { String(Timestamp.text(time).dropFirst(11).prefix(8)) + "Z" }

  /// How much of a time is over.
  static func bar(_ share: Double, width: Int = 16) -> String {
    let filled = min(width, max(0, Int(share * Double(width))))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
