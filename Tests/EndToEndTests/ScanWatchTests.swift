import Foundation
import TestSupport
import Testing

/// `fairway scan --watch` with a kubectl that answers otherwise from one time to the next.
struct ScanWatchTests {
  @Test func `a watch prints what changed, and at Ctrl-C nothing is left running`() throws {
    let folder = try TemporaryFolder()
    try folder.write("many", FleetText.pods)
    try folder.write("none", FleetText.list([]))
    // The same twice, then another, then the signal while a list is being read.
    let script = """
      #!/bin/sh
      cd \(folder.path)
      case "$1 $2" in
        "get pods")
          echo x >> count
          case $(wc -l < count) in
            1 | 2) cat many ;;
            3) cat none ;;
            *) echo $$ > pid; kill -INT $PPID; sleep 60 ;;
          esac ;;
        "get events") echo '{"items":[]}' ;;
        *) echo '{"current-context":"lab"}' ;;
      esac
      """
    try ShellScript.write(script, to: folder.path + "/bin/kubectl")
    let result = try Program.run(
      Program.folder + "/fairway", ["scan", "-A", "--watch", "--interval", "1"],
      environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin", "KUBECONFIG": "/nonexistent"])
    #expect(result.status == 130, "\(result.errors)")
    let heads = result.output.split(separator: "\n").filter { $0.hasPrefix("context lab") }
    #expect(
      heads == [
        "context lab, all namespaces: 7 of 10 pods fail, 1 node with pods",
        "context lab, all namespaces: no pods were looked at",
      ], "\(result.output)")
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("── 20") } == 2)
    let pid = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8).filter(\.isNumber)
    #expect(try Program.run("/bin/sh", ["-c", "kill -0 \(pid)"]).status != 0)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [true, false])
  func `a watch whose reader has gone ends, while it rests or writes`(_ isLive: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("pods", FleetText.pods)
    try ShellScript.write(
      "#!/bin/sh\ncase \"$1 $2\" in *pods) cat \(path);; *) echo '{\"items\":[]}';; esac\n",
      to: folder.path + "/bin/kubectl")
    let source = isLive ? "-A" : "--from \(path)"
    let line = "(\(Program.folder)/fairway scan \(source) -w --interval 3600; echo $? > \(folder.path)/code) | head -1"
    let result = try Program.run(
      "/bin/sh", ["-c", line],
      environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin", "KUBECONFIG": "/nonexistent"])
    #expect(result.output.hasPrefix("── 20") && result.output.split(separator: "\n").count == 1)
    #expect(try String(contentsOfFile: folder.path + "/code", encoding: .utf8) == "141\n")
  }
}
