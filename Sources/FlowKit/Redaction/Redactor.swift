import Synchronization

/// Takes secrets out of outside text before anything else sees it.
///
/// The same secret gets the same token within a session, plain or in base64; names, hosts, digests and ids stay.
/// Copies share their tokens, so that several threads can redact for one session.
package struct Redactor: Sendable {
  /// How often each rule found something.
  package private(set) var counts: [String: Int] = [:]
  private var tokens = Tokens()

  package init() {}

  /// Goes on with the numbers after those in events that were redacted before; their secrets are not known any more.
  package init(after events: some Sequence<Event>) {
    for event in events {
      switch event {
      case .evidence(let record): use(record.document.bytes)
      case .note(let text): use(Array(text.utf8))
      case .fact(let record): use(Array((record.value ?? "").utf8))
      case .answered(let answer): for value in answer.facts.values { use(Array(value.utf8)) }
      case .practised(let one): for text in [one.line ?? "", one.words] { use(Array(text.utf8)) }
      case .began, .command, .consent, .back, .check, .resumed, .ended: break
      }
    }
  }

  /// One that knows the same secrets and tells this one nothing of what it finds.
  package func apart() -> Redactor {
    var other = self
    other.tokens = Tokens(tokens)
    return other
  }

  private func use(_ bytes: [UInt8]) {
    for token in Placeholder.tokens(in: bytes) { tokens.use(token.number) }
  }

  /// Kinds of secrets that are looked for.
  package static var kinds: [String] { Set(SecretRule.all.map(\.name)).sorted() }

  private static let scanner = WordScanner(SecretRule.all.map(\.word))

  /// The bytes with secrets replaced by `‹secret-N›`; the same bytes when there are none.
  package mutating func redact(_ bytes: [UInt8]) -> [UInt8] {
    var reader = SecretReader(bytes)
    Self.scanner.scan(bytes) { rule, end in reader.read(SecretRule.all[rule], end) }
    reader.finish()
    guard !reader.hits.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    for hit in Self.merged(reader.hits) where !Placeholder.isHidden(bytes[hit.range]) {
      result += bytes[done..<hit.range.lowerBound]
      result += token(for: bytes[hit.range], hit.name)
      done = hit.range.upperBound
    }
    return result + bytes[done...]
  }

  /// A text with secrets replaced.
  package mutating func redact(_ text: String) -> String {
    String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  /// An event without the secrets in what a person typed; everything else of it was redacted before.
  package mutating func redactTyped(_ event: Event) -> Event {
    switch event {
    case .note(let text): return .note(redact(text))
    case .fact(var record):
      record.value = record.value.map { redact($0) }
      return .fact(record)
    case .answered(var answer) where answer.by == .person || answer.by == .file:
      answer.facts = answer.facts.mapValues { redact($0) }
      return .answered(answer)
    case .practised(var one):
      one.line = one.line.map { redact($0) }
      one.words = redact(one.words)
      return .practised(one)
    default: return event
    }
  }

  /// Hits in order; those that overlap become one, so that no end of a secret is left over.
  private static func merged(_ hits: [SecretReader.Hit]) -> [SecretReader.Hit] {
    var result: [SecretReader.Hit] = []
    for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = result.last, hit.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, hit.range.upperBound)
        result[result.count - 1].range = last.range.lowerBound..<end
      } else {
        result.append(hit)
      }
    }
    return result
  }

  private mutating func token(for secret: ArraySlice<UInt8>, _ rule: String) -> [UInt8] {
    counts[rule, default: 0] += 1
    return Array("‹secret-\(tokens.number(of: Self.plain(secret, rule)))›".utf8)
  }

  /// What a secret says: decoded from base64, and without the user name that goes with it.
  private static func plain(_ secret: ArraySlice<UInt8>, _ rule: String) -> [UInt8] {
    guard let text = Base64.text(secret) else { return Array(secret) }
    guard rule == "auth" || rule == "authorization", let colon = text.firstIndex(of: Byte.colon) else { return text }
    return Array(text[(colon + 1)...])
  }
}

/// The numbers of the secrets of one session.
private final class Tokens: Sendable {
  private struct State {
    var numbers: [[UInt8]: Int] = [:]
    /// Number of the last token that an earlier part of the session used.
    var used = 0
  }

  private let state: Mutex<State>

  init() { state = Mutex(State()) }

  /// A copy that goes its own way.
  init(_ other: Tokens) { state = Mutex(other.state.withLock { $0 }) }

  /// A number is taken already.
  func use(_ number: Int) { state.withLock { $0.used = max($0.used, number) } }

  /// The number of a secret, a new one if it was never seen.
  func number(of secret: [UInt8]) -> Int {
    state.withLock { state in
      let number = state.numbers[secret] ?? state.used + state.numbers.count + 1
      state.numbers[secret] = number
      return number
    }
  }
}
