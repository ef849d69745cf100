import FlowKit
import TestSupport
import Testing
import Wizard

/// Exercises: what their check finds, what their world does, and what a review says.
struct ExerciseTests {
  private let text = ExerciseStarter.files("mine")[0].text

  private func check(_ text: String, manifests: [String] = []) throws -> [String] {
    let library = try #require(ShippedScenarios.library)
    let (exercise, findings) = ExerciseReader.read(text, file: "mine.yaml")
    if !findings.isEmpty { return findings.map(\.rule) }
    return ExerciseCheck.findings(
      try #require(exercise), library: library, others: ["mine"], manifests: manifests
    ).map(\.rule)
  }

  private func exercise() throws -> Exercise { try #require(ExerciseReader.read(text, file: "mine.yaml").exercise) }

  @Test func `a new exercise passes its own check`() throws { #expect(try check(text) == []) }

  @Test(arguments: [
    ("topic: image", "topic: images", "unknown-value"), ("difficulty: 1", "difficulty: 7", "structure"),
    ("hints:", "hint:", "unknown-key"), ("healed: true", "healed: false", "healed"),
    ("extends: broken", "extends: brokn", "unknown-state"), ("restart: broken", "restart: brokn", "unknown-state"),
    ("restart: broken", "restrt: broken", "unknown-fix"), ("other-tag: healed, ", "", "unreachable-state"),
    ("menu:2026.11.2 -n menu\n\n# What", "menu:2026.11.9 -n menu\n\n# What", "solution"),
    ("Successfully pulled image", "Container image", "healed"),
    ("leaf: use-existing-tag", "leaf: use-other-tag", "walk"), ("class: not-found", "class: no-access", "walk"),
    (
      "  look: The newest",
      "  look: \"kubectl set image deployment/menu menu=contosofoods.azurecr.io/menu:2026.11.2 -n menu\"\n  loo: The newest",
      "unknown-key"
    ),
    ("see: One attempt", "see: The tag does not exist. One attempt", "hint"),
    (
      "look: The newest",
      "look: Run kubectl set image deployment/menu menu=contosofoods.azurecr.io/menu:2026.11.2. The newest", "hint"
    ),
    ("see: One attempt", "see: Set image is what helps. One attempt", "hint"),
    ("see: One attempt", "see: One more word, menu=contosofoods.azurecr.io/menu:2026.11.2. One attempt", "hint"),
    ("see: One attempt", "see: The list holds 2026.11.2, and the image is menu:2026.11.3. One attempt", ""),
    ("    why: The new pod names the same tag, which is not there.\n", "", "missing-key"),
    ("after", "after", ""),
    ("misreadings:", "after: [K99]\nmisreadings:", "unknown-exercise"),
    (
      "misreadings:", "cluster: {needs: x, manifests: [a.yaml], break: [kubectl x], repair: [kubectl y]}\nmisreadings:",
      "no-manifest"
    ),
    ("misreadings:", "covers: [K99]\nmisreadings:", "unknown-row"),
    ("misreadings:", "world: none\nmisreadings:", "unknown-world"),
    ("topic: image", "topic: image\nflow: image-pul", "unknown-flow"),
    (
      "run: kubectl rollout restart deployment/menu -n menu", "run: 'kubectl rollout restart deployment/menu | cat'",
      "bad-command"
    ),
    ("  aim: Participants", "  aim: 'WRITE: x'\n  am: Participants", "unknown-key"),
    ("title: The menu that does not come", "title: 'WRITE: a title'", "unwritten"),
  ])
  func `one mistake is found`(_ right: String, _ wrong: String, _ rule: String) throws {
    let changed = text.replacing(right, with: wrong)
    let found = try check(changed)
    #expect(rule.isEmpty ? found.isEmpty : found.contains(rule), "\(found)")
  }

  @Test func `a first state that runs is no fault`() throws {
    let healthy = text.replacing("          Reason:       ImagePullBackOff\n", with: "").replacing(
      "State:          Waiting", with: "State:          Running"
    ).replacing("Ready:          False", with: "Ready:          True")
    let lines = healthy.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.contains("Warning  Failed")
    }
    #expect(try check(lines.joined(separator: "\n")).contains("no-fault"))
  }

  @Test func `a folded text ends without an empty line`() throws {
    let folded = text.replacing("see: One attempt", with: "see: >\n    One attempt")
      .replacing("aim: Participants", with: "aim: >\n    Participants")
    let exercise = try #require(ExerciseReader.read(folded, file: "mine.yaml").exercise)
    let texts =
      exercise.hints + exercise.guide.talk + exercise.guide.ask + [exercise.guide.aim] + exercise.fixes.map(\.says)
    #expect(texts.allSatisfy { $0.last?.isWhitespace == false })
    let guide = ExerciseText.guide(exercise)
    #expect(
      !zip(guide, guide.dropFirst()).contains { $0.isEmpty && $1.isEmpty } && !guide.contains { $0.hasSuffix("\n") })
  }

