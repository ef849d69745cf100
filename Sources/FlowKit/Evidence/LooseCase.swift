/// Decides what a text without the shape of a description suffers from: the newest message that tells most.
struct LooseCase {
  private let reader: LooseReader
  private let table: PodTable
  /// What the messages left behind that did not decide at once.
  private var hint: PullError?
  private var anonymous: PullError?
  private var unknown: PullError?
  private var lost: PullError?
  private var failure: Failure?

  /// The case; nil when nothing in the text speaks of a pod.
  ///
  /// - Parameter isSure: whether only words that no program's log holds may name a pull.
  static func read(_ document: Document, sureOnly isSure: Bool = false) -> PodCase? {
    var reading = LooseCase(document)
    return reading.decide(isSure)
  }

  private init(_ document: Document) {
    table = PodTable(document)
    reader = LooseReader(document, without: table.lines)
  }

  private mutating func decide(_ isSure: Bool) -> PodCase? {
    for notice in reader.newestFirst {
      if let told = take(notice) { return decided(told) }
    }
    if isSure { return anonymous.map(decided) }
    // The log of a program that crashes speaks of much.
    if failure?.kind == "crash" || table.worst?.podCase.failure?.kind == "crash" { hint = nil }
    if let error = hint ?? anonymous { return decided(error) }
    if let unknown { return PodCase(error: unknown) }
    if let secret = lost == nil ? nil : reader.missingSecret {
      return PodCase(pullClass: Located("pull-secret-missing", secret.span), error: lost, missingSecret: secret)
    }
    if let row = table.worst, row.isTelling { return row.podCase }
    if let failure { return PodCase(pullClass: Located(Fact.notImagePull, failure.reason.span), failure: failure) }
    if let lost { return PodCase(pullClass: Located("cause-lost", lost.attempt.span), error: lost) }
    if let row = table.worst { return row.podCase }
    // A pull may go well without the secret, and then says so.
    guard let secret = reader.missingSecret, !reader.tellsOfSuccess else { return nil }
    return PodCase(pullClass: Located("pull-secret-missing", secret.span), missingSecret: secret)
  }

  /// Keeps what a message says; answers the error that needs no comparison.
  private mutating func take(_ notice: LooseReader.Notice) -> PullError? {
    // Of a back-off and another failure the newer one counts.
    if lost == nil { failure = failure ?? notice.failure }
    guard let error = notice.error else { return nil }
    switch error.pullClass {
    case nil: if notice.isSure { unknown = unknown ?? error }
    case "cause-lost": if failure == nil { lost = lost ?? error }
    default:
      if error.attempt.isAnonymousRefusal {
        anonymous = anonymous ?? error
      } else if notice.isSure {
        return error
      } else {
        hint = hint ?? error
      }
    }
    return nil
  }

  private func decided(_ error: PullError) -> PodCase {
    var result = PodCase(pullClass: error.pullClass.map { Located($0, error.attempt.span) }, error: error)
    if CaseReader.refusals.contains(error.pullClass), let secret = reader.missingSecret {
      result.missingSecret = secret
      result.pullClass = Located("pull-secret-missing", secret.span)
    }
    return result
  }
}
