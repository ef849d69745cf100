import Foundation
import Glibc
import Synchronization

/// A Kubernetes API on loopback with one pod, one node and the pod's events, that writes down every request.
final class LoopbackAPI: Sendable {
  let port: Int
  private let socket: Int32
  private let log = Log()

  /// Serves until `stop`; the pod's image has nothing for the node's platform.
  init() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = socket
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        bind(file, raw, length) == 0 && listen(file, 16) == 0 && getsockname(file, raw, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    let log = log
    Thread.detachNewThread {
      while true {
        let client = accept(file, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread { Self.serve(client, log) }
      }
    }
  }

  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  /// Every request so far, as `GET /path`.
  var requests: [String] { log.lines }

  var kubeconfig: String {
    """
    apiVersion: v1
    kind: Config
    current-context: lab
    contexts: [{name: lab, context: {cluster: lab, user: lab, namespace: store}}]
    clusters: [{name: lab, cluster: {server: "http://127.0.0.1:\(port)"}}]
    users: [{name: lab, user: {}}]
    """
  }

  private final class Log: Sendable {
    private let requests = Mutex<[String]>([])
    func add(_ line: String) { requests.withLock { $0.append(line) } }
    var lines: [String] { requests.withLock { $0 } }
  }

  private static func serve(_ client: Int32, _ log: Log) {
    defer { close(client) }
    var request: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
      let count = read(client, &chunk, chunk.count)
      guard count > 0 else { return }
      request += chunk[..<count]
    }
    let words = String(decoding: request, as: UTF8.self).prefix { $0 != "\r\n" }.split(separator: " ")
    guard words.count >= 2 else { return }
    log.add("\(words[0]) \(words[1])")
    let path = String(words[1].prefix { $0 != "?" })
    let (status, body) = words[0] == "GET" ? answer(path) : ("405 Method Not Allowed", "{}")
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
    let bytes = Array((head + body).utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(client, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func answer(_ path: String) -> (String, String) {
    if let body = bodies[path] { return ("200 OK", body) }
    return ("404 Not Found", #"{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}"#)
  }

  private static let message =
    #"rpc error: code = NotFound desc = failed to pull and unpack image \"fabrikam.azurecr.io/orders:2\": no match for platform in manifest: not found"#

  private static let pod = """
    {"kind":"Pod","apiVersion":"v1","metadata":{"name":"orders-0","namespace":"store","uid":"u-1"},\
    "spec":{"nodeName":"node-1","containers":[{"name":"orders","image":"fabrikam.azurecr.io/orders:2"}]},\
    "status":{"phase":"Pending","containerStatuses":[{"name":"orders","image":"fabrikam.azurecr.io/orders:2","imageID":"",\
    "ready":false,"restartCount":0,"state":{"waiting":{"reason":"ErrImagePull","message":"\(message)"}}}]}}
    """

  private static let events = """
    {"kind":"EventList","apiVersion":"v1","metadata":{},"items":[{"metadata":{"name":"e1","namespace":"store"},\
    "involvedObject":{"kind":"Pod","name":"orders-0","namespace":"store","uid":"u-1"},"reason":"Failed","type":"Warning",\
    "message":"Failed to pull image \\"fabrikam.azurecr.io/orders:2\\": \(message)","count":1,\
    "lastTimestamp":"2026-11-21T03:20:00Z"}]}
    """

  private static let bodies: [String: String] = [
    "/api": #"{"kind":"APIVersions","versions":["v1"]}"#,
    "/apis": #"{"kind":"APIGroupList","apiVersion":"v1","groups":[]}"#,
    "/api/v1": """
    {"kind":"APIResourceList","groupVersion":"v1","resources":[\
    {"name":"pods","singularName":"pod","namespaced":true,"kind":"Pod","verbs":["get","list"]},\
    {"name":"nodes","singularName":"node","namespaced":false,"kind":"Node","verbs":["get","list"]},\
    {"name":"events","singularName":"event","namespaced":true,"kind":"Event","verbs":["get","list"]}]}
    """,
    "/api/v1/namespaces/store/pods/orders-0": pod,
    "/api/v1/namespaces/store/events": events,
    "/api/v1/nodes/node-1":
      #"{"kind":"Node","apiVersion":"v1","metadata":{"name":"node-1"},"status":{"nodeInfo":{"architecture":"arm64","operatingSystem":"linux"}}}"#,
  ]
}
