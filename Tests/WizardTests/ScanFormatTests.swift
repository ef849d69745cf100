import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// What a scan looks like, in every form.
struct ScanFormatTests {
  private static func scan(
    _ pods: String = FleetText.pods, _ events: String = FleetText.events, context: String? = "aks-shop"
  ) throws -> Scan {
    let fleet = try #require(Fleet(pods: Array(pods.utf8), events: Array(events.utf8)))
    return Scan(
      time: StartWalk.now, clusters: [Scan.Cluster(context: context, .success(fleet), seconds: 1.25)])
  }

  private static func lines(_ scan: Scan, isWide: Bool = false) throws -> [String] {
    ScanTable(scan, try ShippedFlow.library.catalogue, isWide: isWide).lines
  }

  @Test func `the table fits into 80 columns and says how to go on`() throws {
    let lines = try Self.lines(try Self.scan())
    #expect(
      lines.joined(separator: "\n") == """
        context aks-shop, all namespaces: 7 of 10 pods fail, 1 node with pods

        PODS  NODES  WHAT                                 IMAGE HOST           POOLS
           2      1  Image not found                      fabrikam.azurecr.io
              2 pods, 1 image, 1 of 1 node: the error is about the image itself: look at
              the image
           1      1  Name not resolved                    contoso.azurecr.io
              1 pod, 1 image, 1 of 1 node: one pod on one node proves nothing
           1      1  Invalid image name                   fabrikam.azurecr.io
              1 pod, 1 image, 1 of 1 node: the error is about the image itself: look at
              the image
           1      1  Cause no longer visible              docker.io
              1 pod, 1 image, 1 of 1 node: one pod on one node proves nothing
           1      1  Not an image pull: CrashLoopBackOff  -
           1      0  Not an image pull: Unschedulable     -

        Next: fairway run --pod orders-5c6d7e8f9-bbbbb -n shop --context aks-shop
        """, "\(lines.joined(separator: "\n"))")
    #expect(lines.allSatisfy { Width.of($0) <= 80 })
  }

  @Test func `the README shows what is printed of a shop`() throws {
    let fleet = try #require(Fleet(pods: Array(ShopFleet.text.utf8)))
    let scan = Scan(time: StartWalk.now, clusters: [Scan.Cluster(.success(fleet), seconds: 1)])
    let text = try Self.lines(scan).joined(separator: "\n")
    #expect(try SourceTree.text("README.md").contains("```\n\(text)\n```\n"), "\(text)")
  }

  @Test func `wide names every pod, and nothing is cut`() throws {
    let lines = try Self.lines(try Self.scan(), isWide: true)
    #expect(
      lines.contains {
        $0.hasPrefix("shop       orders-5c6d7e8f9-bbbbb") && $0.contains("fabrikam.azurecr.io/orders:1")
      })
    #expect(lines.contains { $0.hasSuffix("shop (2)     fabrikam.azurecr.io/orders:1 (2)") }, "\(lines)")
    #expect(lines.count { $0.contains("ImagePullBackOff") } == 3)
  }

  @Test func `nothing fails, or the pods are not known`() throws {
    let well = try Self.scan(FleetText.list([]), "", context: nil)
    #expect(try Self.lines(well) == ["no pods were looked at"])
    let fault = Scan(
      time: StartWalk.now,
      clusters: [Scan.Cluster(context: "a", .failure(ScanFault("kubectl is not on PATH.")), seconds: 0)])
    #expect(try Self.lines(fault) == ["context a, all namespaces: the pods could not be listed"])
    #expect(Exposition.text(fault).contains("fairway_scan_success{context=\"a\"} 0\n"))
    #expect(!Exposition.text(fault).contains("\nfairway_scan_pods"))
  }

  @Test func `names of a cluster cannot act on a terminal, in a shell or in a label`() throws {
    let pod = FleetText.pod(
      #"p; reboot"#, in: #"n\"\\\u001b[2J"#, state: FleetText.waiting("ErrImagePull", FleetText.absent))
    let scan = try Self.scan(FleetText.list([pod]), "")
    for isWide in [false, true] { #expect(try !Self.lines(scan, isWide: isWide).joined().contains("\u{1b}")) }
    #expect(scan.clusters[0].next == nil)
    #expect(Exposition.text(scan).contains(#"namespace="n\"\\␛[2J"} 1"#))
    #expect(try !ScanReport.lines(scan).contains("\u{1b}"))
    let plain = try Self.scan(
      FleetText.list([FleetText.pod("p; reboot", state: FleetText.waiting("ErrImagePull"))]), "")
    #expect(plain.clusters[0].next == "fairway run --pod 'p; reboot' -n shop --context aks-shop")
  }

  @Test func `a mark on a quote or a backslash does not hide it from the end of a label`() throws {
    for name in ["a.b\\\u{301}\"/x:1", "a.b\"\u{301}/x:1"] {
      let json = String(decoding: try JSONEncoder().encode(name), as: UTF8.self).dropFirst().dropLast()
      let pod = FleetText.pod("p", in: String(json), state: FleetText.waiting("ErrImagePull", FleetText.absent))
      let line = try #require(
        Exposition.text(try Self.scan(FleetText.list([pod]), "")).split(separator: "\n").first { $0.contains("a.b") })
      let value = try #require(
        line.unicodeScalars.split(separator: "=").first { $0.starts(with: "\"a.b".unicodeScalars) })
      var isEscaped = false
      let quotes = value.count { scalar in
        defer { isEscaped = scalar == "\\" && !isEscaped }
        return scalar == "\"" && !isEscaped
      }
      #expect(quotes == 2, "\(line)")
    }
  }

  @Test func `the exposition has help, types, few labels and totals`() throws {
    let text = Exposition.text(try Self.scan())
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(5) == [
        "# HELP fairway_failing_pods Pods that fail, by class, host of the image, namespace and node pool.",
        "# TYPE fairway_failing_pods gauge",
        #"fairway_failing_pods{context="aks-shop",class="cause-lost",image_host="docker.io",namespace="shop"} 1"#,
        #"fairway_failing_pods{context="aks-shop",class="dns",image_host="contoso.azurecr.io",namespace="shop"} 1"#,
        #"fairway_failing_pods{context="aks-shop",class="invalid-name",image_host="fabrikam.azurecr.io",namespace="billing"} 1"#,
      ])
    for line in [
      #"fairway_scan_pods{context="aks-shop"} 10"#, #"fairway_scan_failing_pods{context="aks-shop"} 7"#,
      #"fairway_scan_duration_seconds{context="aks-shop"} 1.25"#, #"fairway_scan_success{context="aks-shop"} 1"#,
      #"fairway_scan_timestamp_seconds{context="aks-shop"} 1795233900"#,
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(lines.count { $0.hasPrefix("# TYPE") } == 8 && text.hasSuffix("\n"))
  }

  @Test func `the data looks as before, and the schema too`() throws {
    let catalogue = try ShippedFlow.library.catalogue
    let report = try JSON.pretty(ScanReport(try Self.scan(), catalogue))
    #expect(Golden.difference(report, "scan.json", in: "WizardTests") == nil)
    #expect(Golden.difference(try JSON.pretty(ScanSchema.scan), "scan.schema.json", in: "WizardTests") == nil)
    let lines = try ScanReport.lines(try Self.scan()).split(separator: "\n")
    #expect(lines.count == 7)
    for line in lines {
      let pod = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(pod["context"] as? String == "aks-shop" && pod["class"] is String && pod.keys.count == 15)
    }
  }

  @Test func `why no events came is told in every form`() throws {
    let fleet = try #require(Fleet(pods: Array(FleetText.pods.utf8)))
    let cluster = Scan.Cluster(
      context: "a", .success(fleet), remark: "without events", eventsFault: "events is forbidden\u{1b}[2J", seconds: 1)
    let scan = Scan(time: StartWalk.now, clusters: [cluster])
    let catalogue = try ShippedFlow.library.catalogue
    for isWide in [false, true] {
      let text = try Self.lines(scan, isWide: isWide).joined().split(separator: " ").joined(separator: " ")
      #expect(text.contains("(without events: events is") && !text.contains("\u{1b}"))
    }
    #expect(try JSON.pretty(ScanReport(scan, catalogue)).contains(#""eventsFault" : "events is forbidden"#))
    #expect(try ScanReport.lines(scan, isWatch: true).contains(#""eventsFault":"events is forbidden"#))
    #expect(Exposition.text(scan).contains("fairway_scan_events_read{context=\"a\"} 0\n"))
    #expect(Exposition.text(try Self.scan()).contains("fairway_scan_events_read{context=\"aks-shop\"} 1\n"))
  }

  @Test func `a watch has a line for every scan, so that a recovery is seen`() throws {
    let lines = try ScanReport.lines(try Self.scan(FleetText.list([]), ""), isWatch: true).split(separator: "\n")
    #expect(lines.count == 1)
    let total = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    let clusters = try #require(total["clusters"] as? [[String: Any]])
    #expect(total["time"] is String && total["success"] as? Bool == true && clusters[0]["failing"] as? Int == 0)
    #expect(try ScanReport.lines(try Self.scan(), isWatch: true).split(separator: "\n").count == 8)
  }

  @Test func `a namespace that nobody knows is not all of them`() throws {
    let fault = Scan.Cluster(context: "a", isAll: false, .failure(ScanFault("x")), seconds: 0)
    #expect(
      try Self.lines(Scan(time: StartWalk.now, clusters: [fault])) == ["context a: the pods could not be listed"])
  }

  @Test func `only the time and how long it took do not count as a change`() throws {
    let catalogue = try ShippedFlow.library.catalogue
    let first = try Self.scan()
    let later = Scan(
      time: StartWalk.now.addingTimeInterval(60),
      clusters: [Scan.Cluster(context: "aks-shop", .success(try #require(first.clusters[0].fleet)), seconds: 9)])
    #expect(try ScanReport.gist(first, catalogue) == ScanReport.gist(later, catalogue))
    #expect(try ScanReport.gist(first, catalogue) != ScanReport.gist(Self.scan(FleetText.pods, ""), catalogue))
  }

  @Test func `what is asked of kubectl passes the policy`() {
    for line in [
      "kubectl get pods -A -l app=orders,tier!=db -o json --request-timeout=10s --context c --kubeconfig f",
      "kubectl get pods -n shop --chunk-size=500 -o json",
      "kubectl get events -A --field-selector=involvedObject.kind=Pod,type=Warning -o json",
    ] { #expect(Policy.rule(line.split(separator: " ").map(String.init)) == .allowed(.read), "\(line)") }
  }
}
