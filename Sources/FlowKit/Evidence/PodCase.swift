/// What one container, or a pod as a whole, suffers from.
package struct PodCase: Sendable {
  /// Class id of the catalogue; nil when an error of a pull fits no rule, or when the evidence shows nothing at all.
  package var pullClass: Located<String>?
  package var container: ContainerReading?
  package var error: PullError?
  package var failure: Failure?
  /// Pull secret that an event reports as absent.
  package var missingSecret: Located<String>?
  /// Image the error names, if the container's own is not known.
  package var image: String? { container?.image?.value ?? error?.image }
}
