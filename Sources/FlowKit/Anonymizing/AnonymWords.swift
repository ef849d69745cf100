/// Words and names that belong to everybody.
enum AnonymWords {
  /// Whether a name is a word of the field: it is replaced only where the text says that it is a name.
  static func isOrdinary(_ name: String) -> Bool {
    name.utf8.count < 3 || ordinary.contains(name.lowercased()) || commands.contains(name.lowercased())
      || name.utf8.allSatisfy(Byte.isDigit)
  }

  /// Words that command lines are made of; a thing of such a name must not change the command.
  private static let commands = Set(
    Policy.programs.flatMap { name, program in [name] + program.verbs.flatMap(\.words) })

  /// Whether a name is the same in every cluster or every subscription and so tells nothing.
  static func isPublic(_ name: String) -> Bool {
    let lower = name.lowercased()
    return common.contains(lower) || lower.hasPrefix("kube-") || lower.hasPrefix("microsoft.") || isRegion(lower)
      || lower.hasPrefix("acr") && roles.contains(lower) || lower.hasPrefix("system:")
      || lower.hasPrefix("privatelink.")
  }

  /// Whether a word is the name of an Azure region.
  static func isRegion(_ word: String) -> Bool {
    if regions.contains(word) { return true }
    let letters = word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || Byte.isDigit($0) }
    guard letters, word.utf8.count < 24 else { return false }
    let base = word.last?.isNumber == true ? String(word.dropLast()) : word
    return directions.contains { base.hasSuffix($0) } && places.contains { base.hasPrefix($0) }
  }

  private static let directions = ["east", "west", "north", "south", "central"]
  private static let places = [
    "us", "east", "west", "north", "south", "central", "uk", "france", "germany", "switzerland", "norway", "sweden",
    "poland", "italy", "spain", "austria", "belgium", "japan", "korea", "australia", "canada", "brazil", "uae",
    "qatar", "israel", "mexico", "china", "india", "chile", "malaysia", "indonesia", "newzealand", "denmark",
  ]
  private static let regions = words(
    """
    westeurope northeurope eastasia southeastasia southafricanorth southafricawest usgovvirginia usgovarizona
    usgovtexas usdodeast usdodcentral westcentralus northcentralus southcentralus centralindia southindia westindia
    jioindiawest
    """)

  /// Names that clusters and Azure have by themselves.
  private static let common = words(
    """
    default library coredns metrics-server konnectivity-agent cloud-node-manager gatekeeper-system calico-system
    tigera-operator azure-cni azure-cns azure-npm azuredns azure-ip-masq-agent csi-azuredisk-node csi-azurefile-node
    default-scheduler kubelet containerd docker cri-o system premium basic standard free global localhost root
    systemassigned userassigned none msi enabled disabled acrpull acrpush acrdelete acrimagesigner owner contributor
    reader admin azurecloud azurechinacloud azureusgovernment clusteruser clusteradmin nonroot nobody cluster.local
    kubeletidentity omsagent azurepolicy azurekeyvaultsecretsprovider webapplicationrouting loadbalancer
    """)
  private static let roles = words("acrpull acrpush acrdelete acrimagesigner acrquarantinereader acrquarantinewriter")

  /// Images that everybody pulls by their short name.
  static let images = words(
    """
    nginx busybox alpine ubuntu debian redis postgres mysql mariadb mongo httpd node python golang memcached rabbitmq
    traefik hello-world registry haproxy curlimages/curl centos fedora openjdk php ruby elasticsearch consul vault
    """)

  /// Words of messages, of command lines and of objects.
  private static let ordinary = words(
    """
    access account accounts action active add added address admin after agent all allow allowed and annotations
    anonymous any api app application apps are arch args assigned attach attempt audience auth authentication
    authorization authorize authorized available azure back  back-off bad base basic batch bearer because been
    before bin blob body build bytes cache cached can cannot cause cert certificate change check claim class client
    closed cloud cluster code command conditions config configmap connect connection container containers content
    context controller copy could count cpu create created credential credentials crd crictl current daemon daemonset
    data database date deadline debug default delete denied deny deployment desc describe description destination dev
    device dial digest dir disk dns does domain down download driver ephemeral empty enabled endpoint endpoints end env
    environment eof err error errors event events exceeded exec exist exists exit expired extract fail failed failure
    false fetch field file files filter find  for forbidden found free from  fs full gateway get group
    groups handshake has head header health healthy help home host hostname hosts http https id identity image images
    info ingress init input instance internal into invalid ip ips is issuer items job jobs json key keys kind kube
    kubectl kubelet kubernetes label labels latest layer layers length level limit limits line linux list load local
    location lock log login logs long lookup  main managed manifest manifests master max media memory message
    messages metadata method min mode  mount mounts name namespace namespaces network new no node nodes none
    normal not notfound null object objects off offline ok on one only open operation operator operators option
    optional or org os other out output over owner package pass password path pause pending permission permissions
    phase platform plugin pod pods policy pool port ports post prepare private probe process prod production 
      properties protocol proxy public pull pulled pulling push qps queue rate raw read reader ready
    reason recent reference refused region registry release remote replicaset repo repository request requests require
    reset resolve resource resources response restart result retry role root route router rpc rule run runner running
    runtime sandbox schedule scheduled scheduler scope scopes script secret secrets security selector self server
    service serviceaccount services session set shell show sidecar size sku snapshot snapshotter source spec stage
    staging start started starting state stateful statefulset status step stop storage string subject subnet
    subscription subscriptions sync system tag tags task tasks tcp  temporary tenant test tests text that the then
    this time timeout tls token tokens tool tools tree true try type uid unable unauthorized unexpected unknown update
    upload uri url use used user users using valid value values verify version volume volumes wait waiting warning was
    watch   when while windows with work    workload write writer yaml yes zone
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
