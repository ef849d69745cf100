import Foundation
import TestSupport
import Testing

/// `fairway scan` from outside: files, pipes, a kubectl of our own, exit codes.
struct ScanCommandTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func scan(_ arguments: String..., input: String = "", bin: String? = nil) throws -> Program.Result {
    try scan(arguments, input: input, bin: bin)
  }

  private func scan(_ arguments: [String], input: String = "", bin: String? = nil) throws -> Program.Result {
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
    #expect(none.status == 0 && none.output == "no pods were looked at\n")
    #expect(none.errors.isEmpty)
  }

  @Test(arguments: ["", "No resources found", String(FleetText.pods.dropLast(9)), "[[[[[[[[[[[["])
  func `broken input is an error with a place, never a table`(_ text: String) throws {
    let result = try scan("--from", "-", input: text)
    #expect(result.status == 66 && result.output.isEmpty, "\(result.output)")
    #expect(result.errors.hasPrefix("fairway: standard input: "))
    #expect(try scan("--from", "/nonexistent").status == 66)
  }

  @Test(arguments: [
    ("{}", "no pods are in it;"), (#"{"kind":"Service"}"#, "only objects such as Service"),
    (FleetText.list([#"{"kind":"Deployment","metadata":{"name":"x"}}"#]), "only objects such as Deployment"),
    (FleetText.events, "only objects such as Event"),
    (
      #"{"kind":"Status","status":"Failure","message":"Unauth\u001borized password=hunter2canary"}"#,
      "it is an error of the API server: Unauth"
    ),
    (#"{"k\u0069nd":"Status","message":"Unauthorized"}"#, "API server: Unauthorized"),
  ])
  func `what holds no pods is no cluster where all is well`(_ text: String, _ words: String) throws {
    let result = try scan("--from", "-", input: text)
    #expect(result.status == 66 && result.output.isEmpty && result.errors.contains(words), "\(result.errors)")
    #expect(!result.errors.contains("\u{1b}") && !result.errors.contains("hunter2"))
  }

  @Test(arguments: ["[]", #"{"kind":"PodList","items":null}"#, #"{"items":[]}"#])
  func `an empty list is a list, and that nothing was looked at is said`(_ text: String) throws {
    let result = try scan("--from", "-", "-o", "jsonl", input: text)
    #expect(result.status == 0 && result.output.isEmpty && result.errors == "fairway: no pods were looked at\n")
  }

  @Test func `pods without events say so where causes may be missing`() throws {
    let result = try scan("--from", "-", input: FleetText.pods)
    #expect(result.output.hasPrefix("7 of 10 pods fail, 1 node with pods (without events: none came with the pods)\n"))
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf8])
  func `a file as PowerShell writes it is read`(_ encoding: String.Encoding) throws {
    let pod = FleetText.pod("p-\u{1F40B}", state: FleetText.waiting("ErrImagePull", FleetText.absent))
    let many = FleetText.list([FleetText.pods, FleetText.events, pod] + Array(repeating: FleetText.pods, count: 40))
    let path = state.appending(path: "wide.json")
    try #require(("\u{FEFF}" + many).data(using: encoding)).write(to: path)
    let result = try scan("--from", path.path, "-o", "wide")
    #expect(result.status == 10 && result.output.hasPrefix("288 of 411 pods fail"), "\(result.errors)")
    #expect(result.output.contains("p-\u{1F40B}"))
  }

  @Test func `a result that cannot be written is no success`() throws {
    let path = try file(FleetText.pods)
    for form in ["table", "json", "jsonl", "prometheus"] {
      let line = "\(Program.folder)/fairway scan --from \(path) -o \(form) > /dev/full"
      let result = try Program.run("/bin/sh", ["-c", line])
      #expect(result.status == 73 && result.errors.contains("standard output: No space left"), "\(result.errors)")
    }
  }

  @Test func `a command line that makes no sense is refused`() throws {
    let file = try file(FleetText.pods)
    for more in [
      ["-A"], ["-n", "shop"], ["-l", "a=b"], ["--context", "c"], ["--interval", "0"], ["-o", "yaml"], ["-w", "-ojson"],
      ["-w", "-o", "prometheus"],
    ] {
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
    for node in ["vm-1", "vm-2"] {
      let pod = FleetText.pod(
        "s-\(node)", image: "b.io/c:1", node: node, state: FleetText.waiting("ErrImagePull", "the moon is full"))
      pods.append(
        pod.replacingOccurrences(of: #""nodeName""#, with: #""nodeSelector":{"agentpool":"\#(field)"},"nodeName""#))
    }
    pods.append(FleetText.pod("r \(field)", in: field, node: field, state: FleetText.waiting("ErrImagePull \(field)")))
    for form in ["table", "wide", "json", "jsonl", "prometheus"] {
      let result = try scan("--from", "-", "-o", form, input: FleetText.list(pods))
      #expect(result.status == 10 && !result.output.isEmpty)
      let lines = (result.output + result.errors).lowercased().split(separator: "\n")
      #expect(lines.filter { $0.contains("hunter2") || $0.contains("canary") } == [], "\(form)")
    }
  }

  /// A folder with a kubectl that answers with a script.
  private func kubectl(_ cases: String) throws -> String {
    let bin = state.appending(path: "bin")
    let script = "#!/bin/sh\necho \"$*\" >> \(state.path)/log\ncase \"$*\" in\n\(cases)\nesac\n"
    try ShellScript.write(script, to: bin.path + "/kubectl")
    return bin.path
  }

  @Test func `options joined with their values, and before the name of the command, mean the same`() throws {
    let bin = try kubectl("*) echo '{\"items\":[]}' ;;")
    let environment = ["XDG_STATE_HOME": state.path, "KUBECONFIG": "/nonexistent", "PATH": "\(bin):/usr/bin:/bin"]
    for words in [["scan", "-nshop", "-lapp=x", "-ojson"], ["-nshop", "scan", "-l", "app=x", "-o", "json"]] {
      let result = try Program.run(Program.folder + "/fairway", words, environment: environment)
      #expect(result.status == 0 && result.output.contains(#""namespace" : "shop""#), "\(result.errors)")
      #expect(result.errors.hasSuffix("no pod was found in namespace shop with labels app=x\n"), "\(result.errors)")
    }
    let log = try String(contentsOf: state.appending(path: "log"), encoding: .utf8)
    #expect(log.split(separator: "\n").count { $0.hasPrefix("get pods -n shop -l app=x -o json") } == 2)
  }

  @Test(arguments: [
    #"error: context "nope" does not exist"#,
    "Error in configuration: context was not found for specified context: nope",
  ])
  func `a context that kubectl does not know is told as such`(_ words: String) throws {
    let bin = try kubectl("*) echo '\(words)' >&2; exit 1 ;;")
    for more in [[], ["-A"]] {
      let result = try scan(["--context", "nope"] + more, bin: bin)
      #expect(result.status == 20 && result.errors == "fairway: nope: kubectl knows no context 'nope'.\n")
      #expect(result.output.hasPrefix("context nope\(more.isEmpty ? "" : ", all namespaces"): the pods could not"))
    }
    let diagnosis = try Program.run(
      Program.folder + "/fairway", ["diagnose", "p", "--context", "nope"],
      environment: ["PATH": "\(bin):/usr/bin:/bin", "XDG_STATE_HOME": state.path])
    #expect(diagnosis.status == 20 && diagnosis.errors == "fairway: kubectl knows no context 'nope'.\n")
  }

  @Test func `why the events could not be read is told, without secrets`() throws {
    try FleetText.pods.write(to: state.appending(path: "pods"), atomically: true, encoding: .utf8)
    let bin = try kubectl(
      """
        "get pods"*) cat \(state.path)/pods ;;
        "get events"*) echo 'Error from server (Forbidden): events is forbidden: password=hunter2canary' >&2; exit 1 ;;
        *) echo '{"current-context":"lab"}' ;;
      """)
    let result = try scan("-A", "-owide", bin: bin)
    #expect(result.status == 10 && result.output.contains("(without events: Error from server (Forbidden): events is"))
    #expect(!result.output.contains("hunter2"))
    #expect(try scan("-A", "-oprometheus", bin: bin).output.contains("fairway_scan_events_read{context=\"lab\"} 0\n"))
  }

  @Test func `several contexts are asked, each with its own, and one that refuses does not hide the others`() throws {
    try FleetText.pods.write(to: state.appending(path: "pods"), atomically: true, encoding: .utf8)
    try FleetText.events.write(to: state.appending(path: "events"), atomically: true, encoding: .utf8)
    let bin = try kubectl(
      """
        *"--context bad"*) echo 'Error from server (Forbidden): pods is forbidden' >&2; exit 1 ;;
        "get pods"*) echo "Warning: something is old" >&2; cat \(state.path)/pods ;;
        "get events"*) cat \(state.path)/events ;;
        *) echo '{}' ;;
      """)
    let result = try scan(
      "-A", "-l", "app=x", "--context", "one", "--context", "bad", "-o", "json", bin: bin)
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
