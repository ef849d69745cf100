import FlowKit
import Testing
import Wizard

/// Every legal spelling of an allowed flag is allowed.
struct PolicyFlagTests {
  @Test(arguments: [
    "kubectl get pods -n x", "kubectl get pods -nx", "kubectl get pods -n=x", "kubectl get pods --namespace x",
    "kubectl get pods --namespace=x", "kubectl get pods -Aowide", "kubectl get pods -A=true", "kubectl get pods -An x",
    "kubectl get pods --all-namespaces=true -o=json", "kubectl get -n x pods --request-timeout=10s --context c",
    "kubectl get nodes -L a/b,c/d --kubeconfig /home/x/config",
    "kubectl get events --field-selector involvedObject.uid=1",
    "kubectl get secrets -A --field-selector type=kubernetes.io/dockerconfigjson",
    "kubectl get secret s -ojsonpath={.type}",
    "kubectl get secrets --sort-by=.metadata.name -o name", "kubectl describe secret s -n x",
    "kubectl get pods --show-labels",
    "kubectl logs p -c c --previous --tail=-1", "kubectl logs p c -p --tail 5",
    "kubectl wait pod/p --for=delete --timeout=5s",
    "kubectl auth can-i list events -n x -q", "kubectl top pod p -n x", "kubectl top nodes --no-headers",
    "kubectl config current-context --request-timeout=10s", "kubectl version --client -o json",
    "kubectl config view --minify=true",
    "az aks show -g g -n c", "az aks show -gg -nc", "az aks show -g=g --name=c",
    "az aks show --resource-group g --name c",
    "az aks show -n c --subscription s --query [].{a:b} -o tsv --only-show-errors",
    "az rest --method get --url https://management.azure.com/subscriptions?api-version=1",
    "az rest -m get --uri=https://management.azure.com/x", "az account list --all", "az version --output=json",
    "az role assignment list --all --fill-principal-name false", "az acr manifest show r.azurecr.io/a:b",
    "dig +short a", "dig a AAAA", "dig -t txt a", "dig -taaaa -4 a", "dig +time=1 +noall +answer a",
    "nslookup -type=aaaa a",
    "nslookup a 168.63.129.16", "nslookup a ::1", "getent hosts a", "getent ahosts a", "docker version --format x",
    "docker ps -aq", "docker info -f x", "docker manifest inspect --verbose x",
    "curl -sSfI -m3 https://a.b/v2/", "curl -o/dev/null -w%{http_code} https://a/v2/",
    "curl --head --write-out %{http_code} https://a/v2/",
  ])
  func `a listed flag may stand there in every spelling`(_ line: String) {
    #expect(Policy.rule(line.split(separator: " ").map(String.init)) == .allowed(.read))
  }

  @Test(arguments: [
    ["kubectl", "get", "pod", "p", "-o", "json"], ["kubectl", "describe", "pod", "p"], ["kubectl", "version"],
    ["kubectl", "cluster-info"], ["kubectl", "auth", "whoami"], ["kubectl", "rollout", "status", "deployment/d"],
    ["kubectl", "config", "current-context"], ["az", "aks", "show", "-n", "c"], ["az", "cloud", "show"],
    ["az", "version"],
    ["nslookup", "a"],
  ])
  func `a command with the cluster and the subscription of the operator is still allowed`(_ arguments: [String]) {
    let settings = CommandSettings(runner: .off, context: "c", kubeconfig: "/k", subscription: "s")
    #expect(Policy.rule(settings.scoped(arguments)) == .allowed(.read))
  }
}
