import Foundation
import TestSupport
import Testing

/// Commands on the full screen, with a script in the place of kubectl.
@Suite(.serialized) struct RunningTests {
  /// A terminal whose kubectl knows one pod and prints for ever when it is asked for a node.
  private func start(_ arguments: String) throws -> Tmux {
    let terminal = try Tmux(width: 120, height: 40)
    let bin = terminal.folder.appending(path: "bin")
    let pod = #"""
      {"kind":"Pod","metadata":{"name":"orders-0","namespace":"store","uid":"u"},"spec":{"nodeName":"node-1","containers":[{"name":"a","image":"fabrikam.azurecr.io/orders:2"}]},"status":{"phase":"Pending","containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ErrImagePull","message":"failed to pull and unpack image \"fabrikam.azurecr.io/orders:2\": no match for platform in manifest: not found"}}}]}}
      """#
    let script = """
      #!/bin/sh
      case "$1 $2" in
        "get pod") cat <<'POD'
      \(pod)
      POD
        ;;
        "get node") echo $$ > \(terminal.folder.path)/pid; i=0
          while :; do i=$((i+1)); echo "line $i access_token=hunter2-canary-0123456789"; sleep 0.05; done ;;
        *) exit 1 ;;
      esac
      """
    try ShellScript.write(script, to: bin.path + "/kubectl")
    try terminal.send("PATH=\(bin.path):$PATH; fairway run --pod orders-0 -n store \(arguments); echo done-$?")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter", "Enter", "Enter")
    return terminal
  }

  @Test func `Output streams into the evidence, Esc stops it, and nothing is left running`() throws {
    let terminal = try start("--context prod-weu --no-prefetch")
    let running = try terminal.wait("streaming output") { $0.contains(" s of 20 s, ") && $0.contains("line 12") }
    #expect(running.contains("PRODUCTION"))
    #expect(!running.contains("hunter2-canary"))
    #expect(running.contains("Esc stops it"))
    try terminal.press("Escape")
    try terminal.wait(for: "it was stopped")
    #expect(try !isRunning(terminal))
    try terminal.press("4")
    try terminal.wait(for: "What to do")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  @Test func `What runs when the operator quits ends with the session`() throws {
    let terminal = try start("--no-prefetch")
    try terminal.wait("streaming output") { $0.contains("line 3") }
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    #expect(try !isRunning(terminal))
    #expect(!terminal.screen.contains("PRODUCTION"))
  }

  @Test func `With running switched off nothing starts by itself`() throws {
    let terminal = try start("--no-run")
    try terminal.wait(for: "Paste its output")
    try terminal.press("1")
    try terminal.wait(for: "switched off")
    #expect(!FileManager.default.fileExists(atPath: terminal.folder.appending(path: "pid").path))
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  private func isRunning(_ terminal: Tmux) throws -> Bool {
    let pid = try String(contentsOf: terminal.folder.appending(path: "pid"), encoding: .utf8).filter(\.isNumber)
    let deadline = Date(timeIntervalSinceNow: 5)
    while Date() < deadline {
      let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      guard let state = stat?.split(separator: ")").last?.split(separator: " ").first, state != "Z" else {
        return false
      }
      usleep(5000)
    }
    return true
  }
}
