import FlowKit
import Subprocess

/// Where a copied text goes: the clipboard of the operator's terminal, and the buffer of a tmux that stands between.
///
/// As it is set up by default, tmux neither obeys nor passes on what a program inside of it sends to the clipboard; it
/// takes the text by a command of its own, and hands it on to the terminal outside.
package struct Clipboard: Sendable {
  /// Whether there is a tmux to give texts to.
  package let hasTmux: Bool
  private static let seconds = 2

  /// The clipboard as the environment has it.
  package init(_ environment: [String: String]) {
    hasTmux = environment["TMUX"]?.isEmpty == false
  }

  /// What stands in the footer after a text was sent.
  static func words(_ text: String, to place: Place) -> String { "\(place.rawValue): \(Inert.text(text))" }

  /// Where a text is.
  package enum Place: String, Sendable {
    case terminal = "Sent to the clipboard"
    case tmux = "Sent to the clipboard and tmux's buffer"
    case notTmux = "Sent to the clipboard, but tmux did not take it"
  }

  /// Gives a text to tmux; answers where it is then.
  func giveToTmux(_ text: String) async -> Place {
    // Only 3.2 and later hand it on to the terminal outside.
    let place = try? await HandedFile.with(text) { path in
      for flags in [["-w"], []] where await run(["load-buffer"] + flags + [path]) { return Place.tmux }
      return .notTmux
    }
    return place ?? .notTmux
  }

  /// Whether tmux did it in time.
  private func run(_ arguments: [String]) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        let result = try? await Subprocess.run(
          .name("tmux"), arguments: Arguments(arguments), input: .none, output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess == true
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(Self.seconds))
        return false
      }
      let isDone = await group.next() ?? false
      group.cancelAll()
      return isDone
    }
  }
}
