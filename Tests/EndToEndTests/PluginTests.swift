import Foundation
import TestSupport
import Testing

/// The program under the names by which kubectl calls it.
struct PluginTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    for name in ["kubectl-fairway", "kubectl_complete-fairway"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: Program.folder + "/fairway")
    }
    let path = folder.path + "/bin:" + folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    environment = ["PATH": path, "XDG_STATE_HOME": folder.path, "HOME": folder.path, "KUBECONFIG": "/nonexistent"]
  }

  private func plugin(_ arguments: String...) throws -> Program.Result {
    try Program.run(folder.path + "/kubectl-fairway", arguments, environment: environment)
  }

  /// What kubectl is told about a line whose last word is not finished: candidates without their descriptions.
  private func complete(_ words: [String]) throws -> [String] {
    let result = try Program.run(folder.path + "/kubectl_complete-fairway", words, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  /// A kubectl that lists what somebody asks for, with its arguments.
  private func makeKubectl() throws {
    let script = """
      #!/bin/sh
      echo "$*" >> '\(folder.path)/calls'
      case "$1 $2" in
        "get pods") printf 'pod/orders-0\\npod/orders-1\\npod/web-0\\n' ;;
        "get namespaces") printf 'namespace/store\\nnamespace/kube-system\\n' ;;
        "config get-contexts") printf 'aks/one\\naks/two\\n' ;;
      esac
      """
    try ShellScript.write(script, to: folder.path + "/bin/kubectl")
  }

  private func calls() throws -> [String] {
    try String(contentsOfFile: folder.path + "/calls", encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func `Usage, hints and errors name what the operator typed`() throws {
    let help = try plugin("run", "--help")
    #expect(help.output.contains("USAGE: kubectl fairway run") && help.output.contains("kubectl fairway run --pod POD"))
    #expect(try plugin().output.contains("kubectl fairway demo"))
    #expect(try plugin("demo", "1").output.contains("kubectl fairway resume"))
    #expect(try plugin("rum").errors.contains("kubectl fairway"))
    let fleet = try folder.write(
      "pods.json",
      #"{"kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"a","image":"b"}]},"status":{"containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ErrImagePull"}}}]}}"#
    )
    #expect(try plugin("scan", "--from", fleet).output.contains("Next: kubectl fairway run --pod a"))
    #expect(try plugin("--version").output.hasPrefix("fairway "))
  }

  @Test func `kubectl's flags may stand before the subcommand`() throws {
    try makeKubectl()
    let lines = [
      (["-n", "store"], "-n store"), (["--namespace=store"], "-n store"), (["-nstore"], "-n store"),
      (["--context", "c", "--kubeconfig", "k"], "--context c --kubeconfig k"),
    ]
    for (line, asked) in lines {
      _ = try Program.run(
        folder.path + "/kubectl-fairway", line + ["diagnose", "--pod", "p"], environment: environment)
      #expect(try calls().contains { $0.hasPrefix("get pod p") && $0.hasSuffix(asked) }, "\(line)")
    }
    #expect(try plugin("-n", "store", "dignose").errors.contains("diagnose"))
    // Any option of the start screen may, and none of them is read as a bundle of flags.
    #expect(try plugin("--plain", "--state-dir", folder.path, "sessions", "list").status == 64)
    #expect(try plugin("--state-dir", folder.path, "sessions", "list").status == 0)
    #expect(try plugin("-nshop").output.contains("kubectl fairway demo"))
  }

  @Test func `Completion knows subcommands, flags and values`() throws {
    #expect(try complete(["ru"]) == ["run", ":4"])
    #expect(try complete(["hel"]) == ["help", ":4"] && complete(["help", "exi"]) == ["exit-codes", ":4"])
    #expect(try complete(["flow", "show", "image-pull", "reas"]).contains("reason"))
    #expect(try complete(["diagnose", "--fail-on", "heal"]) == ["healthy", ":4"])
    #expect(try complete([""]).contains("practice") && !complete([""]).contains("start"))
    #expect(try complete(["flow", "sch"]) == ["schema", ":4"])
    #expect(try complete(["-n", "run", "diag"]) == ["diagnose", ":4"])
    #expect(try complete(["run", "--names"]) == ["--namespace", ":4"])
    #expect(try complete(["diagnose", "-o", ""]) == ["text", "json", "markdown", "junit", "github", ":4"])
    #expect(try complete(["export", "--format=as"]) == ["--format=asciicast", ":4"])
    #expect(try complete(["export", "--format", "html", "--output", ""]) == [":0"])
    #expect(try complete(["run", "--flows", ""]) == [":16"])
    #expect(try complete(["run", "--nothing=x", "--", "--f"]) == [":4"])
  }

  @Test func `Completion knows flows, exercises, recordings and sessions`() throws {
    #expect(try complete(["run", "acr-l"]) == ["acr-login", ":4"])
    #expect(try complete(["flow", "test", "image-pull", "pull"]) == ["pull-secret", ":4"])
    #expect(try complete(["practice", "K0"]).contains("K02"))
    #expect(try complete(["demo", "4"]) == ["4-dns", ":4"])
    #expect(try complete(["resume", ""]) == [":4"])
    _ = try plugin("demo", "2")
    let sessions = try complete(["export", ""])
    #expect(sessions.count == 3 && sessions.first == "last" && sessions.last == ":4")
  }

  @Test func `Completion asks the cluster that the line names`() throws {
    try makeKubectl()
    #expect(
      try complete(["run", "-n", "store", "--context", "aks/two", "--pod", "ord"]) == ["orders-0", "orders-1", ":4"])
    #expect(try complete(["diagnose", "--pod=w"]) == ["--pod=web-0", ":4"])
    #expect(try complete(["-n", "s"]) == ["store", ":4"])
    #expect(try complete(["run", "--context", ""]) == ["aks/one", "aks/two", ":4"])
    #expect(try calls().contains("get pods -o name -n store --request-timeout=2s --context aks/two"))
  }

  @Test(.enabled(if: Program.hasKubectl, "kubectl is not on PATH"))
  func `kubectl runs and completes the plugin`() throws {
    let completion = try Program.run(
      "/usr/bin/env", ["kubectl", "__complete", "fairway", "ru"], environment: environment)
    #expect(completion.output.hasPrefix("run\t") && completion.output.contains("\n:4"), "\(completion)")
    let version = try Program.run("/usr/bin/env", ["kubectl", "fairway", "--version"], environment: environment)
    #expect(version.output.hasPrefix("fairway "), "\(version)")
    let list = try Program.run("/usr/bin/env", ["kubectl", "plugin", "list"], environment: environment)
    #expect(list.output.contains("kubectl-fairway"), "\(list)")
  }
}
