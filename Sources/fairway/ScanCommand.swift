import ArgumentParser
import FlowKit
import Glibc
import TerminalUI
import Wizard

/// Form in which a scan is printed.
enum ScanFormat: String, ExpressibleByArgument, CaseIterable { case table, wide, json, jsonl, prometheus }

/// `fairway scan`: every failing pod, grouped by cause.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "List every failing pod of a namespace or of clusters, grouped by cause.",
    discussion: """
      fairway scan -A
      fairway scan -n shop -l app=orders -o wide
      fairway scan -A --context prod-weu --context prod-neu -o json
      kubectl get pods,events -A -o json | fairway scan --from -

      Two lists are read for each context, of pods and of events, with commands that only read. Nodes are those with pods.

      Exit codes: 0 nothing fails; 10 a pod cannot pull its image; 12 every failing pod fails for another reason;
      20 to 24 the pods of a cluster could not be listed; 66 the file cannot be read. With --fail-on it is 0 unless such
      a class was found.
      """)

  @OptionGroup var place: ScanOptions

  @Option(name: [.short, .long], help: "\(ScanFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var output = ScanFormat.table

  @Flag(name: [.short, .long], help: "Scan again and again, and print when something changed, until Ctrl-C.")
  var watch = false

  @Option(help: ArgumentHelp("Seconds between two scans of --watch.", valueName: "seconds"))
  var interval = 30

  @Option(
    help: ArgumentHelp(
      "Classes that the exit code tells of, such as dns,not-found; 'unknown' is an error that no rule knows. Or any, none.",
      valueName: "class,…"))
  var failOn = "any"

  @Flag(help: "Print the JSON Schema of -o json instead.")
  var schema = false

  @OptionGroup var flows: FlowOptions

  func validate() throws {
    if watch, place.from == "-" { throw ValidationError("--watch cannot read standard input again.") }
    guard (1...86_400).contains(interval) else { throw ValidationError("--interval is 1 to 86400 seconds.") }
  }

  func run() throws {
    if schema { return print(try JSON.pretty(ScanSchema.scan), terminator: "") }
    let catalogue = try flows.library().catalogue
    let verdict = try ScanVerdict(failOn, catalogue)
    let run = try place.run(try Configuration.ofOperator.get())
    var last: String?
    while true {
      guard case .seen(let scan, let fault) = try look(run) else { return }
      // What is the same but for the time is not printed again.
      let gist = watch ? try ScanReport.gist(scan, catalogue) : nil
      if gist != last || !watch { show(try text(scan, catalogue), scan) }
      last = gist
      guard watch else { throw finish(fault ?? verdict.status(scan)) }
      if let signal = run.rest(interval) { throw ExitCode(128 + signal.number) }
    }
  }

  private func look(_ run: ScanRun) throws -> ScanRun.Result {
    let result = run.look()
    if case .ended(let signal) = result { throw ExitCode(128 + signal.number) }
    return result
  }

  private func show(_ text: String, _ scan: Scan) {
    if watch, output == .table || output == .wide { print("── \(Timestamp.text(scan.time))") }
    print(text, terminator: "")
    for cluster in scan.clusters {
      guard let fault = cluster.fault, output != .json else { continue }
      complain("fairway: \(Inert.text((cluster.context.map { "\($0): " } ?? "") + fault))")
    }
    fflush(nil)
  }

  private func text(_ scan: Scan, _ catalogue: Catalogue) throws -> String {
    switch output {
    case .table, .wide:
      ScanTable(scan, catalogue, isWide: output == .wide).lines.map { $0 + "\n" }.joined()
    case .json: try JSON.pretty(ScanReport(scan, catalogue))
    case .jsonl: try ScanReport.lines(scan)
    case .prometheus: Exposition.text(scan)
    }
  }
}

/// What makes a scan end with another code than 0.
struct ScanVerdict {
  /// Classes that count; nil for all of them.
  private let classes: Set<String>?

  init(_ text: String, _ catalogue: Catalogue) throws {
    let words = text.split(separator: ",").map(String.init)
    guard words != ["any"], words != ["none"] else {
      classes = words == ["any"] ? nil : []
      return
    }
    let known = catalogue.classes.map(\.id) + ["unknown"]
    if words.isEmpty { throw ValidationError("--fail-on needs a class, any or none.") }
    for word in words where !known.contains(word) {
      throw ValidationError("There is no class '\(word)'\(NearestName.hint(word, among: known)).")
    }
    classes = Set(words)
  }

  func status(_ scan: Scan) -> ExitStatus {
    let pods = scan.failing.filter { classes?.contains($0.pullClass ?? "unknown") ?? true }
    return pods.contains(where: \.isPull) ? .remediation : pods.isEmpty ? .success : .notImagePull
  }
}
