import Foundation
import Testing

/// Whole sessions on a cluster that changes after the remedy.
@Suite(.serialized) struct ChangingWorldTests {
  /// A terminal with a session, and the world that it looks at.
  private func start() throws -> (Tmux, World) {
    let terminal = try Tmux(width: 130, height: 40)
    let world = try World(in: terminal.folder)
    try terminal.send("PATH=\(world.folder.path)/bin:$PATH; fairway \(world.arguments); echo done-$?")
    try terminal.wait(for: "What does it say?")
    return (terminal, world)
  }

  /// Goes to the remedy and says that it was applied.
  private func apply(_ terminal: Tmux) throws {
    try terminal.press("Enter")
    try terminal.wait(for: "Leaf fix")
    try terminal.press("V")
    try terminal.wait(for: "Does it help?")
    try terminal.press("Enter")
    try terminal.wait(for: "Too early to call it failed for")
  }

  @Test func `A new pod of the same workload that pulled its image is the proof`() throws {
    let (terminal, world) = try start()
    try apply(terminal)
    try terminal.press("Enter")
    try terminal.wait(for: "still not-found, too early to call it failed")
    try world.pull("orders-2")
    try terminal.press("Enter")
    let screen = try terminal.wait(for: "It helped: a fresh pull was seen")
    #expect(screen.contains("the new pod orders-2: the image was pulled anew"))
    try terminal.press("Escape", "q")
    try terminal.wait(for: "done-0")
    #expect(try World.checks(in: terminal.folder) == ["applied", "pulled"])
  }

  @Test func `Another error is told, and the walk goes on with it`() throws {
    let (terminal, world) = try start()
    try apply(terminal)
    try world.fail("orders-2", World.refused)
    try terminal.press("Enter")
    let screen = try terminal.wait(for: "Go on with what the evidence says now")
    #expect(screen.contains("another error"))
    try terminal.press("Enter")
    try terminal.wait("the other answer") { $0.contains("▸ 2 Refused") && !$0.contains("Does it help?") }
    try terminal.press("Enter")
    try terminal.wait(for: "Leaf other")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    #expect(try World.checks(in: terminal.folder) == ["applied", "changed"])
  }

  @Test func `Reading again keeps the place and marks what changed`() throws {
    let (terminal, world) = try start()
    try terminal.press("Tab", "G")
    let before = try terminal.wait(for: "Message: failed to resolve")
    try world.fail("orders-1", World.refused)
    try terminal.press("r")
    let after = try terminal.wait("marked lines") {
      $0.contains("Read again:") && $0.contains("+ Message: failed to auth")
    }
    #expect(before.contains("padding 30") == after.contains("padding 30"))
    #expect(after.contains("  padding 60") && !after.contains("+ padding"))
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  @Test func `On plain lines the same world is looked at when somebody asks`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fairway-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let world = try World(in: folder)
    let environment = ["XDG_STATE_HOME": folder.path, "HOME": folder.path, "PATH": folder.path + "/bin:/usr/bin:/bin"]
    let plain = try Dialogue(world.arguments + " --plain", environment)
    try plain.say("1", until: "Leaf fix")
    try plain.say("verify", until: "applied it:")
    try plain.say("yes", until: "too early to say no")
    try plain.say("verify", until: "still not-found, too early to call it failed")
    try world.pull("orders-2")
    try plain.say("verify", until: "It helped.")
    #expect(plain.text.contains("the new pod orders-2: the image was pulled anew"))
    try plain.say("q", until: "Session ")
    #expect(try World.checks(in: folder) == ["applied", "pulled"])
  }
}

/// A program on pipes that is answered line by line.
private final class Dialogue {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private(set) var text = ""

  init(_ arguments: String, _ environment: [String: String]) throws {
    process.executableURL = URL(fileURLWithPath: Program.folder + "/fairway")
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.environment = environment.merging(["FAIRWAY_CONFIG": "/dev/null"]) { _, new in new }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try read(until: "What does it say?")
  }

  deinit { process.terminate() }

  /// Types a line and reads until a text comes.
  func say(_ line: String, until wanted: String) throws {
    text = ""
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    try read(until: wanted)
  }

  private func read(until wanted: String) throws {
    while !text.contains(wanted) {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw Tmux.Timeout(description: "waited for '\(wanted)', it printed:\n\(text)") }
      text += String(decoding: data, as: UTF8.self)
    }
  }
}
