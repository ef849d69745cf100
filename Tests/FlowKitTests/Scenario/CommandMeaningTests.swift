import FlowKit
import Testing

/// Command lines that do the same, and those that do not.
struct CommandMeaningTests {
  private let here: CommandPlace

  init() throws { here = CommandPlace(try Self.exercise()) }

  private func fits(_ wanted: String, _ typed: String) throws -> Bool {
    let typed = try #require(CommandMeaning(typed))
    return try #require(CommandMeaning(wanted)).fits(typed, in: here)
  }

  private func prints(_ recorded: String, _ typed: String) throws -> Bool {
    let typed = try #require(CommandMeaning(typed))
    return try #require(CommandMeaning(recorded)).prints(asMuchAs: typed, in: here)
  }

  @Test(arguments: CommandPairs.same) func `the same in another spelling`(_ wanted: String, _ typed: String) throws {
    #expect(try fits(wanted, typed))
  }

  @Test(arguments: CommandPairs.other) func `another thing`(_ wanted: String, _ typed: String) throws {
    #expect(try !fits(wanted, typed))
  }

  @Test(arguments: CommandPairs.sameOutput) func `the same output`(_ recorded: String, _ typed: String) throws {
    #expect(try prints(recorded, typed))
  }

  @Test(arguments: CommandPairs.otherOutput) func `another output`(_ recorded: String, _ typed: String) throws {
    #expect(try !prints(recorded, typed))
  }

  @Test(arguments: [
    "", "$", "kubectl get pods | grep web", "az aks update; rm -rf /", "echo 'open", "echo \"open",
    "kubectl get pods &",
    "kubectl get pods > f", "kubectl apply -f <(x)", "kubectl delete pod $POD", "az acr show -n \"${NAME}\"",
    "az acr show -n \"$(cat f)\"", "az acr show -n `cat f`", "kubectl get pods\nkubectl delete pods", "a \\",
  ])
  func `no single command`(_ line: String) { #expect(CommandMeaning(line) == nil) }

  @Test(arguments: [
    "kubectl delete /", "kubectl get \"\"", "kubectl delete / -n menu", "kubectl '' ''", "- -", "kubectl -",
  ])
  func `an odd line is a line`(_ line: String) { #expect(CommandMeaning(line) != nil) }

  @Test func `where nothing is known of the place, none is refused`() throws {
    let restart = try #require(CommandMeaning("kubectl rollout restart deploy/web -n shop"))
    let elsewhere = try #require(CommandMeaning("kubectl rollout restart deploy/web -n shop --context x"))
    #expect(restart.fits(elsewhere))
    // Which registry an id means is only known with its subscription and group.
    let attach = try #require(CommandMeaning("az aks update -n a -g g --attach-acr acme"))
    let byID = try #require(CommandMeaning("az aks update -n a -g g --attach-acr \(CommandPairs.acme)"))
    #expect(!attach.fits(byID))
  }

  /// An exercise that tells its cluster, its subscription and a registry.
  static func exercise() throws -> Exercise {
    let text = ExerciseStarter.files("mine")[0].text.replacing(
      "answers: {}",
      with: "answers: {}\nfacts: {context: aks-shop, subscription: 5b0c7e18, kubeconfig: /home/me/.kube/config}"
    ).replacing(
      "run: kubectl rollout restart deployment/menu -n menu",
      with:
        "run: kubectl rollout restart deployment/menu -n menu\n    or: [az aks update -n a -g g --attach-acr \(CommandPairs.acme)]"
    )
    return try #require(ExerciseReader.read(text, file: "mine.yaml").exercise)
  }
}
