package import FlowKit

/// Reads one pod from a cluster with three commands that change nothing.
package struct LivePod: Sendable {
  package var pod: String
  package var namespace: String?
  package var context: String?
  package var kubeconfig: String?
  /// The workload that it belongs to; nil while nobody knows.
  var family: PodFamily?
  /// Time of the cluster when the error was read; empty while nobody knows.
  var since = ""
  /// By what every time limit is multiplied.
  package var timeFactor: Int

  package init(pod: String, namespace: String?, context: String?, kubeconfig: String?, timeFactor: Int = 1) {
    self.pod = pod
    self.namespace = namespace
    self.context = context
    self.kubeconfig = kubeconfig
    self.timeFactor = timeFactor
  }

  /// Why there is no evidence, and the way on.
  package struct Failure: Error {
    package let outcome: Outcome
    package let message: String
  }

  /// What was read of a pod.
  package struct Reading: Sendable {
    /// Raw documents, the pod itself first.
    package var documents: [Document]
    /// What could not be read, and why: nobody may take it for what is not there.
    package var gaps: [String] = []
  }

  /// Seconds that each command may take.
  private static let seconds = 20

  /// Reads the pod, its events and its description; only the pod itself must be readable.
  package func read(_ runner: CommandRunner) async throws(Failure) -> Reading {
    let object = try await document("pod", ["get", "pod", pod, "-o", "json"], runner)
    var reading = Reading(documents: [object])
    // A pod of the same name may have been replaced meanwhile: events go by the object's own id.
    if let uid = PodJSONReader.read(object)?.first?.uid {
      await read(
        "events", ["get", "events", "--field-selector", "involvedObject.uid=\(uid)", "-o", "json"], runner, &reading)
    }
    await read(Document.description, ["describe", "pod", pod], runner, &reading)
    return reading
  }

  private func read(_ id: String, _ words: [String], _ runner: CommandRunner, _ reading: inout Reading) async {
    do { reading.documents.append(try await document(id, words, runner)) } catch {
      let reason = error.message.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
      reading.gaps.append("\(words.prefix(2).joined(separator: " ")): \(reason)")
    }
  }

  func document(_ id: String, _ words: [String], _ runner: CommandRunner) async throws(Failure) -> Document {
    let arguments = ["kubectl"] + words + options
    let result = await runner.run(arguments, seconds: Self.seconds * timeFactor)
    guard result.outcome == .ran, result.exit == 0 else { throw failure(words, result) }
    let line = arguments.map { Quoting.quote($0, for: .posix) }.joined(separator: " ")
    return Document(
      id: id, title: words.prefix(2).joined(separator: " "),
      provenance: Provenance(.command, source: line, exit: result.exit, isCut: result.isCut), bytes: result.output)
  }

  private var options: [String] {
    var options = [CommandSettings.requestTimeout(timeFactor)]
    if let namespace { options += ["-n", namespace] }
    if let context { options += ["--context", context] }
    if let kubeconfig { options += ["--kubeconfig", kubeconfig] }
    return options
  }

  private func failure(_ words: [String], _ result: CommandResult) -> Failure {
    if let name = ToolMessage.unknownContext(result.errors) {
      return Failure(outcome: result.outcome, message: ToolMessage.sentence(unknownContext: name))
    }
    let subject = words[1] == "pod" ? "pod '\(pod)'" : words[1]
    let place = namespace.map { "namespace '\($0)'" } ?? "the current namespace"
    let what: String =
      switch result.outcome {
      case .absent: "kubectl is not on PATH."
      case .notFound: "There is no \(subject) in \(place)."
      case .denied: "The cluster does not let you read \(subject) in \(place)."
      case .notLoggedIn: "kubectl is not logged in to the cluster."
      case .timedOut: "The cluster did not answer in time."
      case .unreachable: "The cluster cannot be reached."
      case .throttled: "The cluster wants fewer requests; try again in a moment."
      case .refused: "The command was refused."
      case .ran, .unreadable, .skipped: "Reading \(subject) failed."
      }
    let detail = result.reason.isEmpty ? ToolMessage.summary(result.errors) : result.reason
    return Failure(outcome: result.outcome, message: detail.isEmpty ? what : "\(what)\n  \(detail)")
  }
}

extension LivePod {
  /// Reads this pod, or one of its workload that took its place.
  ///
  /// A remedy is seen at a later pod first; else the pod itself counts as long as it is there. Only a pod that was made
  /// after the error was read takes its place: a replica beside it tells nothing.
  package func read(_ runner: CommandRunner, prefersLater: Bool) async throws(Failure) -> Reading {
    if prefersLater, let later = await later(runner) { return try await later.read(runner) }
    do throws(Failure) { return try await read(runner) } catch {
      guard error.outcome == .notFound, let later = await later(runner) else { throw error }
      return try await later.read(runner)
    }
  }

  /// The newest later pod of the same workload; nil when there is none, or nobody can tell.
  private func later(_ runner: CommandRunner) async -> LivePod? {
    guard let family, !since.isEmpty else { return nil }
    let narrow = family.selector.isEmpty ? [] : ["-l", family.selector]
    // Labels may have changed with the remedy: then the owner alone tells.
    for labels in narrow.isEmpty ? [[]] : [narrow, []] {
      guard let list = try? await document("pods", ["get", "pods"] + labels + ["-o", "json"], runner),
        let name = family.newest(in: list, after: since)
      else { continue }
      var pod = self
      pod.pod = name
      return pod
    }
    return nil
  }
}
