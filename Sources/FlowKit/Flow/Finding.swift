/// Something wrong in a flow file, with its place: an error of reading or of lint.
package struct Finding: Error, Hashable, Codable, Sendable, CustomStringConvertible {
  /// Id of the rule, such as `unknown-target`.
  package var rule: String
  package var position: Position
  package var message: String

  package init(_ rule: String, _ position: Position, _ message: String) {
    self.rule = rule
    self.position = position
    self.message = message
  }

  /// `file:line:column: message [rule]`, the form that editors jump to.
  package var description: String { "\(position.file):\(position.line):\(position.column): \(message) [\(rule)]" }
}

/// Collects findings while a file is read, so that several are reported in one go.
package final class Findings {
  package private(set) var all: [Finding] = []
  /// Whether the text was tested before, so that what takes long to check is not checked again.
  let isTested: Bool

  package init(isTested: Bool = false) { self.isTested = isTested }

  /// Adds a finding.
  package func report(_ rule: String, _ position: Position, _ message: String) {
    all.append(Finding(rule, position, message))
  }
}

/// The name of a list that is closest to a wrong one.
package enum NearestName {
  /// ` (did you mean 'x'?)` when a name is within two edits or a third of its length; else empty.
  package static func hint(_ wrong: String, among names: some Sequence<String>) -> String {
    let best = names.map { ($0, distance(wrong, $0)) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let (name, edits) = best, edits <= max(2, wrong.count / 3) else { return "" }
    return " (did you mean '\(name)'?)"
  }

  /// Number of letters to insert, delete or replace.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
