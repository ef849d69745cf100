/// Node pools by the names of their nodes.
///
/// Source: AKS names machines `aks-POOL-12345678-vmss000003`, of Windows `aksPOOL000003`; the pool has letters and digits only.
package enum NodePool {
  /// Pool of a node; nil when its name tells none.
  package static func name(ofNode node: String) -> String? {
    guard node.hasPrefix("aks") else { return nil }
    let parts = node.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 4, parts[0] == "aks" {
      let isPool = !parts[1].isEmpty && parts[2].count == 8 && parts[2].utf8.allSatisfy(Byte.isDigit)
      return isPool ? String(parts[1]) : nil
    }
    // Six digits of base 36 count the machines.
    guard parts.count == 1, node.utf8.count > 9, node.suffix(6).utf8.contains(where: Byte.isDigit) else { return nil }
    return String(node.dropFirst(3).dropLast(6))
  }
}
