import FlowKit
import TerminalUI

/// The formats that the session can be written in.
struct ExportBox: Box {
  let title = "Export this session"

  func blocks(_ model: Model) -> [BoxBlock] {
    let names = model.isAnonymous ? "replaced by tokens" : "as they are"
    var toggle = StyledLine("Names, hosts and addresses  ", .title)
    toggle.append(names, .code)
    let column = model.columns(of: Exporters.all.map { $0.name }, cap: 12)
    return [BoxBlock([toggle, ""], choice: 0)]
      + Exporters.all.enumerated().map { index, exporter in
        var line = StyledLine(Width.filled(exporter.name, to: column) + "  ", .title)
        line.append(exporter.means, .plain)
        return BoxBlock([line], choice: index + 1)
      }
  }

  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    guard choice > 0 else {
      model.isAnonymous.toggle()
      return []
    }
    let exporter = Exporters.all[choice - 1]
    model.overlay = nil
    model.prompt = Model.Prompt(
      purpose: .export(exporter.name), field: Field("file: ", text: "fairway-\(model.id).\(exporter.suffix)"),
      remark: "a file that is there is not overwritten")
    return []
  }
}
