import Foundation
import TestSupport
import Testing

/// The course from the command line, and an exercise in a terminal.
struct PracticeCommandTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func practice(_ words: String..., input: String = "") throws -> Program.Result {
    let arguments = ["practice"] + words + ["--state-dir", folder.path]
    return try Program.run(Program.folder + "/fairway", arguments, input: input)
  }

  @Test func `an exercise is practised to its end on plain lines, and counts`() throws {
    let walk =
      "4\nhint\n3\n1\nverify\nfix kubectl -n shop set image deploy/basket "
      + "basket=contosoretail.azurecr.io/shop/basket:v1.0.0\nverify\nverify\ndebrief\nq\n"
    let result = try practice("K02", "--fast", "--plain", input: walk)
    #expect(result.status == 0, "\(result.errors)")
    for words in ["Where to look:", "What do you do?", "It helped.", "The shortest path", "Exercise K02 is done."] {
      #expect(result.output.contains(words), "\(words)\n\(result.output.suffix(3000))")
    }
    let list = try practice().output
    #expect(list.contains("1 of 10 done. Next: fairway practice K01"), "\(list)")
    #expect(try practice("report").output.contains("| K02"))
    let json = try practice("report", "-o", "json").output
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(report["done"] as? Int == 1 && report["total"] as? Int == 10)
    #expect(try practice("K02", "--reset").output.contains("counts as not done"))
    #expect(try practice().output.contains("0 of 10 done"))
  }

  @Test func `one that is left in the middle is gone on with, in the world as it was left`() throws {
    let first = try practice(
      "K02", "--fast", "--plain", input: "4\n3\n1\nfix kubectl rollout restart deployment/basket -n shop\nq\n")
    #expect(first.status == 0 && !first.output.contains("is done"), "\(first.output.suffix(800))")
    #expect(try practice().output.split(separator: "\n").contains { $0.hasPrefix("K02") && $0.hasSuffix("begun") })
    let second = try practice("K02", "--fast", "--plain", input: "fix\nq\n")
    #expect(second.errors.contains("Going on where you left it") && second.output.contains("What do you do?"))
    #expect(!second.output.contains("the evidence says so"))
  }

  @Test func `guide, manifests and check are for the instructor`() throws {
    let guide = try practice("k03", "--guide").output
    for words in ["Aim:", "## Talking points", "## Questions to ask", "## Solution"] { #expect(guide.contains(words)) }
    let printed = try practice("K03", "--manifests", "--set", "registry=acme", "--set", "namespace=lab").output
    #expect(
      printed.contains("acme.azurecr.io") && printed.contains("namespace: \"lab\"") && printed.contains("# Break:"))
    #expect(!printed.contains("{{") && printed.contains("Fairway runs none of this."))
    #expect(try practice("K03", "--manifests", "--into", folder.path + "/m").output.contains("Wrote"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/m/K03.yaml"))
    #expect(
      try practice("K03", "--check").output.contains("One exercise fails before and is healed after the solution."))
  }

  @Test func `a new exercise passes its check, and one of a session says what is still to be written`() throws {
    // The folder of the state has one that is called flows.
    let flows = folder.path + "/own"
    #expect(try Program.run(Program.folder + "/fairway", ["practice", "new", "mine", "--into", flows]).status == 0)
    #expect(try practice("mine", "--check", "--flows", flows).status == 0)
    #expect(try Program.run(Program.folder + "/fairway", ["practice", "new", "mine", "--into", flows]).status == 73)
    let demo = try Program.run(
      Program.folder + "/fairway", ["demo", "2", "--plain", "--state-dir", folder.path], input: "\n\n\n\n\nq\n")
    #expect(demo.status == 0)
    let made = try practice("from-session", "last", "--name", "ours", "--into", flows)
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(contentsOfFile: flows + "/workshop/ours.yaml", encoding: .utf8)
    #expect(text.contains("state: broken") && text.contains("Failed to pull image") && !text.contains("fabrikam"))
    let check = try practice("ours", "--check", "--flows", flows)
    #expect(
      check.status == 1 && check.output.contains("[unwritten]") && !check.output.contains("[structure]"),
      "\(check.status) \(check.output) \(check.errors)")
  }

  @Test func `what does not exist is said`() throws {
    let result = try practice("K20")
    #expect(
      result.status == 64 && result.errors.contains("There is no exercise 'K20' (did you mean"))
    #expect(try practice("--guide").errors.contains("Name an exercise"))
  }

  @Test func `in a terminal the story comes first, and a fix is seen to heal`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("fairway practice K02 --fast")
    try terminal.wait(for: "tells hint 1 of 3")
    try terminal.press("?")
    try terminal.wait(for: "Where to look")
    try terminal.press("Escape", "4")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.press("3")
    try terminal.wait(for: "What was not found?")
    try terminal.press("1")
    try terminal.wait(for: "What to do")
    try terminal.press("V")
    try terminal.wait(for: "What do you do?")
    try terminal.press("G", "Up", "Enter")
    try terminal.wait(for: "the recorded world only")
    try terminal.send("kubectl set image -n shop deployment/basket basket=contosoretail.azurecr.io/shop/basket:v1.0.0")
    try terminal.wait(for: "It helped: a fresh pull was seen.")
    try terminal.press("Enter")
    try terminal.wait(for: "The shortest path")
    try terminal.press("Escape", "q")
    try terminal.wait(for: "Exercise K02 is done.")
  }

  @Test func `a script plays a demonstration, and waits where the presenter wants it`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    let file = terminal.folder.appending(path: "script.yaml")
    try """
    - press: [esc, 4]
    - say: Which attempt got furthest?
    - wait: key
    - press: "3"
    """.write(to: file, atomically: true, encoding: .utf8)
    try terminal.send("fairway practice K02 --fast --script $XDG_STATE_HOME/script.yaml")
    try terminal.wait(for: "Which attempt got furthest?")
    #expect(terminal.screen.contains("What does the pull error say?"))
    try terminal.press("Space")
    try terminal.wait(for: "What was not found?")
    try terminal.press("q")
    try terminal.wait(for: "is kept")
    try "- pres: [4]\n- press: [nokey]\n".write(to: file, atomically: true, encoding: .utf8)
    try terminal.send("clear; fairway practice K02 --again --script $XDG_STATE_HOME/script.yaml; echo ended-$?")
    try terminal.wait(for: "ended-64")
    #expect(terminal.screen.contains("unknown key 'pres'") && terminal.screen.contains("there is no key 'nokey'"))
  }
}
