import Foundation
import TestSupport
import Testing

/// `fairway` alone, with a script in the place of kubectl.
@Suite(.serialized) struct StartTests {
  private static let pod = #"""
    {"kind":"Pod","metadata":{"name":"orders-0","namespace":"store","uid":"u","creationTimestamp":"2026-11-21T03:20:00Z"},"spec":{"nodeName":"node-1","containers":[{"name":"a","image":"fabrikam.azurecr.io/orders:2"}]},"status":{"phase":"Pending","containerStatuses":[{"name":"a","restartCount":0,"state":{"waiting":{"reason":"ErrImagePull","message":"failed to pull and unpack image \"fabrikam.azurecr.io/orders:2\": failed to resolve reference \"fabrikam.azurecr.io/orders:2\": fabrikam.azurecr.io/orders:2: not found"}}}]}}
    """#

  /// Puts a kubectl into a folder that knows one failing pod, of which it tells until a file says that it is gone.
  private func kubectl(in folder: URL) throws -> String {
    let bin = folder.appending(path: "bin")
    let script = """
      #!/bin/sh
      echo "$*" >> \(folder.path)/log
      case "$1 $2" in
        "get pods") cat <<'POD'
      {"kind":"List","items":[\(Self.pod)]}
      POD
        ;;
        "get events") echo '{"kind":"List","items":[]}' ;;
        "get pod")
          while test -e \(folder.path)/slow; do sleep 0.1; done
          if test -e \(folder.path)/gone; then echo 'Error from server (NotFound): pods "orders-0" not found' >&2; exit 1; fi
          cat <<'POD'
      \(Self.pod)
      POD
        ;;
        "config view") echo '{"current-context":"prod-lab","contexts":[{"name":"prod-lab","context":{"namespace":"store"}}]}' ;;
        *) exit 1 ;;
      esac
      """
    try ShellScript.write(script, to: bin.path + "/kubectl")
    return bin.path
  }

  @Test func `From the list Enter leads into the session, and a pod that is gone leads back`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    let bin = try kubectl(in: terminal.folder)
    let slow = terminal.folder.appending(path: "slow")
    let gone = terminal.folder.appending(path: "gone")
    for file in [slow, gone] { try Data().write(to: file) }
    try terminal.send("set -m; PATH=\(bin):$PATH; fairway; echo done-$?")
    let list = try terminal.wait(for: "1 of 1 pods fails")
    #expect(list.contains("PRODUCTION") && list.contains("ns store") && list.contains("Image not found"))

    try terminal.press("Enter")
    try terminal.wait(for: "Reading pod store/orders-0")
    try terminal.press("Escape")
    try terminal.wait(for: "Nothing was begun.")
    try FileManager.default.removeItem(at: slow)
    try terminal.press("Enter")
    try terminal.wait(for: "There is no pod 'orders-0'")
    try FileManager.default.removeItem(at: gone)

    // Whatever lay over the list is closed first.
    try terminal.press("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.send("fg; echo end-$?")
    try terminal.wait(for: "There is no pod 'orders-0'")
    try terminal.press("Escape")
    try terminal.resize(80, 24)
    try terminal.press("Enter")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.press("q")
    let end = try terminal.wait(for: "end-0")
    #expect(end.contains("fairway resume"))
    let log = try String(contentsOf: terminal.folder.appending(path: "log"), encoding: .utf8)
    #expect(log.contains("get pod orders-0 -o json --request-timeout=10s -n store --context prod-lab"))
  }

  @Test func `Without kubectl a recorded fault can be walked, and a signal gives the terminal back`() throws {
    let terminal = try Tmux(width: 80, height: 24)
    try terminal.send("PATH=\(Program.folder):/nonexistent; fairway; echo done-$?")
    try terminal.wait(for: "kubectl is not on PATH")
    try terminal.press("d")
    try terminal.wait(for: "K02  The first release of basket")
    try terminal.press("1")
    // The story comes first.
    try terminal.wait(for: "tells hint 1 of 3")
    try terminal.press("Escape")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    try terminal.send("fairway; echo done-$?")
    try terminal.wait(for: "go on with 1 unfinished session")
    let pid = try terminal.value("pane_pid")
    _ = try Program.run("/usr/bin/env", ["pkill", "-TERM", "-P", pid, "-x", "fairway"])
    try terminal.wait(for: "done-143")
    #expect(try terminal.value("alternate_on") == "0")
  }

  @Test func `Without a keyboard it says how to begin, and on plain lines it asks`() throws {
    let state = FileManager.default.temporaryDirectory.appending(path: "fairway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: state) }
    let path = "\(try kubectl(in: state)):/usr/bin:/bin"
    let plain = try Program.fairway("--plain", "-n", "store", input: "1\nq\n", state: state, path: path)
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(plain.output.contains("1. store/orders-0: ErrImagePull"), "\(plain.output)")
    #expect(plain.output.contains("Why is the container waiting?"))
    #expect(try Program.fairway("-n", "", state: state).status == 64)
  }
}
