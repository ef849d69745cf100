import FlowKit
import Testing
import Wizard

/// What the recorded world answers to lines that somebody types, and to commands of a flow.
struct WorldTests {
  private func world(_ change: (String) -> String = { $0 }) throws -> World {
    let text = change(ExerciseStarter.files("mine")[0].text)
    let exercise = try #require(ExerciseReader.read(text, file: "mine.yaml").exercise)
    return try #require(World(exercise))
  }

  private func printed(_ line: String, in world: World) -> String? {
    guard case .printed(let result) = world.reply(to: line) else { return nil }
    return String(decoding: result.output, as: UTF8.self)
  }

  private func reason(_ line: String, in world: World) -> String? {
    if case .unknown(let reason) = world.reply(to: line) { reason } else { nil }
  }

  @Test func `a read in another form is not answered with what another form printed`() throws {
    let world = try world { $0.replacing("    commands:\n", with: "    commands:\n" + Self.read) }
    #expect(printed("kubectl get pods a -nmenu -o json", in: world)?.contains("json") == true)
    #expect(reason("kubectl get pod a -n menu", in: world) == "The recording does not hold what this prints.")
    #expect(reason("kubectl get pod a -n menu -o yaml", in: world) == "The recording does not hold what this prints.")
    #expect(world.result(of: ["kubectl", "get", "pod", "a", "-n", "menu"]) == nil)
  }

  private static let read = """
          - run: kubectl get pod a -n menu -o jsonpath='{.x}'
          - run: kubectl get pod a -n menu -o json
            output: json

    """

  @Test func `what a state has itself stands before what it took over, and repeated answers come in turn`() throws {
    var world = try world {
      $0.replacing("    commands:\n", with: "    commands:\n" + Self.read).replacing(
        "    healed: true\n",
        with: """
              healed: true
              commands:
                - run: kubectl get pod/a --namespace menu -o json
                  output: new
                - run: kubectl get pod/a --namespace menu -o json
                  output: newer

          """)
    }
    let typed = ["kubectl", "get", "po", "a", "-o", "json", "-nmenu"]
    func output(_ count: Int) -> String? {
      world.result(of: typed, asked: count).map { String(decoding: $0.output, as: UTF8.self) }
    }
    #expect(output(0)?.hasPrefix("json") == true)
    world.go(to: "healed")
    #expect([0, 1, 2].map { output($0)?.hasPrefix("newer") } == [false, true, true])
    #expect(output(0)?.hasPrefix("new") == true)
  }

  @Test func `the description of the pod at hand is its evidence, and of no other`() throws {
    let world = try world()
    #expect(
      printed("$ kubectl -n menu describe po/menu-5c8f7d9b66-2hzqd", in: world)?.contains("ImagePullBackOff") == true)
    for line in [
      "kubectl describe pod menu-5c8f7d9b66-2hzqd", "kubectl describe pod menu-5c8f7d9b66-2hzqd -n shop",
      "kubectl describe pod other -n menu", "kubectl describe pods -n menu",
    ] { #expect(reason(line, in: world) == "The recording does not hold what this prints.", "\(line)") }
  }

  @Test func `a copied prompt changes nothing of what a line is`() throws {
    let world = try world()
    #expect(reason("$ kubectl get nodes", in: world) == "The recording does not hold what this prints.")
    #expect(
      printed("$ az acr repository show-tags -n contosofoods --repository menu --orderby time_desc --top 20", in: world)
        != nil)
  }

  @Test(arguments: [
    "kubectl rollout restart deployment/menu -n menu --context other-prod",
    "az aks update -n a -g g --attach-acr \(CommandPairs.acme) --subscription other",
    "az aks update -n a -g g --attach-acr /subscriptions/other/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/acme",
    "az acr repository show-tags -n contosofoods --repository menu --orderby time_desc --top 20 --subscription other",
  ])
  func `another cluster or subscription is said, and nothing changes`(_ line: String) throws {
    let exercise = try CommandMeaningTests.exercise()
    let world = try #require(World(exercise))
    #expect(reason(line, in: world)?.hasPrefix("This names another cluster or subscription") == true)
    guard case .changed = world.reply(to: "az aks update -n a -g g --attach-acr acme --subscription 5b0c7e18") else {
      Issue.record("its own subscription was refused")
      return
    }
  }

  @Test func `a shipped exercise knows its cluster and subscription by what was recorded`() throws {
    let course = Course(try FlowFiles())
    let exercise = try #require(course["K02"])
    let world = try #require(World(exercise))
    let restart = "kubectl rollout restart deploy/basket -n shop"
    for (line, isHere) in [
      ("\(restart) --context aks-shop", true), ("\(restart) --context other-prod", false),
      ("az aks update -n aks-shop -g rg-shop --attach-acr contosoretail --subscription other-sub", false),
    ] {
      if case .changed = world.reply(to: line) { #expect(isHere, "\(line)") } else { #expect(!isHere, "\(line)") }
    }
  }

  @Test func `time that passed is not undone by leaving`() throws {
    var world = try world {
      $0.replacing("changes: {other-tag: healed", with: "changes: {other-tag: waiting").replacing(
        "  # One state is healed",
        with: "  - state: waiting\n    extends: broken\n    then: healed\n  # One state is healed")
    }
    world.heal()
    #expect(!world.state.isHealed)
    world.go(to: "waiting")
    world.heal()
    #expect(world.state.isHealed)
  }
}
