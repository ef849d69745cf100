/// What the program asks kubectl for by itself, beside the commands of flows.
package enum OwnReads {
  /// A command line with its variable parts in capitals, and what it is for.
  package static let all: [(line: String, means: String)] = [
    ("kubectl get pod POD -o json", "the pod that you name"),
    ("kubectl get events --field-selector involvedObject.uid=UID -o json", "its events"),
    ("kubectl describe pod POD", "its description"),
    ("kubectl get pods -o json", "the start screen, 'scan', a workload or a selector; with -A, -n or -l as you say"),
    (
      "kubectl get events --field-selector=involvedObject.kind=Pod,type=Warning -o json",
      "the events of those pods, all at once"
    ),
    ("kubectl get KIND/NAME -o json", "the selector of a workload that you name"),
    ("kubectl config current-context", "the name of the context"),
    ("kubectl config view --minify -o json", "its namespace; of the same the address of the API server by jsonpath"),
    ("kubectl config get-contexts -o name", "completion of --context"),
    ("kubectl get pods -o name", "completion of --pod"), ("kubectl get namespaces -o name", "completion of -n"),
  ]
}
