import FlowKit
import Testing
import Wizard

/// Pages of `fairway help`, which are made of the lists that the program itself goes by.
struct HelpTopicTests {
  private func text(_ name: String) throws -> String {
    try #require(HelpTopic.named(name)).lines.joined(separator: "\n")
  }

  @Test func `every exit code, kind of node, matcher and kind of secret is named`() throws {
    let codes = try text("exit-codes")
    for status in ExitStatus.allCases { #expect(codes.contains("\(status.rawValue) ")) }
    let flows = try text("flows")
    for kind in NodeKinds.all { #expect(flows.contains("Keys of '\(kind.name)':")) }
    let matchers = try text("matchers")
    for matcher in Matchers.all { #expect(matchers.contains("\n\(matcher.key):")) }
    let privacy = try text("privacy")
    for kind in Redactor.kinds { #expect(privacy.contains(kind), "\(kind)") }
    #expect(HelpTopic.named("nonsense") == nil)
  }

  @Test(arguments: HelpTopic.all.map(\.name))
  func `a page fits a terminal of 80 columns`(_ name: String) throws {
    for line in try text(name).split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a column of names keeps its blanks when the text behind it is wrapped`() {
    #expect(
      PlainText.wrap("  a    one two three", width: 14, hang: 7, keeping: 7) == ["  a    one two", "       three"])
    #expect(PlainText.wrap("  one two", width: 80, hang: 2) == ["  one two"])
  }
}
