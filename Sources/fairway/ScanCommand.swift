import ArgumentParser
import FlowKit
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
      With --watch -o jsonl prints a line for each scan before those of its pods, with its time and what it counted.

      Exit codes: 0 nothing fails; 10 a pod cannot pull its image; 12 every failing pod fails for another reason;
      20 to 24 the pods of a cluster could not be listed, which wins over what other clusters have; 66 the file cannot be
      read or holds no pods; 73 the result could not be written. With --fail-on it is 0 unless such a class was found.
      """)

  @OptionGroup var place: ScanOptions

  @Option(
    name: .output,
    help: "\(ScanFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
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
    if watch, output == .json { throw ValidationError("-o json is one document; with --watch use -o jsonl.") }
    if watch, output == .prometheus {
      throw ValidationError("-o prometheus is one page; write it from a timer or cron instead of with --watch.")
    }
    guard (1...86_400).contains(interval) else { throw ValidationError("--interval is 1 to 86400 seconds.") }
  }

  func run() throws {
    if schema { return try StandardOutput.write(try JSON.pretty(ScanSchema.scan)) }
    let catalogue = try flows.library().vocabulary
    let verdict = try ScanVerdict(failOn, catalogue)
    let run = try place.run(try Configuration.ofOperator.get())
    var last: String?
    while true {
      guard case .seen(let scan, let fault) = try look(run) else { return }
      // What is the same but for the time is not printed again.
      let gist = watch ? try ScanReport.gist(scan, catalogue) : nil
      if gist != last || !watch { try show(try text(scan, catalogue), scan) }
      last = gist
      guard watch else { throw finish(fault ?? verdict.status(scan)) }
      switch run.rest(interval) {
      case .time: continue
      case .signal(let signal): throw ExitCode(128 + signal.number)
      case .closed: throw StandardOutput.closed
      }
    }
  }

  private func look(_ run: ScanRun) throws -> ScanRun.Result {
    let result = run.look()
    if case .ended(let signal) = result { throw ExitCode(128 + signal.number) }
    return result
  }

  private func show(_ text: String, _ scan: Scan) throws {
    let isText = output == .table || output == .wide
    try StandardOutput.write((watch && isText ? "── \(Timestamp.text(scan.time))\n" : "") + text)
    for cluster in scan.clusters {
      guard let words = remark(cluster) else { continue }
      complain("fairway: \(Inert.text((cluster.context.map { "\($0): " } ?? "") + words))")
    }
  }

  /// What is said beside the result: why there is none, or that nothing was looked at.
  private func remark(_ cluster: Scan.Cluster) -> String? {
    if let fault = cluster.fault { return output == .json ? nil : fault }
    guard cluster.fleet?.count == 0 else { return nil }
    // A table says it by itself.
    if place.from != nil { return output == .table || output == .wide ? nil : "no pods were looked at" }
    let home =
      cluster.namespace.map { "in namespace \($0)" } ?? (cluster.isAll ? "in any namespace" : "in the namespace")
    return "no pod was found \(home)\(place.selector.map { " with labels \($0)" } ?? "")"
  }

  private func text(_ scan: Scan, _ catalogue: Catalogue) throws -> String {
    switch output {
    case .table, .wide:
      ScanTable(scan, catalogue, isWide: output == .wide).lines.map { $0 + "\n" }.joined()
    case .json: try JSON.pretty(ScanReport(scan, catalogue))
    case .jsonl: try ScanReport.lines(scan, isWatch: watch)
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
