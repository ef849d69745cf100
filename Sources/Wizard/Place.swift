import FlowKit

/// Where a session stands: what commands it may run and against which cluster.
struct Place: Sendable {
  var settings: CommandSettings
  /// Name of the context for the header; empty without a cluster.
  var context = ""
  /// Whether standard input was read for evidence.
  var isPiped = false
  /// What to say first.
  var message = ""
  /// What there is for somebody who practises; nil for everybody else.
  var practice: Practice?

  /// The place of a session that goes on.
  init(_ source: Event.Source?, _ launch: Launch) {
    settings = CommandSettings(
      runner: launch.mayRun ? launch.runner : .off, mayRun: launch.mayRun, runsAhead: launch.runsAhead)
    settings.timeFactor = launch.timeFactor
    settings.subscription = launch.subscription ?? source?.subscription
    switch source?.kind {
    case .live:
      settings.isLive = true
      settings.context = source?.context
      settings.kubeconfig = source?.kubeconfig
      context = source?.context ?? ""
      let pod = source?.pod.map {
        LivePod(
          pod: $0, namespace: source?.namespace, context: source?.context, kubeconfig: source?.kubeconfig,
          timeFactor: launch.timeFactor)
      }
      settings.look = launch.mayRun ? pod.map { .live($0) } ?? .paste : .paste
    case .recording where source?.exercise != nil:
      guard let exercise = source?.exercise.flatMap({ id in launch.exercises().first { $0.id == id } }),
        let world = PracticeWorld(exercise, isFast: launch.isFast)
      else {
        forbid("The exercise that this session practises is not here. Paste the output instead.")
        return
      }
      practise(in: world, launch)
    case .recording:
      guard let scenario = Shipped.demos.first(where: { $0.id == source?.recording }) else {
        forbid("The recording that answered the commands of this session is not here. Paste the output instead.")
        return
      }
      answer(by: scenario, launch)
    case .file, .nothing, nil: settings.look = .paste
    }
  }

  /// Nothing may run, for a reason.
  mutating func forbid(_ reason: String) {
    settings.runner = .off
    settings.mayRun = false
    settings.isLive = false
    settings.refusal = reason
    settings.look = .paste
  }

  /// Everything is answered by the recorded world of an exercise.
  mutating func practise(in world: PracticeWorld, _ launch: Launch) {
    settings.runner = launch.mayRun ? world.runner : .off
    settings.mayRun = launch.mayRun
    settings.isLive = true
    settings.isRecorded = true
    settings.runsAhead = false
    settings.look = .world(world)
    practice = Practice(world)
  }

  /// Commands are answered by a recording.
  mutating func answer(by scenario: Scenario, _ launch: Launch) {
    settings.runner = launch.mayRun ? .recorded(scenario) : .off
    settings.mayRun = launch.mayRun
    settings.isLive = true
    settings.isRecorded = true
    settings.look = .none("This is a recording: its evidence stays as it is.")
  }
}
