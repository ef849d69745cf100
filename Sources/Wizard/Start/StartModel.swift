package import FlowKit
package import FoundationEssentials
package import TerminalUI

/// Everything that the start screen shows; changed only by ``update(_:_:)``.
package struct StartModel: Sendable {
  /// A box over the screen.
  package enum Box: Hashable, Sendable {
    case help, sessions, practice
    /// A text that is too long for the footer.
    case said(String)
  }
  /// A line that is being typed.
  package struct Prompt: Sendable {
    package enum Purpose: Sendable { case filter, file }
    package var purpose: Purpose
    package var field: Field
    package var remark = ""
  }

  package var size: Size
  package let catalogue: Catalogue
  /// Exercises and recorded faults; nil while they are being read.
  package var practice: [StartPractice]?
  /// Sessions that can be gone on with; nil while they are being read.
  package var unfinished: [SessionSummary]?
  /// What the cluster said last; nil before the first answer, and after the operator asked for another place.
  package var answer: LiveFleet.Answer?
  /// Whether the pods are being listed.
  package var isListing = true
  package var isAll: Bool
  /// Name of the context for the header; empty when it is not known.
  package var context = ""
  /// Namespace for the header; empty when it is not known.
  package var namespace: String
  package var isProduction = false
  /// Words that narrow the list.
  package var filter = ""
  package private(set) var list = StartList()
  /// Number of the selected pod in the list.
  package var selected = 0
  /// First row of the list that is shown.
  package private(set) var top = 0
  package var prompt: Prompt?
  package var box: Box?
  /// Selected thing in a box that is a list.
  package var boxSelected = 0
  package var boxScroll = Scroll()
  /// Text that is being pasted; nil when none is.
  package var pasted: Pasted?
  /// What is being read to begin a session; nil when nothing is.
  package var begun: StartChoice?
  /// What just happened, in the footer.
  package var message = ""
  /// How long the operator has been waiting.
  package var waited = Duration.zero
  /// The time, for ages.
  package var now: Date
  /// What keys do.
  package var keys = Bindings.map

  package init(
    size: Size, catalogue: Catalogue, context: String? = nil, namespace: String? = nil, isAll: Bool = false, now: Date
  ) {
    self.size = size
    self.catalogue = catalogue
    self.context = context ?? ""
    self.namespace = namespace ?? ""
    self.isAll = isAll
    self.now = now
  }

  /// Whether something turns on the screen.
  package var isBusy: Bool { isListing || begun != nil }

  /// Where keys go.
  package var keyContext: KeyContext {
    if begun != nil { return .reading }
    return switch box {
    case nil: .start
    case .sessions, .practice: .list
    case .help, .said: .overlay
    }
  }

  /// The pod that Enter takes.
  package var selectedPod: FailingPod? { list.pods.indices.contains(selected) ? list.pods[selected] : nil }

  /// Where it looks, in words.
  package var place: String {
    isAll ? "all namespaces" : namespace.isEmpty ? "the current namespace" : "namespace \(namespace)"
  }

  /// Says what just happened: in the footer, or in a box when it is too long.
  package mutating func say(_ text: String) {
    if Width.of(Inert.text(text)) < size.width - 1 {
      message = text
    } else {
      box = .said(text)
      boxScroll = Scroll()
    }
  }

  /// Makes the rows anew; a pod that was selected stays selected while it is there.
  mutating func arrange() {
    let before = selectedPod
    list = StartList(
      answer?.fleet?.failing ?? [], filter: filter, catalogue: catalogue, hasGaps: StartLayout.hasGaps(size))
    let same = list.pods.firstIndex { $0.namespace == before?.namespace && $0.name == before?.name }
    select(same ?? (filter.isEmpty ? selected : 0))
  }

  /// Selects a pod, or the nearest there is.
  mutating func select(_ index: Int) {
    selected = min(max(0, index), max(0, list.pods.count - 1))
    top = list.top(top, showing: selected, height: StartLayout(self).list.height)
  }
}