  @Test func `the world changes by what is done, and only reads else`() throws {
    var world = try #require(World(exercise()))
    guard
      case .printed(let result) = world.reply(
        to: "az acr repository show-tags --repository menu --name contosofoods --orderby time_desc --top 20")
    else { throw Wrong() }
    #expect(String(decoding: result.output, as: UTF8.self).contains("2026.11.2"))
    guard case .unknown(let unknown) = world.reply(to: "kubectl get nodes") else { throw Wrong() }
    #expect(unknown.contains("does not hold what this prints"))
    guard case .unknown(let other) = world.reply(to: "kubectl delete namespace menu") else { throw Wrong() }
    #expect(other.contains("nothing was changed"))
    guard case .changed(let wrong) = world.reply(to: "kubectl -n menu rollout restart deploy menu") else {
      throw Wrong()
    }
    world.go(to: wrong.to)
    #expect(!world.state.isHealed)
    guard case .changed(let right) = world.reply(to: try exercise().solution[0]) else { throw Wrong() }
    world.go(to: right.to)
    #expect(world.state.isHealed && world.look()?.text.contains("Successfully pulled") == true)
  }

  @Test func `time passes between two looks, not before the first`() throws {
    let slow = text.replacing("changes: {other-tag: healed", with: "changes: {other-tag: waiting").replacing(
      "  # One state is healed",
      with: "  - state: waiting\n    extends: broken\n    then: healed\n  # One state is healed")
    #expect(try check(slow) == [])
    let exercise = try #require(ExerciseReader.read(slow, file: "m").exercise)
    var world = try #require(World(exercise))
    world.go(to: "waiting")
    #expect(world.look()?.text.contains("ImagePullBackOff") == true)
    #expect(world.look()?.text.contains("Successfully pulled") == true)
    #expect(world.look()?.text.contains("Successfully pulled") == true)
  }

  private struct Wrong: Error {}
}

/// The exercises that come with the program.
struct ShippedExerciseTests {
  private static let course = (try? FlowFiles()).map { Course($0) }

  @Test func `every exercise fails before and is healed after its solution`() throws {
    let course = try #require(Self.course)
    #expect(course.check(try #require(ShippedScenarios.library)).map(\.description) == [])
    #expect(course.exercises.map(\.id).sorted() == (1...10).map { $0 < 10 ? "K0\($0)" : "K\($0)" })
    #expect(course.lessons.map(\.id) == ["setup", "checklist"])
  }

  @Test func `each comes after those that it asks for`() throws {
    let ids = try #require(Self.course).exercises
    for (index, exercise) in ids.enumerated() {
      #expect(exercise.after.allSatisfy { after in ids[..<index].contains { $0.id == after } }, "\(exercise.id)")
    }
  }

  @Test func `every exercise has manifests, commands for a cluster, wrong fixes and a whole guide`() throws {
    let course = try #require(Self.course)
    for exercise in course.exercises {
      #expect(!exercise.cluster.breaks.isEmpty && !exercise.cluster.repairs.isEmpty, "\(exercise.id)")
      #expect(exercise.fixes.count { !$0.why.isEmpty } >= 2, "\(exercise.id)")
      #expect(exercise.misreadings.count >= 2 && exercise.guide.talk.count >= 3 && exercise.guide.ask.count >= 3)
      #expect(ExerciseText.guide(exercise).count > 30)
      for (path, text) in ExerciseText.manifests(exercise, course, { _ in nil }) {
        #expect(text.contains("app.kubernetes.io/part-of: fairway-practice"), "\(path)")
        #expect(text.contains("fairway.dev/exercise: \(exercise.id)"), "\(path)")
      }
    }
  }

  @Test func `an offered fix of every state is one that the world knows`() throws {
    for exercise in try #require(Self.course).exercises {
      for state in exercise.states {
        var world = try #require(World(exercise))
        world.go(to: state.id)
        for line in world.fixes {
          guard case .changed = world.reply(to: line) else {
            Issue.record("\(exercise.id), \(state.id): \(line)")
            continue
          }
        }
      }
    }
  }
}
