import FlowKit

/// What commands were seen to do, with kubectl 1.20 to 1.37 and azure-cli 2.91; placeholders filled.
///
/// The policy may be stricter than this list or refuse, never laxer.
enum EffectTable {
  static let all: [(effect: EffectClass, line: String)] =
    read + readsSecret + probe + localWrite + change

  private static let read: [(effect: EffectClass, line: String)] = [
    (.read, "az version -o json"),
    (.read, "az account show"),
    (.read, "az account list -o json"),
    (.read, "az cloud show --query suffixes.acrLoginServerEndpoint -o tsv"),
    (.read, "az group list -o table"),
    (.read, "az acr list -o json"),
    (.read, "az acr show -n contoso -o json"),
    (.read, "az acr show -n contoso -g rg -o json"),
    (.read, "az acr check-name -n contoso"),
    (.read, "az acr show-usage -n contoso -o table"),
    (.read, "az acr show-endpoints -n contoso"),
    (.read, "az acr network-rule list -n contoso"),
    (.read, "az acr private-endpoint-connection list -r contoso"),
    (.read, "az acr replication list -r contoso -o table"),
    (.read, "az acr repository list -n contoso -o tsv"),
    (.read, "az acr repository show -n contoso --repository shop/checkout"),
    (.read, "az acr repository show -n contoso --image shop/checkout:v3"),
    (
      .read,
      "az acr repository show-tags -n contoso --repository shop/checkout --orderby time_desc"
        + " --top 20 -o tsv"
    ),
    (.read, "az acr manifest list-metadata -r contoso -n shop/checkout"),
    (.read, "az acr manifest show-metadata contoso.azurecr.io/shop/checkout:v3"),
    (.read, "az acr manifest show contoso.azurecr.io/shop/checkout:v3"),
    (.read, "az acr config authentication-as-arm show -r contoso"),
    (.read, "az acr token list -r contoso -o table"),
    (.read, "az acr token show -r contoso -n t"),
    (.read, "az acr scope-map list -r contoso -o table"),
    (.read, "az acr scope-map show -r contoso -n m"),
    (.read, "az acr cache list -r contoso -o table"),
    (.read, "az aks list -o table"),
    (.read, "az aks show -g rg -n weu -o json"),
    (.read, "az aks show -g rg -n weu --query identityProfile.kubeletidentity.objectId -o tsv"),
    (.read, "az aks nodepool list -g rg --cluster-name weu -o json"),
    (.read, "az aks machine list -g rg --cluster-name weu --nodepool-name p"),
    (.read, "az aks get-upgrades -g rg -n weu -o table"),
    (
      .read,
      "az role assignment list --scope /subscriptions/s/registries/r --include-inherited"
        + " --assignee-object-id 1111 --include-groups --fill-principal-name false -o json"
    ),
    (.read, "az role assignment list --scope /subscriptions/s/registries/r --assignee i"),
    (.read, "az role definition list --name AcrPull -o json"),
    (.read, "az identity show --ids /identity"),
    (.read, "az ad sp show --id 2222 -o json"),
    (.read, "az ad app credential list --id 2222 -o json"),
    (.read, "az network vnet show --ids /vnet --query dhcpOptions.dnsServers"),
    (.read, "az network vnet subnet show --ids /subnet -o json"),
    (.read, "az network vnet peering list --vnet-name v -g rg -o table"),
    (.read, "az network private-endpoint list -g rg -o json"),
    (.read, "az network private-dns zone list -o table"),
    (.read, "az network private-dns link vnet list -g rg -z privatelink.azurecr.io -o table"),
    (.read, "az network private-dns record-set a list -g rg -z privatelink.azurecr.io -o table"),
    (.read, "az network nsg rule list -g rg --nsg-name n -o table"),
    (.read, "az network route-table route list -g rg --route-table-name r -o table"),
    (.read, "az network public-ip show --ids i --query ipAddress -o tsv"),
    (.read, "az network nic list-effective-nsg -g rg -n n"),
    (.read, "az monitor activity-log list -g rg --offset 1d --max-events 20"),
    (.read, "az monitor diagnostic-settings list --resource /subscriptions/s/registries/r"),
    (.read, "az rest --method get --url https://management.azure.com/x"),
    (
      .read,
      "az rest --method post --url https://api.loganalytics.io/v1/workspaces/w/query --resource"
        + " https://api.loganalytics.io --body '{\"query\":\"ContainerRegistryLoginEvents | take 5\"}'"
    ),
    (.read, "kubectl version -o json"),
    (.read, "kubectl config current-context"),
    (.read, "kubectl config get-contexts -o name"),
    (.read, "kubectl config view --minify"),
    (.read, "kubectl cluster-info"),
    (.read, "kubectl api-resources"),
    (.read, "kubectl auth can-i get pods -n shop"),
    (.read, "kubectl auth can-i --list -n shop"),
    (.read, "kubectl auth whoami"),
    (.read, "kubectl get pods -n shop -o wide"),
    (.read, "kubectl get pods -A --field-selector=status.phase=Pending -o wide"),
    (.read, "kubectl get pod web-1 -n shop -o json"),
    (.read, "kubectl get pod web-1 -n shop -o jsonpath='{.status.containerStatuses[*].state.waiting.message}'"),
    (.read, "kubectl describe pod web-1 -n shop"),
    (.read, "kubectl get events -n shop --field-selector involvedObject.name=web-1 --sort-by=.lastTimestamp"),
    (.read, "kubectl events -n shop --for pod/web-1"),
    (.read, "kubectl get secret acr-secret -n shop"),
    (.read, "kubectl describe secret acr-secret -n shop"),
    (.read, "kubectl get secret acr-secret -n shop -o jsonpath='{.type}'"),
    (.read, "kubectl get serviceaccount default -n shop -o jsonpath='{.imagePullSecrets[*].name}'"),
    (.read, "kubectl get deployment checkout -n shop -o json"),
    (.read, "kubectl get nodes -o wide"),
    (.read, "kubectl describe node aks-1"),
    (.read, "kubectl get networkpolicy -n shop"),
    (.read, "kubectl logs web-1 -n shop --tail=50"),
    (.read, "kubectl rollout status deployment/checkout -n shop --timeout=10s"),
    (.read, "kubectl rollout history deployment/checkout -n shop"),
    (.read, "kubectl top pod -n shop"),
    (.read, "kubectl wait pod/web-1 -n shop --for=condition=Ready --timeout=10s"),
    (.read, "kubectl explain pod.spec.imagePullSecrets"),
    (
      .read,
      "kubectl create secret docker-registry acr-secret --docker-server=s --docker-username=u"
        + " --docker-password=pw --dry-run=client -o yaml"
    ),
    (.read, "docker version"),
    (.read, "docker info"),
    (.read, "docker ps"),
    (.read, "docker manifest inspect contoso.azurecr.io/shop/checkout:v3"),
    (.read, "nslookup contoso.azurecr.io"),
    (.read, "dig +short +time=2 +tries=1 contoso.azurecr.io"),
    (.read, "curl -sS -o /dev/null -w '%{http_code}' --max-time 10 https://contoso.azurecr.io/v2/"),
    (.read, "curl -sS --max-time 10 https://contoso.azurecr.io/v2/"),
  ]

