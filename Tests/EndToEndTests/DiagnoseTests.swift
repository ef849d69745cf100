import Foundation
import FoundationXML
import TestSupport
import Testing
import Wizard

/// `fairway diagnose` on a cluster and on texts, with a script in the place of kubectl.
struct DiagnoseTests {
  private let folder = try? TemporaryFolder()

  private func world() throws -> (world: World, path: String) {
    let folder = URL(filePath: try #require(folder).path)
    let world = try World(in: folder)
    try world.put(#"{"kind":"Deployment","spec":{"selector":{"matchLabels":{"app":"orders"}}}}"#, "workload")
    return (world, "\(folder.path)/bin:/usr/bin:/bin")
  }

  private func diagnose(
    _ arguments: String..., input: String = "", path: String? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    let folder = try #require(folder).path
    var environment = ["XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder, "KUBECONFIG": "/nonexistent"]
    environment["PATH"] = path
    let result = try Program.run(
      Program.folder + "/fairway", ["diagnose"] + arguments, input: input, environment: environment)
    return (result.status, result.output, result.errors)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [["deployment/orders"], ["-l", "app=orders"]])
  func `a workload's failing pod is picked, and the flow's reads run`(_ target: [String]) throws {
    let (_, path) = try world()
    let result = try Program.run(
      Program.folder + "/fairway", ["diagnose"] + target + ["-n", "store", "-o", "json"],
      environment: ["XDG_STATE_HOME": folder?.path ?? "", "PATH": path])
    #expect(result.status == 10, "\(result.errors)")
    let report = try json(result.output)
    #expect((report["picked"] as? String)?.contains("orders-1 is the only pod of") == true)
    #expect((report["subject"] as? [String: Any])?["pod"] as? String == "orders-1")
    #expect(report["class"] as? String == "not-found" && report["waits"] is NSNull)
    // The registry's tool is not there, and the walk says so instead of stopping.
    let commands = try #require(report["commands"] as? [[String: Any]])
    #expect(commands.contains { $0["outcome"] as? String == "absent" }, "\(commands)")
    // Nothing is kept of a walk that nobody goes on with.
    #expect(!FileManager.default.fileExists(atPath: (folder?.path ?? "") + "/fairway/sessions"))
  }

  @Test func `without commands of the flow only the pod is read`() throws {
    let (_, path) = try world()
    let result = try diagnose("orders-1", "-n", "store", "-o", "json", "--no-run", path: path)
    let report = try json(result.output)
    let commands = try #require(report["commands"] as? [[String: Any]])
    #expect(result.status == 10 && commands.allSatisfy { $0["outcome"] as? String == "skipped" }, "\(commands)")
    #expect(report["picked"] is NSNull)
  }

  @Test func `what is not there has a code and a sentence of its own`() throws {
    let (world, path) = try world()
    try world.put(#"{"kind":"PodList","apiVersion":"v1","items":[]}"#, "pods")
    let empty = try diagnose("deployment/orders", "-n", "store", path: path)
    #expect(empty.status == 21 && empty.errors.contains("There is no pod of deployment/orders."))
    try world.put(#"{"kind":"Deployment","spec":{}}"#, "workload")
    let none = try diagnose("deployment/orders", "-n", "store", path: path)
    #expect(none.errors.contains("does not say which pods are its own"))
    let spied = try spied(world)
    for words in [
      ["secret/orders"], ["node/one"], ["cronjob/orders"], ["deployment/"], ["/orders"], ["a/b/c"], ["a", "-l", "b"],
      ["--pod", "a", "--evidence", "b"], [""], ["deployment/x", "--timeout", "soon"],
    ] {
      let wrong = try Program.run(
        Program.folder + "/fairway", ["diagnose"] + words, environment: ["PATH": spied])
      #expect(wrong.status == 64, "\(words)")
    }
    // A mistake of the line is no question to the cluster.
    #expect(!FileManager.default.fileExists(atPath: world.folder.path + "/calls"))
  }

  @Test func `a pod that runs is healthy, and a workload of healthy pods says so`() throws {
    let (world, path) = try world()
    try world.pull("orders-2")
    let result = try diagnose("deployment/orders", "-n", "store", path: path)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("orders-2 is the only pod of deployment/orders, and it does not fail."))
  }

  @Test func `the time for the whole run ends a command that hangs`() throws {
    let (world, path) = try world()
    let script = "#!/bin/sh\ncase \"$1\" in get) cat \(world.folder.path)/world/pod-orders-1 ;; *) sleep 60 ;; esac\n"
    try world.write(script)
    let result = try diagnose("orders-1", "-n", "store", "--timeout", "1s", path: path)
    #expect(result.status == 23, "\(result.output)\(result.errors)")
    #expect(result.errors.contains("time"))
  }

  /// The world's PATH with a kubectl that notes that somebody asked.
  private func spied(_ world: World) throws -> String {
    let script = "#!/bin/sh\necho \"$*\" >> \(world.folder.path)/calls\nexit 1\n"
    try world.write(script)
    return "\(world.folder.path)/bin:/usr/bin:/bin"
  }

  /// A kubectl that shows the pod, and does something else for everything else.
  private func showing(_ pod: String, else action: String, in world: World) throws {
    let script =
      "#!/bin/sh\ncase \"$1 $2\" in 'get pod') cat \(world.folder.path)/world/pod-\(pod) ;; *) \(action) ;; esac\n"
    try world.write(script)
  }

  @Test func `evidence that nobody may read is not taken for evidence that is not there`() throws {
    let (world, path) = try world()
    try world.fail("orders-1", "Back-off pulling image fabrikam.azurecr.io/orders:2")
    let denial =
      #"Error from server (Forbidden): events is forbidden: User "dev" cannot list resource "events" in API group """#
    try showing("orders-1", else: "echo '\(denial)' >&2; exit 1", in: world)
    let text = try diagnose("orders-1", "-n", "store", "--no-run", path: path)
    let line = try #require(text.output.split(separator: "\n").first { $0.hasPrefix("Not read:") })
    #expect(line.contains("get events: The cluster does not let you read events in namespace 'store'"))
    let report = try json(try diagnose("orders-1", "-n", "store", "--no-run", "-ojson", path: path).output)
    #expect((report["notRead"] as? String)?.contains("describe pod: ") == true)
  }

  @Test func `a pod that still starts has no class`() throws {
    let (world, path) = try world()
    let file = world.folder.appending(path: "world/pod-orders-1")
    let waiting = try String(contentsOf: file, encoding: .utf8)
      .replacing(try Regex(#""state":\{.*\}\}\]"#), with: #""state":{"waiting":{"reason":"ContainerCreating"}}}]"#)
    try waiting.write(to: file, atomically: true, encoding: .utf8)
    try showing("orders-1", else: "exit 1", in: world)
    let result = try diagnose("orders-1", "-n", "store", "-o", "json", path: path)
    let report = try json(result.output)
    #expect(result.status == 13 && report["class"] is NSNull, "\(result.output)")
    #expect(try diagnose("orders-1", "-n", "store", path: path).output.contains("Class:      none yet"))
  }

  @Test func `Ctrl-C ends what was started`() throws {
    let (world, path) = try world()
    let pids = world.folder.path + "/pids"
    try showing("orders-1", else: "echo $$ >> \(pids); exec sleep 60", in: world)
    let process = Process()
    process.executableURL = URL(filePath: Program.folder + "/fairway")
    process.arguments = ["diagnose", "orders-1", "-n", "store"]
    process.environment = ["PATH": path, "XDG_STATE_HOME": world.folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var child: pid_t?
    while child == nil, process.isRunning {
      child = (try? String(contentsOfFile: pids, encoding: .utf8)).flatMap { pid_t($0.prefix { $0 != "\n" }) }
      usleep(5_000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(kill(try #require(child), 0) != 0)
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func `a file that Windows wrote reads like any other`(_ encoding: String.Encoding) throws {
    let (world, _) = try world()
    let text = try String(contentsOf: world.folder.appending(path: "world/pod-orders-1"), encoding: .utf8)
    let file = world.folder.appending(path: "pod.json")
    try #require("\u{FEFF}\(text)".data(using: encoding)).write(to: file)
    let report = try json(try diagnose("--evidence", file.path, "-o", "json").output)
    #expect((report["subject"] as? [String: Any])?["pod"] as? String == "orders-1")
  }

  @Test func `what the program asks by itself is what the page on privacy names`() throws {
    let (world, path) = try world()
    let log = world.folder.path + "/calls"
    let kubectl = world.folder.appending(path: "bin/kubectl")
    let answers = try String(contentsOf: kubectl, encoding: .utf8)
    try world.write(
      answers.replacing("#!/bin/sh", with: "#!/bin/sh\necho \"kubectl $*\" >> \(log)", maxReplacements: 1))
    for line in [
      ["diagnose", "deployment/orders", "--no-run"], ["diagnose", "orders-1", "--no-run"], ["scan", "-A"],
      ["run", "--pod", "orders-1", "--plain"],
    ] {
      _ = try Program.run(
        Program.folder + "/fairway", line, environment: ["PATH": path, "XDG_STATE_HOME": world.folder.path])
    }
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(calls.count > 8)
    let named = OwnReads.all.map { $0.line.split(separator: " ").prefix { $0 != "-o" } }
    for call in calls {
      let words = call.split(separator: " ")
      #expect(
        named.contains { line in
          line.allSatisfy { word in
            // A part in capitals stands for anything.
            words.contains { $0 == word || word.allSatisfy { $0.isUppercase || $0 == "/" } || word.hasSuffix("=UID") }
          }
        }, "\(call)")
    }
  }

  @Test func `a result that cannot be written is a fault`() throws {
    let file = try #require(folder).write("error.txt", Self.unclear)
    let line = "'\(Program.folder)/fairway' diagnose --evidence '\(file)' --fail-on none > /dev/full"
    let result = try Program.run("/bin/sh", ["-c", line])
    #expect(result.status == 73 && result.errors.contains("standard output"), "\(result.errors)")
  }

  @Test func `a fact that no flow knows is a mistake`() throws {
    let wrong = try diagnose("-", "--set", "clustr=a", input: Self.unclear)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'cluster'"), "\(wrong.errors)")
    #expect(try diagnose("-", "--set", "cluster=a", input: Self.unclear).status == 10)
  }

  private static let unclear =
    "Failed to pull image \"a.azurecr.io/b:1\": unexpected status from HEAD request: 401 Unauthorized"

  @Test func `where only a person can decide, the node and its answers are named`() throws {
    let flow = """
      fairway: 1
      flow: image-pull
      title: Ask
      version: '1'
      start: a
      nodes:
        a:
          kind: question
          title: Who knows?
          options:
            - {id: mine, label: I do, go: end}
            - {id: yours, label: You do, go: end}

      """ + Flows.indented(Flows.leaf("end"))
    let folder = try #require(folder)
    try folder.makeFolder("flows/image-pull")
    _ = try folder.write("flows/image-pull/flow.yaml", flow)
    let arguments = ["--flows", folder.path + "/flows", "-"]
    let text = try Program.run(Program.folder + "/fairway", ["diagnose"] + arguments, input: Self.unclear)
    #expect(text.status == 11, "\(text.output)\(text.errors)")
    #expect(text.output.contains("Somebody must decide at 'a': Who knows?"))
    #expect(text.output.contains("- yours: You do") && text.output.contains("answers: {a: ID}"))
    let report = try json(
      try Program.run(Program.folder + "/fairway", ["diagnose", "-o", "json"] + arguments, input: Self.unclear).output)
    let waits = try #require(report["waits"] as? [String: Any])
    #expect(waits["node"] as? String == "a" && waits["fact"] is NSNull)
    #expect((waits["answers"] as? [[String: String]])?.map { $0["id"] } == ["mine", "yours"])
  }

  @Test(arguments: [("any", 10), ("remediation", 10), ("unknown,needs-input", 0), ("none", 0)] as [(String, Int32)])
  func `a script chooses which results fail`(_ list: String, _ status: Int32) throws {
    #expect(try diagnose("-", "--fail-on", list, input: Self.unclear).status == status)
    #expect(try diagnose("-", "--fail-on", "often", input: Self.unclear).status == 64)
  }

  @Test func `JUnit is well-formed XML whatever the text holds`() throws {
    let hostile = Self.unclear + " <b>&\"]]>\u{1B}[31m\u{0}"
    let result = try diagnose("-", "-o", "junit", input: hostile)
    let reader = Elements()
    let parser = XMLParser(data: Data(result.output.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(result.output)")
    #expect(reader.names.starts(with: ["testsuites", "testsuite", "testcase", "failure"]))
    #expect(reader.suite["failures"] == "1" && reader.suite["tests"] == "1")
    let skipped = try diagnose("-", "-o", "junit", input: "Back-off restarting failed container app in pod web-0")
    #expect(skipped.output.contains("<skipped message=\"not-image-pull"))
  }

  @Test func `an annotation is one line that names the file and the line that decided`() throws {
    let file = try #require(folder).write("a,b:c.txt", "first\n\(Self.unclear), 100%\n")
    let result = try diagnose("--evidence", file, "-o", "github")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1 && result.output.hasPrefix("::error file="))
    #expect(result.output.contains("a%2Cb%3Ac.txt,line=2,title="), "\(result.output.prefix(300))")
    #expect(result.output.contains("%0A") && result.output.contains("100%25"), "\(result.output)")
    // Names of a hostile cluster do not act in the log.
    let pod = try #require(folder).write("pod.json", #"{"kind":"Pod","metadata":{"name":"a\u001b[31mb"},"status":{}}"#)
    #expect(!(try diagnose("--evidence", pod, "-o", "github").output.contains("\u{1B}")))
  }

  @Test func `the note begins with what failed, and the schema is printed`() throws {
    #expect(try diagnose("-", "-o", "markdown", input: Self.unclear).output.hasPrefix("# "))
    let schema = try diagnose("--schema")
    #expect(schema.status == 0 && schema.output.contains("fairway.diagnosis/1"))
  }

  @Test(
    arguments: [
      (#"{"matchLabels":{"app":"web","tier":"a"}}"#, "app=web,tier=a"),
      (
        #"{"matchExpressions":[{"key":"a","operator":"In","values":["x","y"]},{"key":"b","operator":"DoesNotExist"}]}"#,
        "a in (x,y),!b"
      ),
      (
        #"{"matchLabels":{"a":"1"},"matchExpressions":[{"key":"c","operator":"Exists"},{"key":"d","operator":"NotIn","values":["z"]}]}"#,
        "a=1,c,d notin (z)"
      ),
      (#"{"app":"old"}"#, "app=old"), (#"{}"#, nil),
      (#"{"matchExpressions":[{"key":"a","operator":"Near","values":["x"]}]}"#, nil),
    ] as [(String, String?)])
  func `a workload's selector is written as kubectl takes it`(_ selector: String, _ wanted: String?) {
    #expect(PodPick.selector(of: Array(#"{"spec":{"selector":\#(selector)}}"#.utf8)) == wanted)
  }
}

/// Notes the elements of a document.
private final class Elements: NSObject, XMLParserDelegate {
  private(set) var names: [String] = []
  private(set) var suite: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    if name == "testsuite" { suite = attributes }
  }
}
