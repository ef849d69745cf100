/// Why a pod fails when it is not the pull of an image.
package struct Failure: Sendable {
  /// Kind in the words of flows: crash, oom, scheduling, mount, config, probe, eviction, sandbox-network, starting.
  package var kind: String
  /// Reason as Kubernetes names it, or the words that stand for it.
  package var reason: Located<String>
  package var message: Passage?

  package init(_ kind: String, _ reason: Located<String>, _ message: Passage? = nil) {
    self.kind = kind
    self.reason = reason
    self.message = message
  }

  /// Reasons of a waiting or terminated container.
  static let states: [String: String] = [
    "CrashLoopBackOff": "crash", "Error": "crash", "RunContainerError": "crash", "StartError": "crash",
    "ContainerCannotRun": "crash", "PostStartHookError": "crash", "DeadlineExceeded": "crash", "OOMKilled": "oom",
    "CreateContainerConfigError": "config", "CreateContainerError": "config", "Evicted": "eviction",
    "ContainerStatusUnknown": "eviction", "Preempted": "eviction", "NodeLost": "eviction", "Terminated": "eviction",
    "UnexpectedAdmissionError": "scheduling",
  ]

  /// Reasons of events that explain a pod which does not start.
  static let events: [String: String] = [
    "FailedScheduling": "scheduling", "FailedMount": "mount", "FailedAttachVolume": "mount", "FailedMapVolume": "mount",
    "Unhealthy": "probe", "Evicted": "eviction", "Preempted": "eviction", "FailedCreatePodSandBox": "sandbox-network",
    "FailedPodSandBoxStatus": "sandbox-network", "NetworkNotReady": "sandbox-network",
  ]

  /// Words of loose text, in the order of how telling they are.
  private static let phrases: [(word: String, kind: String)] = [
    ("failedtosetupnetworkforsandbox", "sandbox-network"), ("networkplugincninotready", "sandbox-network"),
    ("cnipluginnotinitialized", "sandbox-network"), ("failedtosetupsandboxcontainer", "sandbox-network"),
    ("networkplugincnifailed", "sandbox-network"), ("failedtosetupnetwork", "sandbox-network"),
    ("oomkilled", "oom"), ("createcontainerconfigerror", "config"), ("createcontainererror", "config"),
    ("error:configmap\"", "config"), ("error:secret\"", "config"), ("error:couldn'tfindkey", "config"),
    ("hasrunasnonrootand", "config"), ("mountvolume.setupfailed", "mount"), ("failedmount", "mount"),
    ("failedattachvolume", "mount"), ("unabletoattachormountvolumes", "mount"),
    ("failedscheduling", "scheduling"), ("nodesareavailable:", "scheduling"), ("livenessprobefailed", "probe"),
    ("readinessprobefailed", "probe"), ("startupprobefailed", "probe"), ("thenodewaslowonresource", "eviction"),
  ]

  /// Words that count only when no word of a pull stands beside them.
  private static let lastPhrases: [(word: String, kind: String)] = [
    ("failedcreatepodsandbox", "sandbox-network"), ("failedtocreatepodsandbox", "sandbox-network"),
    ("crashloopbackoff", "crash"), ("back-offrestartingfailedcontainer", "crash"),
    ("failedtocreatecontainerdtask", "crash"), ("ociruntimecreatefailed", "crash"),
    ("executablefilenotfoundin$path", "crash"),
  ]

  /// Words that ``read(_:)`` and ``readLast(_:)`` know.
  static let words = (phrases + lastPhrases).map(\.word)

  /// Reads a failure that no pull looks like; nil when no phrase stands in the text.
  static func read(_ passage: Passage, _ folded: Folded) -> Failure? { first(of: phrases, passage, folded) }

  /// Reads a failure from a text that is known not to speak of a pull.
  static func readLast(_ passage: Passage, _ folded: Folded) -> Failure? { first(of: lastPhrases, passage, folded) }

  private static func first(
    of phrases: [(word: String, kind: String)], _ passage: Passage, _ folded: Folded
  ) -> Failure? {
    for (word, kind) in phrases {
      guard let hit = folded.find(word, in: 0..<folded.bytes.count) else { continue }
      let span = folded.span([hit])
      return Failure(kind, Located(span.text, span), passage)
    }
    return nil
  }
}
