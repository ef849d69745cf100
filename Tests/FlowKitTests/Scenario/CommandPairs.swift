/// Pairs of command lines: what an exercise wants, and what somebody types.
enum CommandPairs {
  typealias Pair = (String, String)

  static let acme = registry("5b0c7e18", "rg", "acme")

  private static func registry(_ subscription: String, _ group: String, _ name: String) -> String {
    "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/Microsoft.ContainerRegistry/registries/\(name)"
  }

  private static let attach = "az aks update -n a -g g --attach-acr acme"
  private static let restart = "kubectl rollout restart deployment/web -n shop"
  private static let delete = "kubectl delete pod web-1 -n shop"
  private static let image = "kubectl set image deployment/web web=acme.azurecr.io/web:2 -n shop"
  private static let role = "az role assignment create --assignee x --role AcrPull --scope \(acme)"
  private static let secret =
    "kubectl create secret docker-registry s -n shop --docker-server=acme.azurecr.io --docker-password=<password>"
  private static let patch =
    #"kubectl patch serviceaccount default -n shop -p '{"imagePullSecrets":[{"name":"s"}],"a b":1}'"#

  static let same: [Pair] = spelling + flags + values + places

  private static let spelling: [Pair] = [
    (restart, "kubectl --namespace shop rollout restart deploy web"), (restart, "  $ \(restart)  "),
    (restart, "kubectl rollout restart deployments.apps/web --namespace=shop"),
    (restart, "kubectl rollout restart deployment.v1.apps/web -n=shop"),
    (restart, "kubectl rollout restart Deployment web -nshop"),
    (restart, "kubectl -n 'shop' rollout restart deploy/web"),
    (restart, "kubectl rollout \\\n  restart deploy/web -n \"shop\""), (restart, "\(restart)  # once more"),
    (delete, "kubectl delete pods/web-1 --namespace=shop"), (delete, "kubectl delete po web-1 -n shop"),
    ("kubectl delete pod a b -n shop", "kubectl delete pod/b pod/a -n shop"),
    (image, "kubectl -n shop set image deploy web web=acme.azurecr.io/web:2"),
    (
      "kubectl set image deployment/web *=acme/web:2 -n shop", "kubectl -n shop set image deployment web '*=acme/web:2'"
    ),
    ("kubectl set image deployment/web *=acme/web:2 -n shop", #"kubectl set image deploy/web \*=acme/web:2 -n shop"#),
    (attach, "az aks update --attach-acr acme --resource-group g --name a"),
    (attach, "az aks update -na -gg --attach-acr=acme"),
    (
      "az acr update -n acme --admin-enabled true", "az acr update --admin-enabled true --name acme --only-show-errors"
    ),
    (
      "Set-AzAksCluster -ResourceGroupName g -Name a -AcrNameToAttach acme",
      "set-azakscluster -name a -resourcegroupname g -AcrNameToAttach acme"
    ),
  ]

  private static let flags: [Pair] = [
    (attach, "\(attach) --yes -o json"), (attach, "\(attach) --no-wait --query id"), (attach, "\(attach) -y --debug"),
    (delete, "\(delete) --now"), (delete, "\(delete) --grace-period=1"), (delete, "\(delete) --wait=false"),
    (delete, "kubectl delete --ignore-not-found pod web-1 -n shop"), (delete, "\(delete) --all=false"),
    (delete, "kubectl delete --now pod web-1 -n shop"), (delete, "\(delete) --v=5"), (delete, "\(delete) -v 5"),
    (delete, "\(delete) -v6 --request-timeout 5s"), (delete, "\(delete) --cascade=background"),
    (delete, "kubectl delete pod --force=false web-1 -n shop"), (delete, "\(delete) --dry-run=none"),
    (delete, "kubectl delete pod web-1 -n other -n shop"), (restart, "\(restart) --field-manager=me -o name"),
    ("kubectl delete pod web-1 -n shop --force", "kubectl delete --force pod web-1 -n shop --grace-period 0"),
    (patch, patch.replacing(" -p ", with: " --type=strategic -p ")),
  ]

  private static let values: [Pair] = [
    (secret, "kubectl create secret docker-registry s --docker-password 'p w' -n shop --docker-server acme.azurecr.io"),
    (patch, #"kubectl -n shop patch sa default --patch '{"a b": 1, "imagePullSecrets": [ {"name": "s"} ]}'"#),
    (patch, #"kubectl patch sa default -n shop -p "{\"imagePullSecrets\":[{\"name\":\"s\"}],\"a b\":1}""#),
    (attach, "az aks update -n A -g G --attach-acr ACME"), (attach, "az aks update -n a -g g --attach-acr \(acme)"),
    (attach, "az aks update -n a -g g --attach-acr \(acme.lowercased())/"),
    (role, role.replacing("resourceGroups", with: "resourcegroups")),
    (role, role.replacing(acme, with: acme.uppercased())), (role, role.replacing("AcrPull", with: "\"AcrPull\"")),
    ("kubectl delete pod -l app=web,tier=x -n shop", "kubectl delete pods --selector=tier=x,app=web -n shop"),
    (
      "kubectl create secret generic s --from-literal=a=<any> --from-literal=b=2",
      "kubectl create secret generic s --from-literal=b=2 --from-literal a=1"
    ),
    (
      "az acr network-rule add -n acme --ip-address 1.2.3.4 1.2.3.5",
      "az acr network-rule add --ip-address 1.2.3.5 1.2.3.4 -n acme"
    ),
  ]

  private static let places: [Pair] = [
    (restart, "\(restart) --context aks-shop"), (restart, "\(restart) --context=aks-shop-admin"),
    (restart, "\(restart) --kubeconfig /home/me/.kube/config"), (attach, "\(attach) --subscription 5B0C7E18"),
    ("\(attach) --subscription 5b0c7e18", attach),
  ]

  static let other: [Pair] =
    otherPlaces + [
      (attach, "az aks update -n b -g g --attach-acr acme"), (attach, "az aks update -n a -g g --detach-acr acme"),
      (attach, "az aks update -n a -g g"), (attach, "\(attach) --enable-azure-rbac"), (attach, "\(attach) --help"),
      (attach, "az acr update -n a -g g --attach-acr acme"), (attach, "az aks update -n a -g h --attach-acr acme"),
      (delete, "kubectl delete pod web-1"), (delete, "kubectl delete pod web-1 -n prod"), (delete, "\(delete) -h"),
      (delete, "\(delete) --dry-run=client"), (delete, "\(delete) --dry-run"), (delete, "\(delete) --force"),
      (delete, "kubectl delete deployment web-1 -n shop"), (delete, "kubectl delete pod web-1 web-2 -n shop"),
      (delete, "kubectl delete pod --all -n shop"), (delete, "kubectl delete pod -n shop"), (delete, "\(delete) -A"),
      (delete, "\(delete) --cascade=orphan"), (delete, "kubectl delete pod WEB-1 -n shop"),
      (delete, "kubectl get pod web-1 -n shop"), (delete, "kubectl exec web-1 -n shop -- kubectl delete pod web-1"),
      (delete, "KUBECONFIG=/x \(delete)"), (delete, "sudo \(delete)"),
      ("kubectl delete secret secrets -n shop", "kubectl delete secret secret -n shop"),
      (restart, "kubectl rollout undo deployment/web -n shop"), (restart, "kubectl rollout restart deployment -n shop"),
      (restart, "kubectl rollout restart statefulset/web -n shop"),
      (image, image.replacing(":2", with: ":3")), (image, image.replacing("web=", with: "init=")),
      (image, "kubectl set image deployment/web web=acme.azurecr.io/WEB:2 -n shop"),
      (patch, patch.replacing("a b", with: "ab")), (patch, patch.replacing(":1", with: ":\"1\"")),
      (patch, patch.replacing("\"s\"", with: "\"t\"")), (patch, patch.replacing(" -p ", with: " --type=merge -p ")),
      (secret, secret.replacing(" --docker-password=<password>", with: "")),
      (secret, secret.replacing("docker-password=<password>", with: "docker-password=")),
      (secret, secret.replacing("acme.azurecr.io", with: "other.azurecr.io")),
      (role, role.replacing("AcrPull", with: "AcrPush")), (role, role.replacing("--assignee x", with: "--assignee y")),
      (role, role.replacing(acme, with: "/subscriptions/5b0c7e18/resourceGroups/rg")),
      (role, role.replacing(acme, with: "acme")),
      ("az aks update -n acme -g g", "az aks update -n \(acme) -g g"),
    ]

  private static let otherPlaces: [Pair] = [
    (restart, "\(restart) --context other-prod"), (restart, "\(restart) --kubeconfig /other"),
    (attach, "\(attach) --subscription other-sub"), ("\(attach) --subscription other-sub", attach),
    (attach, "az aks update -n a -g g --attach-acr \(registry("OTHER", "rg", "acme"))"),
    (attach, "az aks update -n a -g g --attach-acr \(registry("5b0c7e18", "other", "acme"))"),
    (role, role.replacing("5b0c7e18", with: "other")),
    (delete, "\(delete) --server https://other:443"), (delete, "\(delete) --cluster other"),
  ]

  private static let pod = "kubectl get pod web-1 -n shop -o json"
  private static let names = "kubectl get pod web-1 -n shop -o jsonpath='{.spec.imagePullSecrets[*].name}'"
  private static let tags = "az acr repository show-tags -n acme --repository web --orderby time_desc -o json"
  private static let list = "az aks list --query \"[?name=='a b']\" -o json"

  static let sameOutput: [Pair] = [
    (pod, "kubectl get po/web-1 -ojson -n shop"), (pod, "kubectl get pods web-1 --output=json --namespace shop"),
    (names, #"kubectl get pod web-1 -n shop -o "jsonpath={.spec.imagePullSecrets[*].name}""#),
    (names, "kubectl get pod web-1 -n shop -o jsonpath={.spec.imagePullSecrets[*].name}"),
    (tags, "az acr repository show-tags --repository web --name acme --orderby time_desc"),
    (tags, "\(tags) --subscription 5b0c7e18"), (list, "az aks list --query \"[? name == 'a b']\""),
    (
      "kubectl get events -n shop --field-selector a=1,b=2 -o json",
      "kubectl get ev -o json -nshop --field-selector b=2,a=1"
    ),
    ("kubectl get pods -n shop -o wide", "kubectl get po --namespace shop -owide --chunk-size=5"),
  ]

  static let otherOutput: [Pair] = [
    (pod, "kubectl get pod web-1 -n shop"), (pod, "kubectl get pod web-1 -n shop -o yaml"), (pod, names),
    (names, "kubectl get pod web-1 -n shop"), (names, pod), (pod, "kubectl get pod web-1 -n prod -o json"),
    (pod, "kubectl get pod web-1 -o json"), (pod, "\(pod) --context other-prod"), (pod, "kubectl get pod -A -o json"),
    (tags, "\(tags) --subscription other"),
    (tags, "az acr repository show-tags -n acme --repository web --orderby time_desc -o tsv"),
    (tags, "\(tags) --query [0]"), (tags, "az acr repository show-tags -n acme --repository web"),
    (list, "az aks list"), (list, "az aks list --query \"[?name=='2']\" -o json"),
    (list, "az aks list --query \"[?name=='ab']\" -o json"),
    ("kubectl get pods -n shop", "kubectl get pods -n shop --show-labels"),
    ("kubectl get pods -n shop", "kubectl get pods -n shop --no-headers"),
  ]
}
