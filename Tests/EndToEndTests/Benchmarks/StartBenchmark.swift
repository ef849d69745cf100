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

    /// A program with a menu to choose from, by its name.
    private func menu(_ program: String) throws -> Pty {
      let words = [
        "dialog": ["dialog", "--menu", "What is it?", "20", "60", "12", "a", "one", "b", "two", "c", "three"],
        "fzf": ["sh", "-c", "printf 'one\\ntwo\\nthree\\nWhat is it?\\n' | fzf"],
      ]
      return try Pty(words[program] ?? [program], environment, width: 80, height: 24)
    }

    private func ours(_ more: [String] = [], width: UInt16 = 80, height: UInt16 = 24) throws -> Pty {
      try Pty([Bench.program, "run"] + more + ["--evidence", evidence], environment, width: width, height: height)
    }

    @Test func `first picture of a session`() throws {
      var contenders: [Bench.Contender] = ["dialog", "fzf"].filter(Bench.has).map { name in
        (name, { try menu(name).firstPicture(holding: "What is it?") })
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
      try folder.makeFolder("flows/big")
      _ = try folder.write("flows/big/flow.yaml", BigFlow.text(nodes: 10))
      var terminals: [(name: String, terminal: Pty)] = []
      func add(_ name: String, _ terminal: Pty, _ title: String) throws {
        _ = try terminal.firstPicture(holding: title)
        terminals.append((name, terminal))
      }
      if Bench.has("dialog") { try add("dialog", menu("dialog"), "What is it?") }
      let own = ["big", "--flows", folder.path + "/flows"]
      try add("fairway", ours(own, width: width, height: height), "Is it so 0?")
      try add("fairway, the evidence moves too", ours(width: width, height: height), "Why is the container")
      var (times, sizes) = (terminals.map { _ in [Double]() }, terminals.map { _ in [Double]() })
      for round in 0..<40 {
        for (index, (_, terminal)) in terminals.enumerated() {
          let repaint = try terminal.repaint(after: round.isMultiple(of: 2) ? "\u{1B}OB" : "\u{1B}OA")
          times[index].append(repaint.milliseconds)
          sizes[index].append(Double(repaint.bytes))
        }
      }
      let names = terminals.map(\.name)
      Bench.report("Moving the highlight, \(width)x\(height)", Array(zip(names, times)))
      Bench.report("Moving the highlight, \(width)x\(height)", unit: "bytes", Array(zip(names, sizes)))
    }

    @Test func `doing nothing`() throws {
      let terminal = try ours()
      _ = try terminal.firstPicture(holding: "Why is the container")
      let process = "/proc/\(terminal.pid)"
      func number(_ key: String, in status: String) throws -> Double {
        let line = try String(contentsOfFile: status, encoding: .utf8).split(separator: "\n").first {
          $0.hasPrefix(key)
        }
        return Double((line ?? "").split { !$0.isNumber }.first ?? "") ?? 0
      }
      /// Of every thread, of those of the library too.
      func wakeUps() throws -> Double {
        try FileManager.default.contentsOfDirectory(atPath: process + "/task").reduce(0) { sum, thread in
          sum + (try number("voluntary_ctxt_switches", in: "\(process)/task/\(thread)/status"))
        }
      }
      let before = try wakeUps()
      usleep(5_000_000)
      Bench.report(
        "Wake-ups of all threads while nothing happens", unit: "in 5 s", [("fairway", [try wakeUps() - before])])
      Bench.report(
        "Memory of a session", unit: "MB", [("fairway", [try number("VmHWM", in: process + "/status") / 1024])])
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
