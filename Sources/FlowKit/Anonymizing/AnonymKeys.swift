/// What the value of a key, an option or a fact is.
enum AnonymKeys {
  /// How to read a value.
  enum Use: Equatable {
    /// A name of one word.
    case name(AnonymKind)
    /// Names with commas between.
    case list(AnonymKind)
    /// The value of a label, which may be a word of the field.
    case label
    /// Everything up to the closing quote.
    case whole(AnonymKind)
    case image
    /// The path of a repository.
    case path
    /// A path of the file system.
    case file
    /// It stays, whatever it looks like.
    case stays
  }

  /// The use of a key of JSON, YAML or a description, below another key.
  static func use(ofKey key: String, under parent: String) -> Use? {
    if let use = keys[key] { return use }
    guard key == "name" || key == "Name" else { return labels.contains(parent) ? label(key) : nil }
    return uses[parent] ?? (nameless.contains(parent) ? nil : .name(.name))
  }

  /// The use of a label's value.
  static func label(_ key: String) -> Use? {
    switch key {
    case "pod-template-hash", "controller-revision-hash": .name(.hash)
    case "pod-name": .name(.pod)
    case "hostname": .name(.node)
    case "app", "k8s-app", "name", "instance", "part-of", "release", "team", "owner", "tenant", "project", "product",
      "service", "customer", "job-name", "agentpool", "component", "cluster":
      .label
    default: nil
    }
  }

  /// The use of an option's value; `tool` and `group` are the first words of the command line.
  static func option(_ name: String, tool: String, group: String) -> Use? {
    if let use = options[name] { return use }
    if name == "-n" || name == "--name" { return .name(tool == "az" ? named[group] ?? .resource : .namespace) }
    return nil
  }

  /// The use of a fact's value.
  static func use(ofFact name: String) -> Use? {
    if let use = facts[name] { return use }
    let endings: [(String, AnonymKind)] = [
      ("Namespace", .namespace), ("ResourceGroup", .group), ("Group", .group), ("Secret", .secret),
      ("Subscription", .subscription), ("Cluster", .cluster), ("Registry", .registry), ("Name", .resource),
    ]
    return endings.first { name.hasSuffix($0.0) }.map { .name($0.1) }
  }

  /// What a word before a name says of it, as in `pod/NAME` and `secret "NAME"`.
  static func kind(ofWord word: String) -> AnonymKind? {
    let lower = word.lowercased()
    // As in `deployments.apps`; a label such as `node.kubernetes.io` names no kind.
    guard let dot = lower.firstIndex(of: "."), lower[dot...] == ".apps" || lower[dot...] == ".batch" else {
      return kinds[lower]
    }
    return kinds[String(lower[..<dot])]
  }

  /// The kind of a resource of Azure by its type.
  static func kind(ofType type: String) -> AnonymKind {
    switch type.lowercased() {
    case "registries": .registry
    case "managedclusters": .cluster
    case "userassignedidentities": .identity
    case "storageaccounts": .storage
    default: .resource
    }
  }

