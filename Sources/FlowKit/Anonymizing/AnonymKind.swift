/// What a private name names, and so what its token looks like.
enum AnonymKind: String, Hashable, Sendable {
  case pod, namespace, node, container, replicaset, secret, group, cluster, identity, subscription, context
  case registry, user, file, storage, hash
  case repository = "repo"
  case serviceAccount = "account"
  /// A host as a whole.
  case host
  /// The number of an account of Amazon, as it stands in the host of a registry.
  case amazon
  case guid, address, longAddress, hardware
  /// Some resource of Azure.
  case resource
  /// A name of which nobody knows more, or that names several things.
  case name

  /// Whether a better known kind wins.
  var isWeak: Bool { self == .name || self == .resource }

  /// Whether names of this kind differ in more than their case.
  var ignoresCase: Bool {
    switch self {
    case .group, .cluster, .identity, .registry, .resource, .host, .guid, .storage, .longAddress, .hardware: true
    default: false
    }
  }

  /// The kind of a name that was found as several things.
  static func joined(_ kinds: Set<AnonymKind>) -> AnonymKind {
    let known = kinds.filter { !$0.isWeak }
    if known.count == 1, let kind = known.first { return kind }
    return known.isEmpty && kinds == [.resource] ? .resource : .name
  }

  /// What stands for the nth name of the kind; it has the shape that the name had.
  func token(_ number: Int, for name: String) -> String {
    switch self {
    case .guid: "00000000-0000-0000-0000-" + Self.padded(number, 12)
    case .amazon: Self.padded(number, 12)
    case .address: Self.address(number)
    case .longAddress: "2001:db8::" + String(number, radix: 16)
    case .hardware: Self.hardware(number, mark: name.contains("-") ? "-" : ":")
    case .host: "host-\(number).example"
    // Their names hold letters and digits only, and a flow tells them by that.
    case .registry, .storage: "\(rawValue)\(number)"
    case .file: "file-\(number)" + Self.suffix(of: name)
    default: "\(rawValue)-\(number)"
    }
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The ranges of RFC 5737 for documentation, then those of RFC 2544 for measurements.
  private static func address(_ number: Int) -> String {
    let index = number - 1
    let networks = ["192.0.2", "198.51.100", "203.0.113"]
    if index / 254 < networks.count { return "\(networks[index / 254]).\(index % 254 + 1)" }
    let rest = index - 254 * networks.count
    return "198.\(18 + rest / 65536 % 2).\(rest / 256 % 256).\(rest % 256)"
  }

  /// The range of RFC 7042 for documentation, then locally administered addresses.
  private static func hardware(_ number: Int, mark: String) -> String {
    func pair(_ value: Int) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }
    let head = number < 256 ? ["00", "00", "5e", "00", "53"] : ["02", "00", "5e", "00", pair(number / 256 % 256)]
    return (head + [pair(number % 256)]).joined(separator: mark)
  }

  private static func suffix(of path: String) -> String {
    let file = path.split { $0 == "/" || $0 == "\\" }.last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "" }
    let suffix = file[dot...]
    return suffix.count <= 6 && suffix.dropFirst().allSatisfy { $0.isASCII && $0.isLetter } ? String(suffix) : ""
  }
}
