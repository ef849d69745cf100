import Foundation
import TestSupport
import Testing

/// `fairway scan` from outside: files, pipes, a kubectl of our own, exit codes.
struct ScanCommandTests {
  private let state: URL

  init() throws {
    state = FileManager.default.temporaryDirectory.appending(path: "fairway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
  }

  private func scan(_ arguments: String..., input: String = "", bin: String? = nil) throws -> Program.Result {
    let path = bin.map { "\($0):/usr/bin:/bin" } ?? "/usr/bin:/bin"
    return try Program.run(
      Program.folder + "/fairway", ["scan"] + arguments, input: input,
      environment: ["XDG_STATE_HOME": state.path, "KUBECONFIG": "/nonexistent", "PATH": path])
  }

  private func file(_ text: String) throws -> String {
    let file = state.appending(path: "pods.json")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `a file and standard input say the same`() throws {
    let text = FleetText.pods + "\n" + FleetText.events
    let result = try scan("--from", try file(text))
    #expect(result.status == 10, "\(result.errors)")
    #expect(result.output.hasPrefix("7 of 10 pods fail, 1 node with pods\n"))
    #expect(result.output.hasSuffix("Next: fairway run --pod orders-5c6d7e8f9-bbbbb -n shop\n"))
    #expect(try scan("--from", "-", input: text).output == result.output)
  }

  @Test(arguments: [
    ("any", 10), ("none", 0), ("dns", 10), ("dns,not-found", 10), ("tls-expired", 0), ("not-image-pull", 12),
    ("unknown", 0), ("dsn", 64), ("", 64),
  ])
  func `the exit code tells of the classes that somebody asks for`(_ classes: String, _ status: Int32) throws {
    let result = try scan("--from", "-", "--fail-on", classes, input: FleetText.pods + FleetText.events)
    #expect(result.status == status, "\(result.errors)")
  }

  @Test func `other failures alone, and none`() throws {
    let crash = FleetText.pod("p", state: FleetText.waiting("CrashLoopBackOff"))
    #expect(try scan("--from", "-", input: FleetText.list([crash])).status == 12)
    let none = try scan("--from", "-", input: FleetText.list([]))
    #expect(none.status == 0 && none.output == "none of 0 pods fails, 0 nodes with pods\n")
  }

  @Test(arguments: ["", "No resources found", String(FleetText.pods.dropLast(9)), "[[[[[[[[[[[["])
  func `broken input is an error with a place, never a table`(_ text: String) throws {
    let result = try scan("--from", "-", input: text)
    #expect(result.status == 66 && result.output.isEmpty, "\(result.output)")
    #expect(result.errors.hasPrefix("fairway: standard input: "))
    #expect(try scan("--from", "/nonexistent").status == 66)
  }

  @Test func `a command line that makes no sense is refused`() throws {
    let file = try file(FleetText.pods)
    for more in [["-A"], ["-n", "shop"], ["-l", "a=b"], ["--context", "c"], ["--interval", "0"], ["-o", "yaml"]] {
      let result = try Program.run(Program.folder + "/fairway", ["scan", "--from", file] + more)
      #expect(result.status == 64, "\(more)")
    }
    #expect(try scan("--from", "-", "--watch").status == 64)
    #expect(try scan("-n", "a", "-A").status == 64)
  }

  @Test func `secrets stay out of every form, in any spelling`() throws {
    let words = [
      #"GET https://a.io/x?access_token=hunter2canary0123456789: odd"#,
      #"failed to do request: Head \"https://a.io/v2/b/manifests/1\": proxyconnect tcp: dial tcp: lookup http://svc:Hunter2Canary@proxy.corp: no such host"#,
      #"failed to do request: Get \"https://bob:Hunter2Canary@acct.blob.core.windows.net/x\": dial tcp: i/o timeout"#,
      #"failed to do request: Get \"https://bob:Hunter2/Canary@acct.blob.core.windows.net/x\": dial tcp: i/o timeout"#,
      #"invalid reference format: \"bob:hunter2canary@a.io/b:1\""#, "password=Hunter2Canary",
    ]
    var pods = words.enumerated().map { number, text in
      FleetText.pod(
        "p-\(number)", state: FleetText.waiting("ErrImagePull", #"Failed to pull image \"a.io/b:1\": \#(text)"#))
    }
    pods.append(FleetText.pod("q", image: "bob:hunter2canary@a.io/b:1", state: FleetText.waiting("ErrImagePull")))
    // A field that is no place for a secret is no excuse either.
    let field = "password=Hunter2Canary"
    pods.append(FleetText.pod("r \(field)", in: field, node: field, state: FleetText.waiting("ErrImagePull \(field)")))
    for form in ["table", "wide", "json", "jsonl", "prometheus"] {
      let result = try scan("--from", "-", "-o", form, input: FleetText.list(pods))
      #expect(result.status == 10 && !result.output.isEmpty)
      let lines = (result.output + result.errors).lowercased().split(separator: "\n")
      #expect(lines.filter { $0.contains("hunter2") || $0.contains("canary") } == [], "\(form)")
    }
  }

  @Test func `several contexts are asked, each with its own, and one that refuses does not hide the others`() throws {
    let bin = state.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FleetText.pods.write(to: state.appending(path: "pods"), atomically: true, encoding: .utf8)
    try FleetText.events.write(to: state.appending(path: "events"), atomically: true, encoding: .utf8)
    let script = """
      #!/bin/sh
      echo "$*" >> \(state.path)/log
      echo "Warning: something is old" >&2
      case "$*" in
        *"--context bad"*) echo 'Error from server (Forbidden): pods is forbidden' >&2; exit 1 ;;
        "get pods"*) cat \(state.path)/pods ;;
        "get events"*) cat \(state.path)/events ;;
        *) echo '{}' ;;
      esac
      """
    let kubectl = bin.appending(path: "kubectl")
    try script.write(to: kubectl, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: kubectl.path)
    let result = try scan(
      "-A", "-l", "app=x", "--context", "one", "--context", "bad", "-o", "json", bin: bin.path)
    #expect(result.status == 20, "\(result.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let clusters = try #require(json["clusters"] as? [[String: Any]])
    #expect(clusters.map { $0["context"] as? String } == ["one", "bad"])
    #expect(clusters.map { $0["failing"] as? Int } == [7, 0] && json["success"] as? Bool == false)
    #expect((clusters[1]["fault"] as? String)?.hasPrefix("You may not list the pods of all namespaces.") == true)
    let log = try String(contentsOf: state.appending(path: "log"), encoding: .utf8).split(separator: "\n")
    #expect(log.contains { $0.hasPrefix("get pods -A -l app=x -o json") && $0.hasSuffix("--context one") })
    #expect(!log.contains { $0.contains("describe") } && log.count == 6)
    let absent = try scan("-A", bin: "/nonexistent")
    #expect(absent.status == 22 || Program.hasKubectl, "\(absent.errors)")
  }
}
