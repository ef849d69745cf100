import FoundationEssentials

/// A scan in the text format of Prometheus.
package struct Exposition {
  private var lines: [String] = []

  /// The whole text, with a line feed at the end.
  package static func text(_ scan: Scan) -> String {
    var page = Exposition()
    page.failing(scan)
    page.totals(scan)
    return page.lines.joined(separator: "\n") + "\n"
  }

  /// A label and its value; one without a value is left out, as the format treats both alike.
  private typealias Label = (name: String, value: String?)

  private mutating func failing(_ scan: Scan) {
    head("fairway_failing_pods", "Pods that fail, by class, host of the image, namespace and node pool.")
    for cluster in scan.clusters {
      var counts: [[String?]: Int] = [:]
      for pod in cluster.fleet?.failing ?? [] {
        let host = pod.isPull ? pod.imageHost : nil
        counts[[pod.pullClass ?? "unknown", host, pod.namespace, pod.pool], default: 0] += 1
      }
      for (key, count) in counts.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
        let labels: [Label] = [
          ("context", cluster.context), ("class", key[0]), ("image_host", key[1]), ("namespace", key[2]),
          ("node_pool", key[3]),
        ]
        sample("fairway_failing_pods", labels, "\(count)")
      }
    }
  }

  private static func order(_ key: [String?]) -> String { key.map { $0 ?? "" }.joined(separator: "\u{0}") }

  private mutating func totals(_ scan: Scan) {
    let totals: [(String, String, (Scan.Cluster) -> String?)] = [
      ("fairway_scan_pods", "Pods that were looked at.", { $0.fleet.map { "\($0.count)" } }),
      ("fairway_scan_failing_pods", "Pods that fail.", { $0.fleet.map { "\($0.failing.count)" } }),
      ("fairway_scan_nodes", "Nodes with pods.", { $0.fleet.map { "\($0.places.nodeCount)" } }),
      ("fairway_scan_duration_seconds", "Time that the scan took.", { "\($0.seconds)" }),
      ("fairway_scan_success", "Whether the pods could be listed.", { $0.fleet == nil ? "0" : "1" }),
      (
        "fairway_scan_events_read", "Whether events came, which alone tell many causes.",
        { cluster in cluster.fleet.map { _ in cluster.eventsFault == nil ? "1" : "0" } }
      ),
      (
        "fairway_scan_timestamp_seconds", "When the scan ended, in seconds since 1970.",
        { _ in "\(Int(scan.time.timeIntervalSince1970))" }
      ),
    ]
    for (name, help, value) in totals {
      head(name, help)
      for cluster in scan.clusters {
        if let value = value(cluster) { sample(name, [("context", cluster.context)], value) }
      }
    }
  }

  private mutating func head(_ name: String, _ help: String) {
    lines += ["# HELP \(name) \(help)", "# TYPE \(name) gauge"]
  }

  private mutating func sample(_ name: String, _ labels: [Label], _ value: String) {
    let pairs = labels.compactMap { label in label.value.map { "\(label.name)=\"\(Self.escaped($0))\"" } }
    lines.append(name + (pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") + " " + value)
  }

  /// Scalar by scalar: a mark on a quote makes one character of both, and the quote would end the value all the same.
  private static func escaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Inert.text(value).unicodeScalars {
      if scalar == "\\" || scalar == "\"" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
