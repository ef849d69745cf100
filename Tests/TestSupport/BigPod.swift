/// What one pod of a large cluster is.
struct BigPod {
  enum State { case well, pulling, crashing }

  let number: Int
  let node: String
  let image: String
  let host: String
  let state: State
  let isOld: Bool

  init(_ number: Int, of count: Int) {
    self.number = number
    let nodes = max(4, count / 30)
    let slot = number % nodes
    let pools = ["system", "apps", "apps", "apps", "batch", "spot"]
    node = "aks-\(pools[slot % pools.count])-\(20_481_516 + slot % 6)-vmss\(Self.digits(slot))"
    let work = number % max(1, count / 10)
    let isSpot = slot % 6 == 5
    let fails = number % 50 == 7
    host = fails && !isSpot ? "legacy.azurecr.io" : ["contosoretail.azurecr.io", "mcr.microsoft.com"][work % 2]
    image = "\(host)/team-\(work % 12)/service-\(work):1.\(work % 9).\(work % 5)"
    state = fails || isSpot && number % 10 == 3 ? .pulling : number % 100 == 61 ? .crashing : .well
    isOld = state == .well && number % 3 > 0
  }

  var isSpot: Bool { node.hasPrefix("aks-spot") }
  var namespace: String { "team-\(number % 40)" }
  var name: String {
    "service-\(number % 977)-\(String(7_000_000 + number * 31, radix: 36))-\(String(60_000 + number, radix: 36))"
  }
  var uid: String {
    let digits = String(0x1000_0000_0000 + number, radix: 16)
    return "7c1e9a54-0b3d-4f6e-8a2c-\(digits)"
  }
  var created: String { "2026-11-\(isOld ? "14" : "21")T0\(number % 3):\(10 + number % 50):00Z" }
  var error: String {
    let head =
      "Failed to pull image \\\"\(image)\\\": rpc error: code = Unknown desc = failed to pull and unpack image \\\"\(image)\\\": failed to resolve reference \\\"\(image)\\\": "
    return isSpot
      ? head
        + "failed to do request: Head \\\"https://\(host)/v2/\\\": dial tcp: lookup \(host) on 10.0.0.10:53: no such host"
      : head
        + "failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://\(host)/oauth2/token: 401 Unauthorized"
  }

  static func digits(_ number: Int) -> String {
    let text = String(number, radix: 36)
    return String(repeating: "0", count: 6 - text.count) + text
  }
}

/// The parts of a pod's text that are the same for many.
enum BigPodText {
  static let probes = """
                            "livenessProbe": {
                                "failureThreshold": 3,
                                "httpGet": {
                                    "path": "/healthz",
                                    "port": 8080,
                                    "scheme": "HTTP"
                                },
                                "periodSeconds": 10,
                                "successThreshold": 1,
                                "timeoutSeconds": 1
                            },
                            "resources": {
                                "limits": {
                                    "cpu": "500m",
                                    "memory": "512Mi"
                                },
                                "requests": {
                                    "cpu": "100m",
                                    "memory": "128Mi"
                                }
                            },
                            "terminationMessagePath": "/dev/termination-log",
                            "terminationMessagePolicy": "File",
                            "volumeMounts": [
                                {
                                    "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
                                    "name": "kube-api-access-n4x2k",
                                    "readOnly": true
                                }
                            ]
    """

  static let volumes = """
                    "tolerations": [
                        {
                            "effect": "NoExecute",
                            "key": "node.kubernetes.io/not-ready",
                            "operator": "Exists",
                            "tolerationSeconds": 300
                        },
                        {
                            "effect": "NoExecute",
                            "key": "node.kubernetes.io/unreachable",
                            "operator": "Exists",
                            "tolerationSeconds": 300
                        }
                    ],
                    "volumes": [
                        {
                            "name": "kube-api-access-n4x2k",
                            "projected": {
                                "defaultMode": 420,
                                "sources": [
                                    {
                                        "serviceAccountToken": {
                                            "expirationSeconds": 3607,
                                            "path": "token"
                                        }
                                    }
                                ]
                            }
                        }
                    ]
    """

  static func status(_ pod: BigPod) -> String {
    let isWell = pod.state == .well
    let conditions = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"].map {
      "                        {\n                            \"lastProbeTime\": null,\n                            \"lastTransitionTime\": \"\(pod.created)\",\n                            \"status\": \"\(isWell ? "True" : "False")\",\n                            \"type\": \"\($0)\"\n                        }"
    }.joined(separator: ",\n")
    let state =
      switch pod.state {
      case .well: "\"running\": { \"startedAt\": \"\(pod.created)\" }"
      case .pulling:
        "\"waiting\": { \"message\": \"Back-off pulling image \\\"\(pod.image)\\\"\", \"reason\": \"ImagePullBackOff\" }"
      case .crashing:
        "\"waiting\": { \"message\": \"back-off 5m0s restarting failed container=app\", \"reason\": \"CrashLoopBackOff\" }"
      }
    func container(_ name: String, _ image: String, _ isWell: Bool, _ state: String) -> String {
      """
                              {
                                  "containerID": "containerd://4f6e8a2c7c1e9a540b3d4f6e8a2c7c1e9a540b3d4f6e8a2c7c1e9a540b3d4f6e",
                                  "image": "\(image)",
                                  "imageID": "\(image)@sha256:4f6e8a2c7c1e9a540b3d4f6e8a2c7c1e9a540b3d4f6e8a2c7c1e9a540b3d4f6e",
                                  "lastState": {},
                                  "name": "\(name)",
                                  "ready": \(isWell),
                                  "restartCount": 0,
                                  "started": \(isWell),
                                  "state": {
                                      \(state)
                                  }
                              }
      """
    }
    let running = "\"running\": { \"startedAt\": \"\(pod.created)\" }"
    return """
                  "status": {
                      "conditions": [
      \(conditions)
                      ],
                      "containerStatuses": [
      \(container("app", pod.image, isWell, state)),
      \(container("proxy", "mcr.microsoft.com/oss/proxy:1.9", true, running))
                      ],
                      "hostIP": "10.224.0.4",
                      "phase": "\(pod.state == .pulling ? "Pending" : "Running")",
                      "podIP": "10.244.1.37",
                      "qosClass": "Burstable",
                      "startTime": "\(pod.created)"
                  }
      """
  }
}
