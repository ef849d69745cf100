/// A flow that is part of the course as it is: a walkthrough, not a fault.
package struct Lesson: Sendable {
  package var id: String
  package var position: Position
  package var title: String
  /// Id of the flow to walk through.
  package var flow: String
  package var minutes: Int
  /// What to do in it.
  package var says: String

  private static let keys = [
    FieldKey.required("lesson", .text, "Id of the lesson."),
    FieldKey.required("title", .text, "What stands in the list."),
    FieldKey.required("flow", .text, "Flow to walk through."),
    FieldKey.required("minutes", .number, "How long it takes."),
    FieldKey.required("says", .text, "What to do in it."),
  ]

  /// The lessons of a file, and what is wrong with it.
  package static func read(_ text: String, file: String) -> (lessons: [Lesson], findings: [Finding]) {
    let findings = Findings()
    do throws(Finding) {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "a course")
      fields.allow(["lessons"], in: "a course")
      return (fields.list("lessons").map { lesson(Fields($0, findings, what: "a lesson")) }, findings.all)
    } catch {
      return ([], [error])
    }
  }

  private static func lesson(_ fields: Fields) -> Lesson {
    fields.allow(keys, in: "a lesson")
    func text(_ key: String) -> String { fields.required(key, in: "a lesson") }
    return Lesson(
      id: text("lesson"), position: fields.node.position, title: text("title"), flow: text("flow"),
      minutes: Int(text("minutes")) ?? 0, says: ExerciseReader.prose(text("says")))
  }
}
