/// What a host name tells of the one who owns it.
enum AnonymHost: Equatable {
  /// Everybody uses it.
  case open
  /// The first label is private, the rest belongs to a cloud.
  case service(AnonymKind)
  /// A name within a cluster: name, namespace, `svc` and the rest.
  case cluster
  /// All of it is private.
  case own
  /// It is no host name.
  case none

  /// Reads a run of letters, digits, dots and dashes.
  init(_ text: String) {
    let lower = text.lowercased()
    let labels = lower.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let top = labels.last, labels.allSatisfy({ !$0.isEmpty }),
      Self.isTop(String(top), labels.count, isShouted: text == text.uppercased(), text)
    else {
      self = .none
      return
    }
    if Self.exact.contains(lower) || Self.endings.contains(where: { Self.ends(labels, with: $0) }) {
      self = .open
    } else if let (_, kind) = Self.services.first(where: { Self.ends(labels, with: $0.0) && labels.count > $0.0.count })
    {
      self = labels[0] == "privatelink" || AnonymWords.isRegion(String(labels[0])) ? .open : .service(kind)
    } else if Self.services.contains(where: { Self.ends(labels, with: $0.0) }) {
      self = .open
    } else if Self.looksLikeRegistry(labels) {
      self = .service(.registry)
    } else if lower.hasSuffix(".svc") || lower.hasSuffix(".cluster.local") {
      self = .cluster
    } else {
      self = .own
    }
  }

  /// Whether a host keeps images, so that a path behind it is a repository.
  static func keepsImages(_ host: String) -> Bool {
    let labels = host.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if looksLikeRegistry(labels) { return true }
    return registries.contains { ends(labels, with: $0) }
  }

  /// Whether every repository of a host is known to everybody.
  static func isOpenRegistry(_ host: String) -> Bool {
    let lower = host.lowercased()
    return ["mcr.microsoft.com", "registry.k8s.io", "k8s.gcr.io"].contains(lower)
      || lower.hasSuffix(".mcr.microsoft.com")
  }

  /// Labels in the middle that every registry or cluster of a cloud may have.
  static func isCommonLabel(_ label: String) -> Bool {
    ["hcp", "data", "geo", "privatelink", "dkr", "ecr", "svc", "cluster", "local"].contains(label)
      || AnonymWords.isRegion(label) || isAmazonRegion(label)
  }

  /// Whether a label looks like `eu-west-1`.
  private static func isAmazonRegion(_ label: String) -> Bool {
    let parts = label.split(separator: "-")
    return (3...4).contains(parts.count) && parts[0].count == 2 && parts[parts.count - 1].allSatisfy(\.isNumber)
      && ["east", "west", "north", "south", "central"].contains { parts[parts.count - 2].hasPrefix($0) }
  }

  private static func ends(_ labels: [Substring], with ending: [Substring]) -> Bool {
    labels.count >= ending.count && labels.suffix(ending.count).elementsEqual(ending)
  }

  /// A misspelt registry of Azure keeps its mistake, because that is the fault.
  private static func looksLikeRegistry(_ labels: [Substring]) -> Bool {
    guard labels.count > 2 else { return false }
    let domain = labels[labels.count - 2]
    return domain.hasPrefix("azur") && domain.hasSuffix("cr") && domain.count < 11
  }

  private static func isTop(_ top: String, _ count: Int, isShouted: Bool, _ text: String) -> Bool {
    guard isShouted || text.hasSuffix(top) else { return false }
    return tops.contains(top) || count > 2 && rareTops.contains(top)
  }

  private static func list(_ text: String) -> [[Substring]] {
    text.split { $0 == " " || $0 == "\n" }.map { $0.split(separator: ".") }
  }

  private static let tops = Set(
    """
    com net org io cloud local internal lan corp intranet example invalid test edu gov mil biz localdomain intern home
    de uk fr nl eu ch at it es se no dk fi be cz sk hu ro bg gr pt ie lu lt lv ee us ca mx br ar cl au nz jp cn kr tw hk
    sg my th vn id ph in za tr ru ua il ae svc
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let rareTops = Set(
    "dev app ai co me tech info pl rs sh py md zone aws ms xyz site online group company gmbh systems network".split(
      separator: " "
    ).map(String.init))

  private static let exact = Set(
    """
    azure.com portal.azure.com management.azure.com kubernetes.azure.com portal.azure.us portal.azure.cn
    management.core.windows.net graph.windows.net management.chinacloudapi.cn management.usgovcloudapi.net
    management.core.chinacloudapi.cn management.core.usgovcloudapi.net login.chinacloudapi.cn vault.azure.net
    core.windows.net aka.ms public.ecr.aws amazonaws.com asp.net example.com example.org example.net
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let endings = list(
    """
    kubernetes.io k8s.io microsoft.com docker.com docker.io ghcr.io quay.io gcr.io pkg.dev ecr.aws github.com
    githubusercontent.com gitlab.com microsoftonline.com microsoftonline.us partner.microsoftonline.cn azcr.io
    golang.org opencontainers.org containerd.io cncf.io grpc.io helm.sh letsencrypt.org digicert.com w3.org ietf.org
    csi.azure.com kubernetes.azure.com cloudflare.docker.com workload.identity istio.io
    """)
  private static let services: [([Substring], AnonymKind)] = [
    ("azurecr.io azurecr.cn azurecr.us", .registry), ("azmk8s.io azmk8s.cn azmk8s.us", .cluster),
    ("blob.core.windows.net blob.core.chinacloudapi.cn blob.core.usgovcloudapi.net", .storage),
    ("amazonaws.com", .amazon),
    ("cloudapp.azure.com vault.azure.net database.windows.net azurewebsites.net", .resource),
    ("onmicrosoft.com", .name),
  ].flatMap { text, kind in list(text).map { ($0, kind) } }
  private static let registries = list(
    """
    azurecr.io azurecr.cn azurecr.us amazonaws.com ghcr.io quay.io docker.io gcr.io pkg.dev public.ecr.aws
    registry.gitlab.com mcr.microsoft.com registry.k8s.io
    """)
}
