/// The pods of a shop on fifteen nodes, of which three groups fail; the README shows what a scan says of them.
package enum ShopFleet {
  private static func nodes(_ pool: String, _ range: Range<Int>) -> [String] {
    range.map { "aks-\(pool)-31874205-vmss00000\($0)" }
  }

  private static let steady = nodes("apps", 0..<8) + nodes("batch", 0..<4)
  private static let spot = nodes("spot", 0..<3)

  private static func well(_ name: String, _ image: String, _ node: String, started: String, asks: Bool = false)
    -> String
  {
    """
    {"kind":"Pod","metadata":{"name":"\(name)","namespace":"shop","creationTimestamp":"2026-11-14T08:00:00Z"},\
    "spec":{"nodeName":"\(node)","containers":[{"name":"app","image":"\(image)",\
    "imagePullPolicy":"\(asks ? "Always" : "IfNotPresent")"}]},"status":{"phase":"Running","containerStatuses":\
    [{"name":"app","ready":true,"restartCount":0,"state":{"running":{"startedAt":"\(started)"}}}]}}
    """
  }

  private static var running: [String] {
    let apps = (steady + spot).enumerated().flatMap { number, node in
      ["cart", "catalog", "search"].map { app in
        well("\(app)-7d9f6b5c4-\(number)", "shop.azurecr.io/\(app):5", node, started: "2026-11-14T08:00:00Z")
      }
    }
    let proxies = steady.enumerated().map { number, node in
      let day = number < 7 ? 21 : 14
      return well(
        "proxy-\(number)", "mcr.microsoft.com/oss/nginx:1.27", node, started: "2026-11-\(day)T09:40:00Z", asks: true)
    }
    return apps + proxies
  }

  private static func refused(_ image: String) -> String {
    let host = "legacy.azurecr.io"
    return
      #"Failed to pull image \"\#(image)\": failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://\#(host)/oauth2/token: 401 Unauthorized"#
  }

  private static let lookup =
    #"Failed to pull image: failed to do request: Head \"https://mcr.microsoft.com/v2/\": dial tcp: lookup mcr.microsoft.com on 10.0.0.10:53: no such host"#

  private static var failing: [String] {
    let bills = (0..<7).map { number in
      let app = number < 4 ? "invoice" : "ledger"
      let image = "legacy.azurecr.io/\(app):\(number < 4 ? 7 : 3)"
      return FleetText.pod(
        "\(app)-6f5d8c7b9-\(number)", in: "finance", at: "2026-11-21T09:12:00Z", image: image, node: steady[number + 3],
        state: FleetText.waiting("ErrImagePull", refused(image)))
    }
    let jobs = (0..<8).map { number in
      FleetText.pod(
        "resize-5c8b7d6f4-\(number)", at: "2026-11-21T09:05:00Z",
        image: number < 6 ? "mcr.microsoft.com/oss/nginx:1.27" : "mcr.microsoft.com/dotnet/aspnet:9.0",
        node: spot[number % 3], state: FleetText.waiting("ErrImagePull", lookup))
    }
    let mails = (0..<2).map { number in
      FleetText.pod(
        "mailer-\(number)", at: "2026-11-20T22:00:00Z", image: "shop.azurecr.io/mailer:2", node: steady[number],
        phase: "Running", state: FleetText.waiting("CrashLoopBackOff"), restarts: 40)
    }
    return bills + jobs + mails
  }

  /// What `kubectl get pods,events -A -o json` prints of it.
  package static let text = FleetText.list(
    running + failing + [
      FleetText.event("resize-5c8b7d6f4-0", "Failed", lookup, since: "2026-11-21T09:06:00Z"),
      FleetText.event(
        "invoice-6f5d8c7b9-0", in: "finance", "Failed", "Error: ErrImagePull", since: "2026-11-21T09:12:30Z"),
    ])
}
