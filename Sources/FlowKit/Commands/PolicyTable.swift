/// The list of commands by program.
extension Policy {
  static let verbs: [String: [Verb]] = [
    "kubectl": kubectl, "az": az, "docker": docker,
    "nslookup": [Verb("", .read)], "dig": [Verb("", .read)], "getent": [Verb("hosts", .read), Verb("ahosts", .read)],
  ]

  private static let kubectl: [Verb] =
    [
      "version", "config current-context", "config get-contexts", "config view", "cluster-info", "api-resources",
      "auth can-i",
      "auth whoami", "get", "describe", "events", "logs", "rollout status", "rollout history", "top", "explain",
    ].map { Verb($0, .read) }
    + ["exec", "run", "debug", "cp", "port-forward", "attach", "diff"].map { Verb($0, .probe) }
    + ["config use-context", "config set-context", "cluster-info dump"].map { Verb($0, .localWrite) }
    + [
      "apply", "create", "delete", "patch", "set", "rollout restart", "rollout undo", "label", "annotate", "replace",
      "edit", "scale",
      "cordon", "uncordon", "drain", "auth reconcile", "taint", "expose", "autoscale",
    ].map { Verb($0, .change) }
    + [Verb("create token", .readsSecret)]

  private static let az: [Verb] =
    [
      "version", "account show", "account list", "cloud show", "group list", "acr list", "acr show", "acr check-name",
      "acr show-usage",
      "acr show-endpoints", "acr network-rule list", "acr private-endpoint-connection list", "acr replication list",
      "acr repository list", "acr repository show", "acr repository show-tags", "acr manifest list-metadata",
      "acr manifest show-metadata", "acr manifest show", "acr config authentication-as-arm show", "acr token list",
      "acr token show", "acr scope-map list", "acr scope-map show", "acr cache list", "aks list", "aks show",
      "aks nodepool list",
      "aks machine list", "aks get-upgrades", "role assignment list", "role definition list", "identity show",
      "ad sp show",
      "ad app credential list", "network vnet show", "network vnet subnet show", "network vnet peering list",
      "network private-endpoint list", "network private-dns zone list", "network private-dns link vnet list",
      "network private-dns record-set a list", "network nsg rule list", "network route-table route list",
      "network public-ip show", "network nic list-effective-nsg", "monitor activity-log list", "vmss identity show",
      "vmss list",
      "monitor diagnostic-settings list", "network nat gateway show", "network public-ip list", "aks nodepool show",
      "network private-dns record-set a show", "ad signed-in-user show", "aks operation show-latest",
    ].map { Verb($0, .read) }
    + ["acr credential show", "account get-access-token", "keyvault secret show"].map { Verb($0, .readsSecret) }
    + ["aks check-acr", "acr check-health", "aks command invoke", "vmss run-command invoke"].map { Verb($0, .probe) }
    + [
      "login", "logout", "account set", "account clear", "config set", "cloud set", "extension add", "acr login",
      "aks get-credentials", "aks install-cli",
    ].map { Verb($0, .localWrite) }
    + [
      "aks update", "aks update-credentials", "aks nodepool upgrade", "aks nodepool add", "role assignment create",
      "role assignment delete",
      "acr network-rule add", "acr network-rule remove", "acr update", "acr config authentication-as-arm update",
      "acr import",
      "acr token create", "acr token update", "acr token credential generate", "acr token credential delete",
      "acr scope-map update",
      "acr credential renew", "ad sp credential reset", "ad sp credential delete",
      "network private-dns link vnet create", "network private-dns link vnet delete",
      "network vnet peering create", "network vnet peering delete", "acr create", "aks create", "acr repository update",
      "acr replication create", "acr cache create", "network nsg rule create", "network nsg rule delete",
      "monitor log-analytics workspace create", "monitor diagnostic-settings create", "vmss restart", "vmss reimage",
      "aks nodepool update", "acr repository delete", "aks nodepool delete", "vmss delete-instances",
      "aks machine delete", "aks nodepool delete-machines",
    ].map { Verb($0, .change) }

  private static let docker: [Verb] =
    ["version", "info", "ps", "manifest inspect"].map { Verb($0, .read) }
    + ["login", "logout", "pull", "tag", "buildx imagetools inspect"].map { Verb($0, .localWrite) }
    + ["push", "buildx build", "build"].map { Verb($0, .change) }
}
