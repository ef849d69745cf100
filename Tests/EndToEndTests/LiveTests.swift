import Foundation
import TestSupport
import Testing

/// Whole sessions with the real kubectl against an API on loopback.
@Suite(.enabled(if: Program.hasKubectl, "kubectl is not on PATH"))
struct LiveTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test func `A session on a cluster runs what it needs by itself and sends nothing but reads`() throws {
    let api = try LoopbackAPI()
    defer { api.stop() }
    let state = temporary.url
    let config = state.appending(path: "config")
    try api.kubeconfig.write(to: config, atomically: true, encoding: .utf8)

    let arguments = ["run", "--pod", "orders-0", "-n", "store", "--kubeconfig", config.path, "--plain"]
    let result = try Program.run(
      Program.folder + "/fairway", arguments, input: "\n\n\n\n\nq\n",
      environment: ["XDG_STATE_HOME": state.path, "HOME": state.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("kubectl get node node-1"), "\(result.output)")
    #expect(result.output.contains("linux/arm64"), "\(result.output)")

    let requests = api.requests
    #expect(requests.contains { $0.hasPrefix("GET /api/v1/namespaces/store/pods/orders-0") })
    #expect(requests.contains { $0.hasPrefix("GET /api/v1/nodes/node-1") })
    #expect(requests.contains { $0.contains("involvedObject.uid") })
    #expect(requests.allSatisfy { $0.hasPrefix("GET ") }, "\(requests)")
  }

  @Test func `With running switched off nothing but the evidence is read`() throws {
    let api = try LoopbackAPI()
    defer { api.stop() }
    let state = temporary.url
    let config = state.appending(path: "config")
    try api.kubeconfig.write(to: config, atomically: true, encoding: .utf8)
    let arguments = ["run", "--pod", "orders-0", "-n", "store", "--kubeconfig", config.path, "--plain", "--no-run"]
    let result = try Program.run(
      Program.folder + "/fairway", arguments, input: "\n\n\n1\n4\nq\n",
      environment: ["XDG_STATE_HOME": state.path, "HOME": state.path])
    #expect(result.output.contains("switched off"), "\(result.output)")
    #expect(!api.requests.contains { $0.contains("/nodes/") })
  }
}
