import ArgumentParser
import FlowKit
import Wizard

/// The same fault on a real cluster: manifests and commands, of which Fairway runs none.
extension PracticeStart {
  /// Prints what a real cluster needs, or writes the manifests into a folder.
  func tell(_ exercise: Exercise, _ course: Course) throws {
    let values = try values(exercise, course)
    let texts = ExerciseText.manifests(exercise, course) { values[$0] }
    guard let into else { return printInert(ExerciseText.cluster(exercise, texts) { values[$0] }) }
    try writeNew(texts, into: into)
    printInert(ExerciseText.cluster(exercise, []) { values[$0] })
  }

  /// The values that were told; one that nothing asks for, or that would be more than a name, ends the program.
  private func values(_ exercise: Exercise, _ course: Course) throws -> [String: String] {
    let wanted = ExerciseText.values(exercise, course)
    for record in values.map(\.record) {
      guard wanted.contains(record.name) else {
        let hint = NearestName.hint(record.name, among: wanted)
        throw ValidationError(Inert.text("The manifests of \(exercise.id) take no '\(record.name)'\(hint)."))
      }
      guard record.value?.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil else {
        throw ValidationError("--set \(record.name): letters, digits, dots, dashes and underscores only.")
      }
    }
    return Dictionary(values.map { ($0.record.name, $0.record.value ?? "") }) { _, last in last }
  }
}
