import FlowKit
import Testing

/// Command lines that ask for the same, and those that do not.
struct CommandMeaningTests {
  private func fits(_ wanted: String, _ typed: String) throws -> Bool {
    try #require(CommandMeaning(wanted)).fits(try #require(CommandMeaning(typed)))
  }

  @Test(arguments: [
    (
      "az aks update -n aks-shop -g rg-shop --attach-acr acme",
      "az aks update --attach-acr acme --resource-group rg-shop --name aks-shop"
    ),
    ("az aks update -n a -g g --attach-acr acme", "$ az aks update -g g -n a --attach-acr=acme --yes -o json"),
    (
      "az aks update -n a -g g --attach-acr acme",
      "az aks update -n a -g g --attach-acr /subscriptions/1/resourceGroups/r/providers/Microsoft.ContainerRegistry/registries/acme"
    ),
    ("kubectl rollout restart deployment/web -n shop", "kubectl --namespace shop rollout restart deploy web"),
    ("kubectl delete pod web-1 -n shop", "kubectl delete pods/web-1 --namespace=shop --context x"),
    (
      "kubectl set image deployment/web *=acme/web:2 -n shop", "kubectl -n shop set image deployment web '*=acme/web:2'"
    ),
    (
      "kubectl create secret docker-registry s -n shop --docker-password=<password>",
      "kubectl create secret docker-registry s --docker-password 'p w' -n shop"
    ),
    (
      "kubectl patch serviceaccount default -n shop -p '{\"imagePullSecrets\":[{\"name\":\"s\"}]}'",
      "kubectl -n shop patch sa default --patch '{\"imagePullSecrets\": [ {\"name\": \"s\"} ]}'"
    ),
    ("az acr update -n acme --admin-enabled true", "az acr update --admin-enabled true --name acme --only-show-errors"),
  ])
  func `the same in another spelling`(_ wanted: String, _ typed: String) throws {
    #expect(try fits(wanted, typed))
  }

  @Test(arguments: [
    ("az aks update -n a -g g --attach-acr acme", "az aks update -n b -g g --attach-acr acme"),
    ("az aks update -n a -g g --attach-acr acme", "az aks update -n a -g g --detach-acr acme"),
    ("az aks update -n a -g g --attach-acr acme", "az aks update -n a -g g"),
    ("az aks update -n a -g g --attach-acr acme", "az aks update -n a -g g --attach-acr acme --enable-rbac"),
    ("kubectl delete pod web-1 -n shop", "kubectl delete pod web-1"),
    (
      "az role assignment create --assignee x --role AcrPull --scope /subscriptions/1/resourceGroups/r/providers/p/registries/acme",
      "az role assignment create --assignee x --role AcrPull --scope /subscriptions/1/resourceGroups/acme"
    ),
    ("kubectl delete pod web-1 -n shop", "kubectl delete pod web-1 -n shop --dry-run=client"),
    ("kubectl delete pod web-1 -n shop", "kubectl delete deployment web-1 -n shop"),
    ("kubectl delete pod web-1 -n shop", "kubectl delete pod web-1 web-2 -n shop"),
    (
      "kubectl create secret docker-registry s -n shop --docker-password=<password>",
      "kubectl create secret docker-registry s -n shop"
    ),
  ])
  func `another thing`(_ wanted: String, _ typed: String) throws {
    #expect(try !fits(wanted, typed))
  }

  @Test(arguments: ["", "kubectl get pods | grep web", "az aks update; rm -rf /", "echo 'open"])
  func `no single command`(_ line: String) {
    #expect(CommandMeaning(line) == nil)
  }
}
