package import FlowKit
package import FoundationEssentials

/// A remedy that was applied, and the looks at whether it helped.
package struct Verification: Sendable {
  /// One look.
  package struct Seen: Sendable {
    var time: Date
    var words: String
  }

  /// Seconds between two looks: close together at first, since most remedies work at once or take minutes.
  private static let pauses = [5.0, 10, 10, 15, 15]
  private static let laterPause = 30.0
  /// Number of looks that are listed.
  private static let listed = 6

  let flow: String
  let leaf: Leaf
  let began: Date
  /// What the evidence said before.
  let before: EvidenceReading
  /// When the next look is due; nil when looking is over or cannot be done.
  package internal(set) var next: Date?
  package private(set) var seen: [Seen] = []
  private var count = 0
  /// What it came to; `applied` while it goes on.
  package internal(set) var result = Check.Result.applied
  /// The newest text, which the session takes over when it goes on with it.
  var latest: Looked?

  init(flow: String, leaf: Leaf, began: Date, before: EvidenceReading, practice: Practice? = nil) {
    hurry = practice.map { (Practice.pace, $0.pause) }
    self.flow = flow
    self.leaf = leaf
    self.began = began
    self.before = before
  }

  /// Whether a look can still decide something: after another error somebody may have done more.
  var isOpen: Bool { result == .applied || result == .failed || result == .changed }

  /// By what waiting is shortened, and seconds between two looks, in a recorded world; nil in the real one.
  private let hurry: (pace: Double, pause: Double)?

  /// When the remedy must have taken effect.
  var end: Date { began.addingTimeInterval(Double(leaf.window) / (hurry?.pace ?? 1)) }

  /// Seconds of the world at hand in which it is too early to call it failed.
  func left(at time: Date) -> Double { end.timeIntervalSince(time) * (hurry?.pace ?? 1) }

  /// Takes what a look saw; answers the result when it is decided now.
  mutating func take(_ words: String, _ decided: Check.Result?, at time: Date) -> Check.Result? {
    // What is decided stays so, whatever a look brings that was still on its way.
    guard isOpen else { return nil }
    seen = (seen + [Seen(time: time, words: words)]).suffix(Self.listed)
    schedule(after: time)
    defer { if result == .pulled || result == .changed { next = nil } }
    guard let decided, decided != result else { return nil }
    result = decided
    return decided
  }

  /// Sets the time of the next look.
  mutating func schedule(after time: Date) {
    let pause = hurry?.pause ?? (count < Self.pauses.count ? Self.pauses[count] : Self.laterPause)
    count += 1
    next = time.addingTimeInterval(pause)
  }
}

/// What the keys of a verification do, and what its looks mean.
enum Verifying {
  /// Somebody says that the remedy was applied.
  static func begin(_ model: inout Model) -> [Effect] {
    guard let leaf = model.leaf, let now = model.now else { return [] }
    let flow = model.session.flow.id
    var verification = Verification(
      flow: flow, leaf: leaf, began: now, before: before(model.session), practice: model.practice)
    if model.look.isByItself { verification.schedule(after: now) }
    model.verification = verification
    return [.record(.check(Check(flow: flow, node: leaf.id, result: .applied, time: Timestamp.text(now))))]
  }

  /// A remedy that was applied before the session was left is still being watched.
  static func restore(_ model: inout Model) {
    guard model.verification == nil, let leaf = model.leaf, let check = model.session.lastCheck(of: leaf),
      check.result == .applied || model.practice != nil && check.result == .pulled,
      let began = try? Timestamp.date(check.time)
    else { return }
    var verification = Verification(
      flow: check.flow, leaf: leaf, began: began, before: before(model.session), practice: model.practice)
    verification.result = check.result
    if model.look.isByItself, verification.result == .applied { verification.schedule(after: model.now ?? began) }
    model.verification = verification
  }

  /// What the pod said before, in the documents that a look reads again: what commands printed on the way may be about an
  /// older pod.
  private static func before(_ session: Session) -> EvidenceReading {
    let reading = EvidenceReading(session.documents.filter { Looked.opening.contains($0.id) })
    return reading.main == nil ? session.reading : reading
  }

