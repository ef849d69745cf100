/// Composes what `kubectl get pods,events -A -o json` prints of a large cluster, indented as there, piece by piece.
///
/// The same number of pods gives the same text. Of a hundred pods two cannot pull their image and one crashes: one registry
/// fails everywhere, and the nodes of one pool reach none.
package struct BigFleet {
  private let count: Int

  package init(pods count: Int) { self.count = count }

  /// The list in pieces of one object: pods, then events.
  package func write(_ take: (String) throws -> Void) rethrows {
    try take("{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n")
    for number in 0..<count { try take((number == 0 ? "" : ",\n") + pod(BigPod(number, of: count))) }
    for number in 0..<count {
      for event in events(BigPod(number, of: count)) { try take(",\n" + event) }
    }
    try take("\n    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n")
  }

  // MARK: - Pods

  private func pod(_ pod: BigPod) -> String {
    let indent = String(repeating: " ", count: 16)
    let environment = (0..<3).map { index in
      "                            {\n                                \"name\": \"SETTING_\(index)\",\n                                \"value\": \"service-\(index).\(pod.namespace).svc.cluster.local:80\(index)\"\n                            }"
    }.joined(separator: ",\n")
    let annotations = (0..<2).map { index in
      "\(indent)    \"example.com/setting-\(index)\": \"a {\\\"waiting\\\": [\(index)]} that is only a text, of some length\""
    }.joined(separator: ",\n")
    return """
              {
                  "apiVersion": "v1",
                  "kind": "Pod",
                  "metadata": {
                      "annotations": {
      \(annotations)
                      },
                      "creationTimestamp": "\(pod.created)",
                      "generateName": "service-\(pod.number % 977)-",
                      "labels": {
                          "app": "service-\(pod.number % 977)",
                          "pod-template-hash": "6b7f9c5d48"
                      },
                      "name": "\(pod.name)",
                      "namespace": "\(pod.namespace)",
                      "ownerReferences": [
                          {
                              "apiVersion": "apps/v1",
                              "blockOwnerDeletion": true,
                              "controller": true,
                              "kind": "ReplicaSet",
                              "name": "service-\(pod.number % 977)-6b7f9c5d48",
                              "uid": "0a7d5f3e-5a0e-4d0c-9a0f-1f2e3d4c5b6a"
                          }
                      ],
                      "resourceVersion": "\(9_000_000 + pod.number)",
                      "uid": "\(pod.uid)"
                  },
                  "spec": {
                      "containers": [
                          {
                              "env": [
      \(environment)
                              ],
                              "image": "\(pod.image)",
                              "imagePullPolicy": "IfNotPresent",
                              "name": "app",
      \(BigPodText.probes)
                          },
                          {
                              "image": "mcr.microsoft.com/oss/proxy:1.9",
                              "imagePullPolicy": "IfNotPresent",
                              "name": "proxy",
      \(BigPodText.probes)
                          }
                      ],
                      "dnsPolicy": "ClusterFirst",
                      "enableServiceLinks": true,
                      "nodeName": "\(pod.node)",
                      "preemptionPolicy": "PreemptLowerPriority",
                      "priority": 0,
                      "restartPolicy": "Always",
                      "schedulerName": "default-scheduler",
                      "securityContext": {},
                      "serviceAccount": "default",
                      "serviceAccountName": "default",
                      "terminationGracePeriodSeconds": 30,
      \(BigPodText.volumes)
                  },
      \(BigPodText.status(pod))
              }
      """
  }

  // MARK: - Events

  private func events(_ pod: BigPod) -> [String] {
    switch pod.state {
    case .well:
      pod.number % 2 == 0 ? [event(pod, "Normal", "Pulled", "Container image already present on machine")] : []
    case .crashing: [event(pod, "Warning", "BackOff", "Back-off restarting failed container app in pod \(pod.name)")]
    case .pulling:
      [
        event(pod, "Warning", "Failed", pod.error), event(pod, "Warning", "Failed", "Error: ErrImagePull"),
        event(pod, "Normal", "BackOff", "Back-off pulling image \\\"\(pod.image)\\\""),
      ]
    }
  }

  private func event(_ pod: BigPod, _ type: String, _ reason: String, _ message: String) -> String {
    """
            {
                "apiVersion": "v1",
                "count": 12,
                "eventTime": null,
                "firstTimestamp": "2026-11-21T03:20:00Z",
                "involvedObject": {
                    "apiVersion": "v1",
                    "fieldPath": "spec.containers{app}",
                    "kind": "Pod",
                    "name": "\(pod.name)",
                    "namespace": "\(pod.namespace)",
                    "resourceVersion": "\(9_000_000 + pod.number)",
                    "uid": "\(pod.uid)"
                },
                "kind": "Event",
                "lastTimestamp": "2026-11-21T03:31:00Z",
                "message": "\(message)",
                "metadata": {
                    "creationTimestamp": "2026-11-21T03:20:00Z",
                    "name": "\(pod.name).18a1b2c3d4e5f607",
                    "namespace": "\(pod.namespace)",
                    "resourceVersion": "\(19_000_000 + pod.number)",
                    "uid": "\(pod.uid)"
                },
                "reason": "\(reason)",
                "reportingComponent": "kubelet",
                "reportingInstance": "\(pod.node)",
                "source": {
                    "component": "kubelet",
                    "host": "\(pod.node)"
                },
                "type": "\(type)"
            }
    """
  }
}