  private static let readsSecret: [(effect: EffectClass, line: String)] = [
    (.readsSecret, "az acr credential show -n contoso"),
    (.readsSecret, "az acr login -n contoso --expose-token"),
    (.readsSecret, "az account get-access-token"),
    (.readsSecret, "az aks get-credentials -g rg -n weu -f -"),
    (.readsSecret, "az keyvault secret show --vault-name v -n s"),
    (.readsSecret, "kubectl get secret acr-secret -n shop -o yaml"),
    (.readsSecret, "kubectl get secret acr-secret -n shop -o jsonpath='{.data}'"),
    (.readsSecret, "kubectl config view --raw"),
    (.readsSecret, "kubectl create token default -n shop"),
    (.readsSecret, "kubectl get --raw /api/v1/namespaces/shop/secrets"),
  ]

  private static let probe: [(effect: EffectClass, line: String)] = [
    (.probe, "az aks check-acr -g rg -n weu --acr contoso.azurecr.io"),
    (.probe, "az acr check-health -n contoso --ignore-errors --yes"),
    (.probe, "az acr check-health -n contoso --repository shop/checkout --ignore-errors --yes"),
    (.probe, "az aks command invoke -g rg -n weu --command \"kubectl get pods\""),
    (
      .probe,
      "az vmss run-command invoke -g rg -n s --instance-id 0 --command-id RunShellScript"
        + " --scripts \"nslookup contoso.azurecr.io\""
    ),
    (.probe, "kubectl exec web-1 -n shop -- nslookup contoso.azurecr.io"),
    (.probe, "kubectl run dnstest --image=busybox:1.36 --restart=Never --rm -i -- nslookup contoso.azurecr.io"),
    (.probe, "kubectl debug node/aks-1 -it --image=mcr.microsoft.com/azurelinux/busybox:1.36"),
    (.probe, "kubectl debug web-1 -n shop -it --image=busybox --target=c"),
    (.probe, "kubectl cp shop/web-1:/etc/resolv.conf ./resolv.conf"),
    (.probe, "kubectl port-forward pod/web-1 8080:80 -n shop"),
    (.probe, "kubectl attach web-1 -n shop"),
    (.probe, "kubectl diff -f f.yaml"),
    (.probe, "kubectl apply -f f.yaml --dry-run=server"),
    (.probe, "kubectl get --raw /api/v1/nodes/aks-1/proxy/pods"),
  ]

