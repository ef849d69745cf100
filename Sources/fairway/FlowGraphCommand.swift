import ArgumentParser
import FlowKit
import Wizard

/// Format of a drawing.
enum DrawingFormat: String, ExpressibleByArgument, CaseIterable { case mermaid, dot, svg }

/// `fairway flow graph`.
struct FlowGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a flow, with the walk of a session marked if one is named.",
    discussion: "svg needs Graphviz: 'apt-get install graphviz'. mermaid is drawn by GitHub and many editors.")

  @Argument(help: ArgumentHelp("Id of the flow.", valueName: "flow"), completion: Candidates.flows)
  var flow = "image-pull"

  @Option(help: "\(DrawingFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = DrawingFormat.mermaid

  @Option(help: ArgumentHelp("Session whose walk is marked.", valueName: "session"), completion: Candidates.sessions)
  var session: String?

  @OptionGroup var flows: FlowOptions
  @OptionGroup var state: StateOptions

  func run() throws {
    let library = try flows.library()
    let found = try library.flow(flow)
    let graph = FlowGraph(found, walk: try session.map { try state.transcript($0, library).session })
    switch format {
    case .mermaid: print(GraphFormat.mermaid.text(graph), terminator: "")
    case .dot: print(GraphFormat.dot.text(graph), terminator: "")
    case .svg: print(try svg(GraphFormat.dot.text(graph)), terminator: "")
    }
  }

  private func svg(_ dot: String) throws -> String {
    do {
      return String(decoding: try Graphviz.svg(dot), as: UTF8.self)
    } catch {
      switch error {
      case .absent: throw fail(.toolMissing, "Graphviz is not installed: 'dot' is not on PATH; --format dot needs none")
      case .failed(let why): throw fail(.software, "Graphviz could not draw it: \(why)")
      }
    }
  }
}
