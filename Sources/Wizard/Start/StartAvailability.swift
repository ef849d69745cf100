import FlowKit

extension StartModel {
  /// Why an action does nothing at the moment; nil when it does something.
  func reasonAgainst(_ action: Action) -> String? {
    switch action {
    case .choose where box == nil:
      if selectedPod != nil { return nil }
      return isListing ? "The pods are still being listed." : "There is no pod to begin on."
    case .search: return answer?.fleet?.failing.isEmpty == false ? nil : "There is nothing to filter."
    case .refresh: return isListing ? "The pods are being listed." : nil
    case .resume:
      guard let unfinished else { return "The sessions are still being read." }
      return unfinished.isEmpty ? "No session is unfinished." : nil
    default: return nil
    }
  }
}
