import Foundation
import TestSupport
import Testing

/// Practice from the command line where something is odd: secrets, sessions that were left, files that are broken.
struct PracticeMishapTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }
  private var state: String { folder.path + "/state" }
  private var flows: String { folder.path + "/flows" }

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.makeFolder("flows/workshop")
  }

  private func fairway(_ words: [String], input: String = "") throws -> Program.Result {
    try Program.run(Program.folder + "/fairway", words + ["--state-dir", state], input: input)
  }

  private func practice(_ words: String..., input: String = "") throws -> Program.Result {
    try fairway(["practice"] + words, input: input)
  }

  /// Practises on plain lines; the first answer leads to a remedy at once.
  private func plain(_ words: String..., lines: String...) throws -> Program.Result {
    let input = (lines + ["q"]).joined(separator: "\n") + "\n"
    return try fairway(["practice"] + words + ["--fast", "--plain"], input: input)
  }

  private func put(_ text: String, _ name: String) throws {
    try text.write(toFile: flows + "/workshop/" + name, atomically: true, encoding: .utf8)
  }

  private static let attach = "fix az aks update -n aks-shop -g rg-shop --attach-acr contosoretail"
  private static let secret = "Sup3rS3cretPassw0rd99"

  @Test func `a password that is typed reaches neither the disk nor an export`() throws {
    let line =
      "fix kubectl create secret docker-registry acr-login -n shop --docker-server=contosoretail.azurecr.io "
      + "--docker-username=bob --docker-password=\(Self.secret)"
    let result = try plain("K02", lines: "1", line, "fix kubectl get x --token=\(Self.secret)")
    #expect(result.output.contains("The secret is there."), "\(result.output.suffix(500))")
    let files = try #require(FileManager.default.enumerator(atPath: state)?.allObjects as? [String])
    for file in files where !file.hasSuffix("sessions") {
      let text = String(decoding: FileManager.default.contents(atPath: state + "/" + file) ?? Data(), as: UTF8.self)
      #expect(!text.contains(Self.secret), "\(file)")
    }
    for format in ["markdown", "html", "json", "jsonl", "asciicast"] {
      let export = try fairway(["export", "last", "--format", format])
      #expect(export.status == 0 && !(export.output + export.errors).contains(Self.secret), "\(format)")
    }
  }

  @Test(arguments: ["fix kubectl delete /", "fix kubectl get \"\"", "fix / /", "fix ''", "fix <", "fix $"])
  func `an odd line ends nothing`(_ line: String) throws {
    let result = try plain("K02", lines: "1", line, "fix")
    #expect(result.status == 0 && result.output.contains("What do you do?"), "\(result.errors)")
  }

  @Test func `who healed it and left gets the debrief later, and it counts once`() throws {
    let first = try plain("K01", lines: "1", Self.attach, "verify")
    #expect(first.output.contains("It helped.") && first.output.contains("Exercise K01 is done."))
    let second = try fairway(["resume", "last", "--plain"], input: "debrief\nfix 99\nq\n")
    #expect(second.output.contains("Healed, with no hint") && !second.output.contains("is done"))
    let report = try practice("report").output
    #expect(report.split(separator: "\n").contains { $0.contains("| K01") && $0.contains(" | 1 | ") }, "\(report)")
    // Another session later, then the first one again: the newer result stays.
    #expect(try plain("K01", lines: "hint", "1", Self.attach, "verify").output.contains("is done"))
    let first0 = try fairway(["sessions", "list"]).output.split(separator: "\n").last?.split(separator: " ").first
    _ = try fairway(["resume", String(first0 ?? ""), "--plain"], input: "verify\nq\n")
    #expect(try practice().output.contains("done, hints 1"))
  }

  @Test func `after another error a new fix is looked at anew`() throws {
    let role =
      "fix az role assignment create --assignee 3a7d92e6-1f50-4c8b-b264-e08c5d71f9a3 --role "
      + "'Container Registry Repository Reader' --scope /subscriptions/6b1f0d4e-2c83-4a57-9e60-71d5c8a3f2b4/"
      + "resourceGroups/rg-shop/providers/Microsoft.ContainerRegistry/registries/contosoretail"
    let result = try plain(
      "K08", lines: "4", "1", "2", "aks-shop", "fix kubectl delete pod checkout-6d9c7b8f5d-x2v4k -n shop", role,
      "verify", "debrief")
    #expect(result.output.contains("no, another error came") && result.output.contains("It helped."))
    #expect(result.output.contains("Healed, with no hint"), "\(result.output.suffix(2000))")
  }

  @Test func `an exercise that was reset is begun anew, and one that goes on says how`() throws {
    #expect(try plain("K02", lines: "hint").output.contains("Where to look"))
    let aided = try plain("K02", "--assist", lines: "hint")
    #expect(aided.errors.contains("It goes on without suggestions") && aided.output.contains("What to see"))
    #expect(try practice("K02", "--reset").output.contains("begun anew"))
    #expect(try !practice().output.split(separator: "\n").contains { $0.hasPrefix("K02") && $0.hasSuffix("begun") })
    let anew = try plain("K02", lines: "hint")
    #expect(!anew.errors.contains("Going on") && anew.output.contains("Where to look"))
  }

  @Test func `a record of practice that cannot be read is lost only when everything is forgotten`() throws {
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    let file = state + "/practice.json"
    try "{".write(toFile: file, atomically: true, encoding: .utf8)
    let one = try practice("K01", "--reset")
    #expect(one.status == 73 && one.errors.contains("it is no record of practice"), "\(one.status) \(one.errors)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "{")
    #expect(try practice().status == 66)
    #expect(try practice("--reset").status == 0)
    #expect(try practice().output.contains("0 of 10 done"))
  }

  @Test func `options of a lesson do what they say, and begin nothing`() throws {
    #expect(try practice("setup", "--list").output.hasPrefix("setup  Set up a registry"))
    #expect(try practice("Setup", "--guide").output.contains("Flow: acr-setup"))
    #expect(try practice("SETUP", "--reset").output.contains("setup counts as not done"))
    #expect(try practice("setup", "--check").output.contains("is there"))
    for option in ["--manifests", "--assist", "--fast"] { #expect(try practice("setup", option).status == 64) }
    #expect(!FileManager.default.fileExists(atPath: state + "/sessions/x"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: state + "/sessions").isEmpty)
    #expect(try practice("report").output.contains("| setup "))
  }

  @Test func `nothing in an exercise acts on the terminal`() throws {
    #expect(try Program.run(Program.folder + "/fairway", ["practice", "new", "mine", "--into", flows]).status == 0)
    let path = flows + "/workshop/mine.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("title: The menu that does not come", with: #"title: "a\e]0;x\a""#)
      .replacing("aim: Participants", with: #"aim: "\e[2Jb" #"#)
      .replacing(
        "misreadings:", with: #"cluster: {needs: "\e[31mc", break: ["x \e[1m"], repair: [y]}"# + "\nmisreadings:")
    try text.replacing(#"aim: "\e[2Jb"  read the whole list of attempts before they decide."#, with: #"aim: "\e[2Jb""#)
      .write(toFile: path, atomically: true, encoding: .utf8)
    for option in ["--list", "--guide", "--manifests"] {
      let result = try practice("mine", option, "--flows", flows)
      #expect(result.status == 0 && !result.output.utf8.contains(0x1B), "\(option) \(result.errors)")
    }
  }

  @Test func `a file that cannot be read is not silently left out`() throws {
    try put("exercise: [", "bad.yaml")
    let list = try practice("--flows", flows)
    #expect(list.status == 0 && list.errors.contains("bad.yaml") && list.errors.contains("--check' tells all"))
    let one = try practice("bad", "--flows", flows)
    #expect(one.status == 64 && one.errors.contains("bad.yaml:") && one.errors.contains("There is no exercise 'bad'"))
  }

  @Test func `values for the manifests are names that something asks for`() throws {
    for (value, words) in [
      ("namespase=lab", "take no 'namespase' (did you mean"), ("namespace=lab\nrm -rf x", "letters, digits"),
      ("namespace=$(x)", "letters, digits"),
    ] {
      let result = try practice("K03", "--manifests", "--set", value)
      #expect(result.status == 64 && result.errors.contains(words) && !result.output.contains("rm -rf"), "\(result)")
    }
  }

  @Test(arguments: ["      Name: a\n  Namespace: b\r\nEvents:\r\n", "\n\n   x\n y\n\tz\r\n", "x: |\n- y\n#z"])
  func `an exercise of any evidence can be read again`(_ evidence: String) throws {
    let file = folder.path + "/pod.txt"
    let error = "Failed to pull image \"acme.azurecr.io/web:1\": not found\r\n"
    try (evidence + error).write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try fairway(["run", "--evidence", file, "--plain"], input: "q\n").status == 0)
    let made = try practice("from-session", "last", "--name", "ours", "--into", flows)
    #expect(made.status == 0, "\(made.errors)")
    let check = try practice("ours", "--check", "--flows", flows)
    #expect(check.status == 1 && check.output.contains("[unwritten]"), "\(check.output) \(check.errors)")
    #expect(!check.output.contains("[structure]") && !check.output.contains("[yaml]"), "\(check.output)")
  }

  @Test func `a word of the command line is no name for an exercise`() throws {
    let result = try Program.run(Program.folder + "/fairway", ["practice", "new", "report", "--into", flows])
    #expect(result.status == 64 && result.errors.contains("means something else"))
  }
}
