import Foundation
import TestSupport
import Testing

/// From the start of the program to its first whole picture, moving the highlight, and doing nothing.
extension Benchmarks {
  @Suite(.serialized) struct StartBenchmark {
    private let folder: TemporaryFolder
    private let evidence: String

    init() throws {
      folder = try TemporaryFolder()
      evidence = try folder.write(
        "pod.txt", PodText(image: "fabrikam.azurecr.io/orders:1", message: World.absent).describe())
    }

    private var environment: [String: String] { ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path] }

    private func menu(_ program: String) throws -> Pty? {
      let words: [String: [String]] = [
        "dialog": ["dialog", "--menu", "What is it?", "20", "60", "12", "a", "one", "b", "two", "c", "three"],
        "fzf": ["sh", "-c", "printf 'one\\ntwo\\nthree\\nWhat is it?\\n' | fzf"],
      ]
      guard Bench.has(program), let words = words[program] else { return nil }
      return try Pty(words, environment, width: 80, height: 24)
    }

    private func ours(_ more: [String] = [], width: UInt16 = 80, height: UInt16 = 24) throws -> Pty {
      try Pty([Bench.program, "run"] + more + ["--evidence", evidence], environment, width: width, height: height)
    }

    @Test func `first picture of a session`() throws {
      var contenders: [Bench.Contender] = ["dialog", "fzf"].filter(Bench.has).map { name in
        (name, { try menu(name)?.firstPicture(holding: "What is it?") ?? 0 })
      }
      contenders.append(("fairway, shipped flow", { try ours().firstPicture(holding: "Why is the container") }))
      for count in [1000, 10_000] {
        try folder.makeFolder("flows-\(count)/big")
        _ = try folder.write("flows-\(count)/big/flow.yaml", BigFlow.text(nodes: count))
        let options = ["big", "--flows", "\(folder.path)/flows-\(count)"]
        contenders.append(("fairway, own flow of \(count)", { try ours(options).firstPicture(holding: "Is it so 0?") }))
      }
      try Bench.compare("Start to first whole picture, 80x24", contenders)
    }

    @Test(arguments: [(80, 24), (200, 50)] as [(UInt16, UInt16)])
    func `moving the highlight`(_ width: UInt16, _ height: UInt16) throws {
      var rows: [(String, [Double])] = []
      var bytes: [(String, [Double])] = []
      func measure(_ name: String, _ terminal: Pty) throws {
        var (times, sizes) = ([Double](), [Double]())
        for _ in 0..<20 {
          for key in ["\u{1B}OB", "\u{1B}OA"] {
            let repaint = try terminal.repaint(after: key)
            times.append(repaint.milliseconds)
            sizes.append(Double(repaint.bytes))
          }
        }
        rows.append((name, times))
        bytes.append((name, sizes))
      }
      if let dialog = try menu("dialog") {
        _ = try dialog.firstPicture(holding: "What is it?")
        try measure("dialog", dialog)
      }
      try folder.makeFolder("flows/big")
      _ = try folder.write("flows/big/flow.yaml", BigFlow.text(nodes: 10))
      let plain = try ours(["big", "--flows", folder.path + "/flows"], width: width, height: height)
      _ = try plain.firstPicture(holding: "Is it so 0?")
      try measure("fairway", plain)
      let shipped = try ours(width: width, height: height)
      _ = try shipped.firstPicture(holding: "Why is the container")
      try measure("fairway, the evidence moves too", shipped)
      Bench.report("Moving the highlight, \(width)x\(height)", rows)
      Bench.report("Moving the highlight, \(width)x\(height)", unit: "bytes", bytes)
    }

    @Test func `doing nothing`() throws {
      let terminal = try ours()
      _ = try terminal.firstPicture(holding: "Why is the container")
      func count(_ key: String) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(terminal.pid)/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
        return Double(line.split { !$0.isNumber }.first ?? "0") ?? 0
      }
      let before = try count("voluntary_ctxt_switches")
      usleep(5_000_000)
      Bench.report(
        "Wake-ups while nothing happens", unit: "in 5 s", [("fairway", [try count("voluntary_ctxt_switches") - before])]
      )
      Bench.report("Memory of a session", unit: "MB", [("fairway", [try count("VmHWM") / 1024])])
    }
  }
}

/// A flow of any size: a chain of questions.
enum BigFlow {
  static func text(nodes count: Int) -> String {
    var text = ""
    for number in 0..<(count - 1) {
      let next = number + 2 < count ? "n\(number + 1)" : "end"
      text += """
        n\(number):
          kind: question
          title: Is it so \(number)?
          help: Look at the pod and say what it is. One of the two is right.
          options:
            - {id: yes, label: Yes it is, when: {contains: 'nowhere \(number)'}, go: \(next)}
            - {id: no, label: No it is not, go: \(next)}

        """
    }
    return Flows.text(start: "n0", id: "big", text + Flows.leaf("end"))
  }
}
