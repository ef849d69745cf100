package import FlowKit

/// What a session can be begun on from the start screen.
package enum StartChoice: Sendable {
  case pod(FailingPod)
  /// Text that was pasted.
  case text(String)
  case file(String)
  /// A session that is gone on with, by its id.
  case session(String)
  case recording(Scenario)
  case exercise(Exercise)

  /// What is being read, for the one who waits.
  package var words: String {
    switch self {
    case .pod(let pod): "Reading pod \(pod.namespace)/\(pod.name)"
    case .text: "Reading the pasted text"
    case .file(let path): "Reading \(path)"
    case .session(let id): "Opening session \(id)"
    case .recording(let scenario): "Opening \(scenario.title)"
    case .exercise(let exercise): "Opening \(exercise.id): \(exercise.title)"
    }
  }

  /// Where the evidence of a new session comes from; nil for one that goes on.
  func source(_ context: String?, _ kubeconfig: String?) -> EvidenceSource? {
    switch self {
    // What was listed and what is read is the same cluster, whatever is current by then.
    case .pod(let pod):
      return .live(LivePod(pod: pod.name, namespace: pod.namespace, context: context, kubeconfig: kubeconfig))
    case .text(let text):
      let provenance = Provenance(.paste, source: "pasted text")
      return .documents([Document(id: "evidence", title: "pasted text", provenance: provenance, text: text)], nil)
    case .file(let path): return .file(path)
    case .session: return nil
    case .recording(let scenario): return .recording(scenario)
    case .exercise(let exercise): return PracticeWorld(exercise, isFast: false).map { .exercise($0, isUnaided: true) }
    }
  }

  /// Id of the flow of a new session.
  var flow: String {
    switch self {
    case .recording(let scenario): scenario.flow
    case .exercise(let exercise): exercise.fault?.flow ?? ""
    case .pod, .text, .file, .session: "image-pull"
    }
  }
}

/// Something to practise on, as the start screen lists it.
package struct StartPractice: Sendable {
  package var title: String
  package var choice: StartChoice

  package init(title: String, choice: StartChoice) {
    self.title = title
    self.choice = choice
  }

  /// Exercises in their order, then demonstrations; an exercise that was left in the middle is gone on with.
  package static func all(_ exercises: [Exercise], _ store: SessionStore) -> [StartPractice] {
    let left = store.practised(exercises.map(\.id))
    let progress = (try? PracticeProgress.read(store)) ?? PracticeProgress()
    return exercises.map { exercise in
      let state = ExerciseText.state(of: exercise, progress, left: left)
      return StartPractice(
        title: "\(exercise.id)  \(exercise.title) (\(exercise.minutes) min\(state.isEmpty ? "" : ", " + state))",
        choice: left[exercise.id].map { .session($0) } ?? .exercise(exercise))
    } + Shipped.demos.map { StartPractice(title: "Demo: \($0.title)", choice: .recording($0)) }
  }
}