  private static let keys: [String: Use] = [
    "namespace": .name(.namespace), "Namespace": .name(.namespace), "nodeName": .name(.node), "Node": .name(.node),
    "serviceAccountName": .name(.serviceAccount), "serviceAccount": .name(.serviceAccount),
    "Service Account": .name(.serviceAccount), "secretName": .name(.secret), "SecretName": .name(.secret),
    "ConfigMapName": .name(.name), "claimName": .name(.name), "ClaimName": .name(.name), "image": .image,
    "Image": .image, "imageID": .image, "Image ID": .image, "repository": .path, "repositoryName": .path,
    "imageName": .path, "resourceGroup": .name(.group), "nodeResourceGroup": .name(.group),
    "resourceGroupName": .name(.group), "registryName": .name(.registry), "principalName": .whole(.user),
    "userPrincipalName": .whole(.user), "userName": .whole(.user), "username": .whole(.user),
    "givenName": .whole(.user), "surname": .whole(.user), "displayName": .whole(.name),
    "appDisplayName": .whole(.name), "tenantDisplayName": .whole(.name), "current-context": .whole(.context),
    "tag": .stays, "tags": .stays, "digest": .stays, "kubeconfig": .file,
  ]
  private static let uses: [String: Use] = [
    "containers": .name(.container), "initContainers": .name(.container), "ephemeralContainers": .name(.container),
    "containerStatuses": .name(.container), "initContainerStatuses": .name(.container),
    "ephemeralContainerStatuses": .name(.container), "imagePullSecrets": .name(.secret), "secretRef": .name(.secret),
    "secretKeyRef": .name(.secret), "user": .whole(.user), "": .whole(.name),
  ]
  /// Lists whose names are words or belong to nobody.
  private static let nameless: Set<String> = [
    "sku", "env", "ports", "conditions", "volumes", "volumeMounts", "resourceLock", "policies", "topologyKeys",
    "roleDefinition", "parameters",
  ]
  private static let labels: Set<String> = ["labels", "matchLabels", "nodeSelector", "Labels"]
  private static let options: [String: Use] = [
    "--namespace": .name(.namespace), "-g": .name(.group), "--resource-group": .name(.group),
    "--context": .whole(.context), "--subscription": .whole(.subscription), "-c": .name(.container),
    "--container": .name(.container), "--cluster": .name(.cluster), "--cluster-name": .name(.cluster),
    "--registry": .name(.registry), "-r": .name(.registry), "--repository": .path, "--image": .image, "-t": .image,
    "--user": .whole(.user), "--username": .whole(.user), "--docker-username": .whole(.user),
    "--vnet-name": .name(.resource), "--nsg-name": .name(.resource), "--route-table-name": .name(.resource),
    "--nodepool-name": .name(.resource), "--account-name": .name(.storage), "--kubeconfig": .file,
    "--serviceaccount": .name(.serviceAccount), "--vmss-name": .name(.resource),
  ]
  private static let named: [String: AnonymKind] = ["acr": .registry, "aks": .cluster, "identity": .identity]
  private static let facts: [String: Use] = [
    "namespace": .name(.namespace), "pod": .name(.pod), "node": .name(.node), "container": .name(.container),
    "serviceAccount": .name(.serviceAccount), "missingSecret": .name(.secret), "image": .image, "wantedImage": .image,
    "repository": .path, "wantedRepository": .path, "context": .whole(.context),
    "cluster": .name(.cluster), "resourceGroup": .name(.group), "workload": .name(.name), "webApp": .name(.resource),
    "accountUser": .whole(.user),
    "registryName": .name(.registry), "identityName": .name(.identity), "scopeMap": .name(.resource),
    "nodePool": .name(.resource), "scaleSet": .name(.resource), "routeTable": .name(.resource),
    "pullSecrets": .list(.secret), "podSecrets": .list(.secret),
    "tag": .stays, "digest": .stays, "wantedTag": .stays, "newestTag": .stays, "cloudName": .stays,
    "dockerConfigFile": .file, "caFile": .file, "bundleFile": .file, "proxyFile": .file, "clientSecretFile": .file,
    "secretFile": .file, "oldCaFile": .file, "oldProxyFile": .file,
  ]
  private static let kinds: [String: AnonymKind] = [
    "pod": .pod, "pods": .pod, "po": .pod, "deployment": .name, "deployments": .name, "statefulset": .name,
    "statefulsets": .name, "daemonset": .name, "daemonsets": .name, "job": .name, "jobs": .name, "cronjob": .name,
    "cronjobs": .name, "replicaset": .replicaset, "replicasets": .replicaset, "rs": .replicaset, "secret": .secret,
    "secrets": .secret, "configmap": .name, "configmaps": .name, "serviceaccount": .serviceAccount,
    "serviceaccounts": .serviceAccount, "sa": .serviceAccount, "namespace": .namespace, "namespaces": .namespace,
    "ns": .namespace, "node": .node, "nodes": .node, "container": .container, "containers": .container,
  ]
}
