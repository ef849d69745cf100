/// The list of commands of az, and the flags that may stand with each, in full length only.
extension Policy {
  static let azure: [Verb] =
    reads.map { Verb($0.verb, .read, everywhere + $0.flags, count: $0.count) }
    + [
      ("acr credential show", "-n,--name= -g,--resource-group="), ("account get-access-token", ""),
      ("keyvault secret show", "--vault-name= -n,--name="),
    ].map { Verb($0, .readsSecret, everywhere + $1) }
    + [
      ("aks check-acr", "-g,--resource-group= -n,--name= --acr="),
      ("acr check-health", "-n,--name= --repository= --vnet= --ignore-errors -y,--yes"),
      ("aks command invoke", "-g,--resource-group= -n,--name= -c,--command="),
      (
        "vmss run-command invoke", "-g,--resource-group= -n,--name= --instance-id= --command-id= --scripts="
      ),
    ].map { Verb($0, .probe, everywhere + $1) }
    + localWrites.map { Verb($0, .localWrite) } + changes.map { Verb($0, .change) }

  /// Flags of every command of az; not --debug, which prints tokens.
  private static let everywhere = "-o,--output= --query= --subscription= --only-show-errors "

  private typealias Read = (verb: String, flags: String, count: ClosedRange<Int>)

  private static let reads: [Read] = accountReads + registryReads + clusterReads + networkReads

  /// Verbs that take the same flags.
  private static func same(_ flags: String, count: ClosedRange<Int> = 0...0, _ verbs: String...) -> [Read] {
    verbs.map { ($0, flags, count) }
  }

  private static let accountReads: [Read] =
    same("", "version", "account show", "ad signed-in-user show")
    + same("--all", "account list") + same("-n,--name=", "cloud show") + same("--tag=", "group list")
    + same("-m,--method= -u,--uri,--url=", "rest")
    + same(
      "--scope= --include-inherited --include-groups --assignee= --assignee-object-id= --fill-principal-name= "
        + "--role= --all -g,--resource-group=", "role assignment list")
    + same("-n,--name= --scope= -g,--resource-group=", "role definition list")
    + same("--ids= -g,--resource-group= -n,--name=", "identity show")
    + same("--id=", "ad sp show", "ad app credential list")
    + same(
      "-g,--resource-group= --offset= --max-events= --resource-id= --start-time= --end-time= --status=",
      "monitor activity-log list")
    + same("--resource= -g,--resource-group=", "monitor diagnostic-settings list")

  private static let registryReads: [Read] =
    same("-g,--resource-group=", "acr list")
    + same(
      "-n,--name= -g,--resource-group=", "acr show", "acr show-usage", "acr show-endpoints", "acr network-rule list")
    + same("-n,--name=", "acr check-name")
    + same("-r,--registry-name= -g,--resource-group=", "acr private-endpoint-connection list")
    + same(
      "-r,--registry= -g,--resource-group=", "acr replication list", "acr token list", "acr scope-map list",
      "acr cache list", "acr config authentication-as-arm show")
    + same("-r,--registry= -n,--name= -g,--resource-group=", "acr token show", "acr scope-map show")
    + same("-n,--name= --top=", "acr repository list")
    + same("-n,--name= --repository= -t,--image=", "acr repository show")
    + same("-n,--name= --repository= --orderby= --top= --detail", "acr repository show-tags")
    + same("-r,--registry= -n,--name= --orderby= --top=", count: 0...1, "acr manifest list-metadata")
    + same("-r,--registry= -n,--name=", count: 0...1, "acr manifest show-metadata", "acr manifest show")

  private static let clusterReads: [Read] =
    same("-g,--resource-group=", "aks list", "vmss list")
    + same(
      "-g,--resource-group= -n,--name=", "aks show", "aks get-upgrades", "vmss identity show")
    + same("-g,--resource-group= --cluster-name=", "aks nodepool list")
    + same("-g,--resource-group= --cluster-name= -n,--name=", "aks nodepool show")
    + same("-g,--resource-group= --cluster-name= --nodepool-name=", "aks machine list")

  private static let networkReads: [Read] =
    same(
      "-g,--resource-group= -n,--name= --ids=", "network vnet show", "network public-ip show",
      "network nic list-effective-nsg", "network nat gateway show")
    + same("-g,--resource-group= -n,--name= --ids= --vnet-name=", "network vnet subnet show")
    + same("-g,--resource-group= --vnet-name=", "network vnet peering list")
    + same(
      "-g,--resource-group=", "network private-endpoint list", "network private-dns zone list", "network public-ip list"
    )
    + same(
      "-g,--resource-group= -z,--zone-name=", "network private-dns link vnet list",
      "network private-dns record-set a list")
    + same("-g,--resource-group= -z,--zone-name= -n,--name=", "network private-dns record-set a show")
    + same("-g,--resource-group= --nsg-name=", "network nsg rule list")
    + same("-g,--resource-group= --route-table-name=", "network route-table route list")

  private static let localWrites = [
    "login", "logout", "account set", "account clear", "config set", "cloud set", "extension add", "acr login",
    "aks get-credentials", "aks install-cli",
  ]

  private static let changes = [
    "aks update", "aks update-credentials", "aks nodepool upgrade", "aks nodepool add", "role assignment create",
    "role assignment delete", "acr network-rule add", "acr network-rule remove", "acr update",
    "acr config authentication-as-arm update", "acr import", "acr token create", "acr token update",
    "acr token credential generate", "acr token credential delete", "acr scope-map update", "acr credential renew",
    "ad sp credential reset", "ad sp credential delete", "network private-dns link vnet create",
    "network private-dns link vnet delete", "network vnet peering create", "network vnet peering delete", "acr create",
    "aks create", "acr repository update", "acr replication create", "acr cache create", "network nsg rule create",
    "network nsg rule delete", "monitor log-analytics workspace create", "monitor diagnostic-settings create",
    "vmss restart", "vmss reimage", "aks nodepool update", "acr repository delete", "aks nodepool delete",
    "vmss delete-instances", "aks machine delete", "aks nodepool delete-machines",
  ]
}
