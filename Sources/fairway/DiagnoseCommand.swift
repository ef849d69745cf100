import ArgumentParser
import FlowKit
import Wizard

/// Format of an output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// `fairway diagnose`: the walk without questions.
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Say what is wrong, without asking anything.",
    discussion: """
      kubectl describe pod POD | fairway diagnose --evidence -
      fairway diagnose --pod POD -n NAMESPACE -o json
      """)

  @OptionGroup var flows: FlowOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(name: [.short, .long], help: "Format of the output.")
  var output = OutputFormat.text

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Tell a fact, such as cluster=aks-prod.", valueName: "fact=value"))
  var facts: [FactSetting] = []

  func validate() throws {
    if evidence.isAbsent { throw ValidationError("Give --pod NAME or --evidence FILE.") }
  }

  func run() throws {
    let configuration = try Configuration.ofOperator.get()
    let library = try flows.library()
    guard let flow = library["image-pull"] else { throw finish(.software) }
    var session = Session(flow, library: library)
    var collector = EvidenceCollector(.live)
    do {
      for document in try collector.collect(evidence.source(configuration)) {
        session.apply(.evidence(EvidenceRecord(document)))
      }
    } catch {
      throw fail(error.status, error.message)
    }
    for fact in facts { session.apply(.fact(fact.record)) }
    let diagnosis = Diagnosis(session)
    switch output {
    case .json: print(try JSON.pretty(DiagnosisReport(diagnosis)), terminator: "")
    case .text: print(DiagnosisText(diagnosis).lines.joined(separator: "\n"))
    }
    throw finish(ExitStatus(diagnosis.verdict))
  }
}

/// `name=value` on the command line.
struct FactSetting: ExpressibleByArgument {
  let record: Event.FactRecord

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    record = Event.FactRecord(name: String(parts[0]), value: String(parts[1]))
  }
}