  /// Nobody watches a remedy from elsewhere: what became of it is acted upon where it stands.
  static func leave(_ model: inout Model) {
    guard let verification = model.verification else { return }
    if model.leaf?.id != verification.leaf.id || model.session.flow.id != verification.flow { model.verification = nil }
  }

  /// It is time for a look.
  static func tick(_ model: inout Model) -> [Effect] {
    guard let now = model.now, let next = model.verification?.next, next <= now, !model.isLooking else { return [] }
    return look(&model)
  }

  /// Looks now.
  static func look(_ model: inout Model) -> [Effect] {
    guard !model.isLooking else { return [] }
    model.isLooking = true
    return [.look]
  }

  /// A look brought documents, or none.
  static func looked(_ model: inout Model, _ looked: Looked) -> [Effect] {
    guard var verification = model.verification, let now = model.now else { return [] }
    if let fault = looked.fault {
      _ = verification.take(fault, nil, at: now)
      model.verification = verification
      return []
    }
    verification.latest = looked
    let reading = looked.reading ?? EvidenceReading(looked.documents)
    let (words, state, span) = judge(reading, verification, now)
    let decided = verification.take(words, state, at: now)
    model.verification = verification
    guard let decided else { return [] }
    let check = Check(
      flow: verification.flow, node: verification.leaf.id, result: decided, time: Timestamp.text(now), because: span,
      words: words)
    if model.overlay != .verification { model.say("Verified: \(check.verdict)") }
    return looked.replacing(model.session.documents) + [.record(.check(check))]
  }

  /// What a reading says, what that decides, and where it stands.
  private static func judge(
    _ reading: EvidenceReading, _ verification: Verification, _ now: Date
  ) -> (String, Check.Result?, Span?) {
    let pod = reading.pod?.name.map { $0.value }
    let isOther = pod != nil && pod != verification.before.pod?.name?.value
    let who = isOther ? "the new pod \(pod ?? ""): " : ""
    switch PullState(reading, after: verification.before) {
    case .pulled(let span, let after):
      let rest = after.map { "; what fails now is another matter: \($0)" } ?? ""
      return ("\(who)the image was pulled anew\(rest)", .pulled, span)
    case .cached(let span):
      return (
        "\(who)it runs with the image that lay on the node; that proves nothing, a new pod on another node would", nil,
        span
      )
    case .unproven: return ("\(who)it runs; no event tells whether the image was pulled", nil, nil)
    case .same(let span):
      let name = reading.main?.pullClass?.value ?? "the error"
      let isOver = now >= verification.end
      let words = isOver ? "\(who)still \(name)" : "\(who)still \(name), too early to call it failed"
      return (words, isOver ? .failed : nil, span)
    case .changed(let pullClass, let span): return ("\(who)another error: \(pullClass)", .changed, span)
    // It may be the old one: nothing was to be read before.
    case .shown(let pullClass, let span): return ("\(who)the error can be read now: \(pullClass)", nil, span)
    case .starting(let what): return ("\(who)not decided yet: \(what)", nil, nil)
    // Without a pull it may still be waiting for a node or a volume.
    case .elsewhere(let what): return ("\(who)no pull was seen, it fails for something else: \(what)", nil, nil)
    }
  }

  /// Somebody says what became of it.
  static func say(_ model: inout Model, _ result: Check.Result) -> [Effect] {
    guard var verification = model.verification, let now = model.now else { return [] }
    verification.result = result
    verification.next = nil
    model.verification = verification
    let words = result == .confirmed ? "" : "somebody said so"
    let check = Check(
      flow: verification.flow, node: verification.leaf.id, result: result, time: Timestamp.text(now), words: words)
    return [.record(.check(check))]
  }

  /// Goes on with what the evidence says now: from the first question, with what was typed kept.
  static func goOn(_ model: inout Model) -> [Effect] {
    guard let verification = model.verification else { return [] }
    model.verification = nil
    model.overlay = nil
    var latest = verification.latest
    // What was new when it was read may be known by now.
    latest?.changes = [:]
    let news = latest?.replacing(model.session.documents) ?? [.forget]
    return news + [.record(.back(Event.Back(to: 0, keeps: false)))]
  }
}
