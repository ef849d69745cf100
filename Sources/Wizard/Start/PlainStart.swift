import FlowKit
import FoundationEssentials

/// The start screen as plain lines: a numbered list, and one prompt at a time.
package struct PlainStart {
  /// Context that was asked last; nil when kubectl does not tell.
  package private(set) var context: String?
  private let launch: Launch
  private let options: StartOptions
  private let read: PlainDriver.Read
  private let write: PlainDriver.Write
  private var isAll: Bool
  private var answer: LiveFleet.Answer?
  private var filter = ""
  /// What the numbers stand for.
  private var pods: [FailingPod] = []

  /// Most pods that are printed; the rest is for the filter.
  private static let limit = 50

  package init(
    _ launch: Launch, _ options: StartOptions, read: @escaping PlainDriver.Read, write: @escaping PlainDriver.Write
  ) {
    self.launch = launch
    self.options = options
    self.read = read
    self.write = { write(Inert.text($0)) }
    isAll = options.isAll
    context = options.settings.context
  }

  /// Asks until something is chosen; nil when the operator quits or the input ends.
  package mutating func choice() -> StartChoice? {
    if answer == nil { list() }
    while true {
      write(
        "> number to find out why, A \(isAll ? "one namespace" : "all namespaces"), r list again, / and words to filter,"
      )
      write("  p paste, o open a file, s sessions, d practise, q quit")
      guard let line = read() else { return nil }
      let text = String(line.filter { !$0.isNewline })
      if text == "q" { return nil }
      if let choice = take(text) { return choice }
    }
  }

  private mutating func take(_ text: String) -> StartChoice? {
    switch text {
    case "A":
      isAll.toggle()
      list()
    case "r", "": list()
    case "p": return paste()
    case "o": return file()
    case "s", "R": return session()
    case "d": return practice()
    default:
      if text.hasPrefix("/") {
        filter = String(text.dropFirst())
        show()
      } else if let number = Int(text), pods.indices.contains(number - 1) {
        return .pod(pods[number - 1])
      } else {
        write(
          pods.isEmpty ? "Type one of the letters." : "Type a number from 1 to \(pods.count), or one of the letters.")
      }
    }
    return nil
  }

  // MARK: - List

  private mutating func list() {
    write(
      "Listing the pods of \(isAll ? "all namespaces" : options.namespace.map { "namespace \($0)" } ?? "the current namespace")."
    )
    let fleet = options.fleet(isAll: isAll)
    let answer = Waiting<LiveFleet.Answer>.result { await fleet.read() }
    self.answer = answer
    context = answer.context
    show()
  }

  private mutating func show() {
    pods = []
    guard let answer else { return }
    let place = isAll ? "all namespaces" : "namespace \(answer.namespace)"
    switch answer.result {
    case .failure(let fault):
      write(fault.what(place))
      if !fault.detail.isEmpty, fault.outcome != .absent { write("  \(fault.detail)") }
      write(fault.wayOn(isAll: isAll))
    case .success(let fleet):
      let context = answer.context.map { ", context \($0)" } ?? ""
      let failing = fleet.failing.count
      write("\(failing) of \(fleet.count) pods \(failing == 1 ? "fails" : "fail") in \(place)\(context).")
      if !answer.remark.isEmpty { write("(\(answer.remark))") }
      show(fleet)
    }
  }

  private mutating func show(_ fleet: Fleet) {
    let catalogue = launch.library.vocabulary
    let list = StartList(fleet.failing, filter: filter, catalogue: catalogue, hasGaps: false)
    let now = options.settings.clock()
    for row in list.rows where pods.count < Self.limit {
      switch row {
      case .gap: break
      case .group(let number):
        let group = list.groups[number]
        write("\(group.title(catalogue))\(group.place.map { ", \($0)" } ?? ""):")
      case .pod(let number):
        pods.append(list.pods[number])
        write("  \(pods.count). " + Self.line(list.pods[number], now))
      }
    }
    if list.pods.isEmpty, !fleet.failing.isEmpty { write("No failing pod matches '\(filter)'; / alone shows all.") }
    if list.pods.count > pods.count {
      write("  … and \(list.pods.count - pods.count) more; / and words narrows the list")
    }
  }

  private static func line(_ pod: FailingPod, _ now: Date) -> String {
    let restarts = pod.restarts == 1 ? "1 restart" : "\(pod.restarts) restarts"
    let image = pod.isPull ? "" : pod.image.map { ", \($0)" } ?? ""
    return "\(pod.namespace)/\(pod.name): \(pod.reason), \(StartColumn.age.text(pod, now)) old, \(restarts)\(image)"
  }

  // MARK: - The other ways to begin

  private func paste() -> StartChoice? {
    PlainPaste.text(of: "the text", read, write).map { .text($0) }
  }

  private func file() -> StartChoice? {
    write("Path of the file:")
    guard let path = read(), !path.isEmpty else {
      write("No file was opened.")
      return nil
    }
    return .file(path == "-" ? "./-" : path)
  }

  private func session() -> StartChoice? {
    let unfinished = launch.unfinished
    guard !unfinished.isEmpty else {
      write("No session is unfinished.")
      return nil
    }
    for (index, line) in SessionTable.lines(unfinished, now: options.settings.clock()).enumerated() {
      write(index == 0 ? "   \(line)" : "\(index). \(line)")
    }
    return number(unfinished.count).map { .session(unfinished[$0].id) }
  }

  private func practice() -> StartChoice? {
    let practice = StartPractice.all(launch.exercises(), launch.store)
    for (index, one) in practice.enumerated() { write("  \(index + 1). \(one.title)") }
    return number(practice.count).map { practice[$0].choice }
  }

  /// Place of a thing that was listed; nil when none was named.
  private func number(_ count: Int) -> Int? {
    write("Which one? Enter for none:")
    guard let text = read(), !text.isEmpty else { return nil }
    guard let number = Int(text), (1...count).contains(number) else {
      write("There is no number '\(text)' in the list.")
      return nil
    }
    return number - 1
  }
}
