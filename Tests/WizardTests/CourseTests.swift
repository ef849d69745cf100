import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// What the check of a course finds beside the mistakes of one exercise.
struct CourseTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The shipped course with further files in `workshop`.
  private func course(_ files: [String: String]) throws -> Course {
    for (name, text) in files {
      let path = folder.path + "/workshop/" + name
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return Course(try FlowFiles(over: [folder.path]))
  }

  private static func text(_ id: String) -> String { ExerciseStarter.files(id)[0].text }

  @Test(arguments: [
    (["x.yaml": "mine"], ["id"]), (["a.yaml": "a", "b.yaml": "a"], ["id", "duplicate-id"]),
    (["setup.yaml": "setup"], ["duplicate-id"]), (["mine.yaml": "K05"], ["id", "duplicate-id"]),
    (["report.yaml": "report"], ["reserved-id"]), (["mine.yaml": "mine"], []),
  ])
  func `an id that means something else is found`(_ files: [String: String], _ rules: [String]) throws {
    let course = try course(files.mapValues(Self.text))
    let library = try #require(ShippedScenarios.library)
    #expect(Set(course.check(library).map(\.rule)) == Set(rules))
    for exercise in course.exercises where files["\(exercise.id).yaml"] == exercise.id {
      #expect(course.check(library, only: exercise).isEmpty == rules.filter { $0 != "id" }.isEmpty)
    }
  }

  @Test func `the check of one exercise finds what is wrong with a world`() throws {
    let course = try course(["worlds/access.yaml": "commands: [{run: 'a | b'}]"])
    let library = try #require(ShippedScenarios.library)
    let exercise = try #require(course["K02"])
    #expect(course.check(library, only: exercise).contains { $0.rule == "bad-command" })
  }

  @Test func `a file that cannot be read is told, and the words of the command line are no names`() throws {
    let course = try course(["bad.yaml": "exercise: [", "warn.yaml": Self.text("warn") + "\nmore: 1\n"])
    #expect(course.exercises.count == 11 && course.findings.count == 2)
    #expect(course.unread.map { $0.position.file.hasSuffix("bad.yaml") } == [true])
    #expect(["report", "new", "from-session", "Start", "help", "course"].allSatisfy { !ExerciseStarter.isName($0) })
    #expect(ExerciseStarter.isName("reports"))
    #expect(course.lesson("SETUP")?.id == "setup")
  }
}