  private static let localWrite: [(effect: EffectClass, line: String)] = [
    (.localWrite, "az login"),
    (.localWrite, "az logout"),
    (.localWrite, "az account set --subscription i"),
    (.localWrite, "az account clear"),
    (.localWrite, "az config set core.output=json"),
    (.localWrite, "az cloud set -n AzureCloud"),
    (.localWrite, "az extension add -n log-analytics"),
    (.localWrite, "az acr login -n contoso"),
    (.localWrite, "az aks get-credentials -g rg -n weu"),
    (.localWrite, "az aks get-credentials -g rg -n weu --admin"),
    (.localWrite, "az aks install-cli"),
    (.localWrite, "kubectl config use-context weu"),
    (.localWrite, "kubectl config set-context --current --namespace=shop"),
    (.localWrite, "kubectl cluster-info dump --output-directory=./dump"),
    (.localWrite, "docker login contoso.azurecr.io"),
    (.localWrite, "docker logout contoso.azurecr.io"),
    (.localWrite, "docker pull contoso.azurecr.io/shop/checkout:v3"),
  ]

  private static let change: [(effect: EffectClass, line: String)] = [
    (.change, "az aks update -g rg -n weu --attach-acr contoso"),
    (.change, "az aks update -g rg -n weu --detach-acr contoso"),
    (.change, "az aks update -g rg -n weu --enable-managed-identity --assign-identity i --yes"),
    (.change, "az aks update -g rg -n weu --assign-kubelet-identity i --yes"),
    (
      .change,
      "az aks update-credentials -g rg -n weu --reset-service-principal --service-principal 2222"
        + " --client-secret hunter2"
    ),
    (.change, "az aks nodepool upgrade -g rg --cluster-name weu -n p --node-image-only"),
    (
      .change,
      "az role assignment create --assignee-object-id 1111 --assignee-principal-type"
        + " ServicePrincipal --role AcrPull --scope /subscriptions/s/registries/r"
    ),
    (
      .change,
      "az role assignment create --assignee-object-id 1111 --assignee-principal-type"
        + " ServicePrincipal --role \"Container Registry Repository Reader\" --scope /subscriptions/s/registries/r"
    ),
    (
      .change,
      "az role assignment delete --assignee-object-id 1111 --role AcrPull --scope"
        + " /subscriptions/s/registries/r"
    ),
    (.change, "az acr network-rule add -n contoso --ip-address 203.0.113.9"),
    (.change, "az acr network-rule remove -n contoso --ip-address 203.0.113.9"),
    (.change, "az acr update -n contoso --default-action Allow"),
    (.change, "az acr update -n contoso --public-network-enabled true"),
    (.change, "az acr update -n contoso --anonymous-pull-enabled true"),
    (.change, "az acr update -n contoso --admin-enabled true"),
    (.change, "az acr update -n contoso --role-assignment-mode rbac"),
    (.change, "az acr update -n contoso --data-endpoint-enabled true"),
    (.change, "az acr config authentication-as-arm update -r contoso --status enabled"),
    (.change, "az acr import -n contoso --source docker.io/library/nginx:latest --image nginx:v1"),
    (.change, "az acr token create -n t -r contoso --scope-map _repositories_pull"),
    (.change, "az acr token update -n t -r contoso --status enabled"),
    (.change, "az acr token credential generate -n t -r contoso --password1"),
    (.change, "az acr scope-map update -n m -r contoso --add-repository shop/checkout content/read"),
    (.change, "az acr credential renew -n contoso --password-name password"),
    (.change, "az ad sp credential reset --id 2222"),
    (.change, "az network private-dns link vnet create -g rg -z privatelink.azurecr.io -n l -v /vnet -e false"),
    (.change, "az monitor log-analytics workspace create -g rg -n w"),
    (
      .change,
      "az monitor diagnostic-settings create --name n --resource /subscriptions/s/registries/r"
        + " --workspace /w --logs '[{\"category\":\"ContainerRegistryLoginEvents\",\"enabled\":true}]'"
    ),
    (.change, "kubectl apply -f f.yaml"),
    (
      .change,
      "kubectl create secret docker-registry acr-secret -n shop --docker-server=s"
        + " --docker-username=u --docker-password=pw"
    ),
    (.change, "kubectl delete secret acr-secret -n shop"),
    (
      .change,
      "kubectl patch serviceaccount default -n shop -p"
        + " '{\"imagePullSecrets\":[{\"name\":\"acr-secret\"}]}'"
    ),
    (.change, "kubectl set image deployment/checkout app=i:1 -n shop"),
    (.change, "kubectl rollout restart deployment/checkout -n shop"),
    (.change, "kubectl delete pod web-1 -n shop"),
    (.change, "kubectl label node aks-1 a=b"),
    (.change, "kubectl auth reconcile -f f.yaml"),
    (.change, "sudo systemctl start docker"),
  ]
}
