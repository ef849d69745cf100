/// Where the start screen looks for pods.
package struct StartOptions: Sendable {
  /// How kubectl is run, and against which cluster.
  package var settings: CommandSettings
  /// Namespace of the command line; nil for that of the context.
  package var namespace: String?
  package var isAll: Bool

  package init(_ settings: CommandSettings, namespace: String? = nil, isAll: Bool = false) {
    self.settings = settings
    self.namespace = namespace
    self.isAll = isAll
  }

  func fleet(isAll: Bool) -> LiveFleet { LiveFleet(settings, namespace: namespace, isAll: isAll) }
}
