import ArgumentParser
import FlowKit
import Wizard

/// Where sessions lie.
struct StateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the sessions; $XDG_STATE_HOME/fairway or ~/.local/state/fairway if absent.", valueName: "folder"),
    completion: .directory)
  var stateDir: String?

  var store: SessionStore { SessionStore(state: stateDir) }

  /// Sessions that can be gone on with, the newest first.
  func unfinished(_ library: Library) throws -> [SessionSummary] { Launch(library: library, store: store).unfinished }

  /// A session by its id, the beginning of one, `last`, or the path of its journal.
  func locate(_ name: String, mayBePath: Bool = true) throws -> (id: String, store: SessionStore) {
    guard mayBePath, name.contains("/") || name.hasSuffix(".jsonl") else {
      do { return (try store.find(name), store) } catch {
        throw fail(.noInput, "\(error). '\(Program.name) sessions list' shows all")
      }
    }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let folder = name.contains("/") ? String(name.dropLast(file.count)) : "./"
    return (file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file, SessionStore(folder: String(folder.dropLast())))
  }

  /// A kept session; ends the program when there is none.
  func transcript(_ name: String, _ library: Library) throws -> Transcript {
    let (id, store) = try locate(name)
    let entries: [JournalEntry]
    do { entries = try store.entries(of: id) } catch { throw fail(.noInput, error.description) }
    guard let transcript = Transcript(id: id, entries: entries, library: library, text: store.flowText) else {
      throw fail(.noInput, "\(store.path(of: id)): the journal does not begin with a known flow")
    }
    return transcript
  }
}
