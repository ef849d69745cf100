package import FlowKit
import TerminalUI

/// A demonstration: keys that are pressed by themselves, with pauses, for an audience.
package struct KeyScript: Sendable {
  /// Something that happens some time after what came before.
  enum Beat: Sendable {
    case say(String)
    case press(Key)
    /// Nothing goes on before a key is pressed.
    case wait
  }

  /// What happens, each with the seconds before it.
  private(set) var beats: [(pause: Double, beat: Beat)] = []

  /// Seconds between two keys, and between two letters.
  private static let (keyPause, letterPause) = (0.6, 0.05)

  private static let keys = [
    FieldKey("say", .text, "Words for the last row of the screen."),
    FieldKey("pause", .duration, "How long nothing happens."),
    FieldKey("press", .oneOrMore(.scalar), "Keys by their names, one after the other."),
    FieldKey("type", .text, "A line, and Enter."),
    FieldKey("wait", .word(["key"]), "Nothing goes on before a key is pressed."),
  ]

  /// The script of a file, and what is wrong with it.
  package static func read(_ text: String, file: String) -> (script: KeyScript, findings: [Finding]) {
    let findings = Findings()
    var script = KeyScript()
    do throws(Finding) {
      let source = try SourceNode.read(text, file: file)
      if source.list == nil { findings.report("structure", source.position, "a script must be a list of steps") }
      for step in source.list ?? [] { script.add(Fields(step, findings, what: "a step")) }
    } catch {
      return (script, [error])
    }
    return (script, findings.all)
  }

  private mutating func add(_ fields: Fields) {
    fields.allow(Self.keys, in: "a step of a script")
    var pause = fields.seconds("pause").map(Double.init) ?? 0
    func take(_ beat: Beat, after seconds: Double) {
      beats.append((pause + seconds, beat))
      pause = 0
    }
    if let words = fields.text("say") { take(.say(words), after: 0) }
    for name in fields.texts("press") {
      if let key = Key(name: name) {
        take(.press(key), after: Self.keyPause)
      } else {
        fields.findings.report("unknown-value", fields.position("press"), "there is no key '\(name)'")
      }
    }
    if let line = fields.text("type") {
      for letter in line { take(.press(.character(letter)), after: Self.letterPause) }
      take(.press(.enter), after: Self.keyPause)
    }
    if fields.word("wait", among: ["key"]) != nil { take(.wait, after: 0) }
    if pause > 0 { take(.say(""), after: 0) }
  }
}

/// A script that is being played; the thread that has the keys owns it.
final class ScriptPlayer {
  private var rest: ArraySlice<(pause: Double, beat: KeyScript.Beat)>
  private var last: ContinuousClock.Instant

  init(_ script: KeyScript, now: ContinuousClock.Instant = .now) {
    rest = script.beats[...]
    last = now
  }

  /// Whether nothing goes on before a key is pressed.
  var isWaiting: Bool { if case .wait? = rest.first?.beat { true } else { false } }

  /// Time until something happens; nil when nothing does by itself.
  func untilNext(_ now: ContinuousClock.Instant = .now) -> Duration? {
    guard let next = rest.first, !isWaiting else { return nil }
    return max(.zero, last + .seconds(next.pause) - now)
  }

  /// Somebody pressed a key: a script that waited goes on, and takes the key for that.
  func goOn(_ now: ContinuousClock.Instant = .now) -> Bool {
    guard isWaiting else { return false }
    rest.removeFirst()
    last = now
    return true
  }

  /// What happens now.
  func take(_ now: ContinuousClock.Instant = .now) -> [Watch.Happening] {
    var happenings: [Watch.Happening] = []
    while let next = rest.first, !isWaiting, last + .seconds(next.pause) <= now {
      last += .seconds(next.pause)
      rest.removeFirst()
      switch next.beat {
      case .say(let words): if !words.isEmpty { happenings.append(.said(words)) }
      case .press(let key): happenings.append(.key(key))
      case .wait: break
      }
      // One at a time, so that everybody sees what each does.
      if case .press = next.beat { break }
    }
    return happenings
  }
}
