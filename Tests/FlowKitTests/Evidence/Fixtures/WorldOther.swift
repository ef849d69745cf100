/// Texts that are no image-pull failure, or that hide one among other things.
enum WorldOther {
  static let rows = #"""
    === not-image-pull:crash application log with a lookup
      Normal   Pulled     2m (x4 over 4m)   kubelet            Successfully pulled image "registry.pier.example/api:1" in 1.2s
      Warning  BackOff    10s (x9 over 3m)  kubelet            Back-off restarting failed container api in pod api-0_shop(0c1d)
    $ kubectl logs api-0
    2026/03/02 10:11:12 dial tcp: lookup postgres.shop.svc on 10.0.0.10:53: no such host
    panic: cannot reach the database
    === not-image-pull:crash application log with 401 and 429
    Warning  BackOff    10s (x9 over 3m)  kubelet            Back-off restarting failed container api in pod api-0_shop(0c1d)
    level=error msg="GET https://api.partner.example/v2/orders/: 429 Too Many Requests"
    level=error msg="unauthorized: authentication required"
    === not-image-pull:crash table of pods
    NAME     READY   STATUS             RESTARTS      AGE
    api-0    0/1     CrashLoopBackOff   9 (20s ago)   24m
    === not-image-pull:oom table
    NAME     READY   STATUS      RESTARTS   AGE
    api-0    0/1     OOMKilled   2          24m
    === not-image-pull:config table
    NAME     READY   STATUS                       RESTARTS   AGE
    api-0    0/1     CreateContainerConfigError   0          24m
    === not-image-pull:starting table
    NAME     READY   STATUS              RESTARTS   AGE
    api-0    0/1     ContainerCreating   0          4s
    === healthy table, names full of bait
    NAME                        READY   STATUS    RESTARTS   AGE
    not-found-eof-lookup-403    1/1     Running   0          24d
    crashloopbackoff-watcher-0  2/2     Running   0          24d
    === not-image-pull:scheduling events
    Warning  FailedScheduling  30s (x3 over 2m)  default-scheduler  0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient memory.
    === not-image-pull:mount events
    Warning  FailedMount  12s (x8 over 76s)  kubelet            MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found
    === not-image-pull:probe events
    Warning  Unhealthy  12s (x8 over 76s)  kubelet            Readiness probe failed: Get "http://10.1.2.3:8080/healthz": dial tcp 10.1.2.3:8080: connect: connection refused
    === not-image-pull:sandbox-network events
    Warning  FailedCreatePodSandBox  4s (x9 over 2m)  kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "0c1d": plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized
    === not-image-pull:sandbox-network EKS without addresses
    Warning  FailedCreatePodSandBox  4s  kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = failed to set up sandbox container "0c1d" network for pod "web": networkPlugin cni failed to set up pod "web_default" network: add cmd: failed to assign an IP address to container
    === not-image-pull:config missing config map
    Warning  Failed  12s (x8 over 76s)  kubelet  Error: configmap "web-config" not found
    === not-image-pull:config missing secret
    Warning  Failed  12s (x8 over 76s)  kubelet  Error: secret "web-secret" not found
    === not-image-pull:config missing key
    Warning  Failed  12s (x8 over 76s)  kubelet  Error: couldn't find key url in ConfigMap default/web-config
    === not-image-pull:config run as non-root
    Warning  Failed  12s (x8 over 76s)  kubelet  Error: container has runAsNonRoot and image will run as root (pod: "web_default(0c1d)", container: web)
    === not-image-pull:crash command not found
    Warning  Failed  12s (x3 over 40s)  kubelet  Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "serve": executable file not found in $PATH: unknown
    === not-image-pull:eviction pod status
    Status:           Failed
    Reason:           Evicted
    Message:          The node was low on resource: ephemeral-storage. Container web was using 12Gi, which exceeds its request of 0.
    === not-image-pull:scheduling image words in a scheduling event, events only
    Events:
      Type     Reason            Age   From               Message
      ----     ------            ----  ----               -------
      Warning  FailedScheduling  9s    default-scheduler  0/5 nodes are available: 5 node(s) didn't match Pod's node affinity/selector.
    === no-credentials scheduling came first
    Events:
      Type     Reason            Age                From               Message
      ----     ------            ----               ----               -------
      Warning  FailedScheduling  9m                 default-scheduler  0/5 nodes are available: 5 Insufficient cpu.
      Normal   Scheduled         8m                 default-scheduler  Successfully assigned default/web to node-1
      Warning  FailedMount       8m                 kubelet            MountVolume.SetUp failed for volume "kube-api-access-x" : object "default"/"kube-root-ca.crt" not registered
      Normal   Pulling           7m (x4 over 8m)    kubelet            Pulling image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42"
      Warning  Failed            7m (x4 over 8m)    kubelet            Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = Error response from daemon: Get https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/gull/manifests/42: no basic auth credentials
      Warning  Failed            7m (x4 over 8m)    kubelet            Error: ErrImagePull
      Normal   BackOff           3m (x20 over 8m)   kubelet            Back-off pulling image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42"
    === not-image-pull:crash the pull failed long ago
    Events:
      Type     Reason     Age                  From               Message
      ----     ------     ----                 ----               -------
      Normal   Scheduled  40m                  default-scheduler  Successfully assigned default/web to node-1
      Warning  Failed     39m                  kubelet            Failed to pull image "registry.pier.example/app:1": rpc error: code = Unknown desc = context deadline exceeded
      Normal   Pulled     38m                  kubelet            Successfully pulled image "registry.pier.example/app:1" in 20s
      Normal   Started    38m                  kubelet            Started container web
      Warning  BackOff    10s (x90 over 30m)   kubelet            Back-off restarting failed container web in pod web_default(0c1d)
    === nothing prose without an error
    Our deployment works on staging. The pods are fine, the images are fine. How do we roll back a release?
    === nothing a shopping list
    eggs, milk, lookup tables, 403 screws, one timeout
    === unauthorized prose around an error
    Hi all, since this morning our new node pool cannot start anything. We attached the registry last year. The describe says:
    > Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = Error response from daemon: Get https://harbourline.azurecr.io/v2/orders/manifests/2.3: unauthorized: authentication required
    Any idea? DNS lookup works, no timeout, curl says 200.
    === not-found JSON of an event in a fence
    ```json
    {
      "kind": "Event",
      "reason": "Failed",
      "message": "Failed to pull image \"nginx:1.99\": rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:1.99\": failed to resolve reference \"docker.io/library/nginx:1.99\": docker.io/library/nginx:1.99: not found",
      "type": "Warning"
    }
    ```
    === no-pull-right YAML status, folded
    status:
      containerStatuses:
      - image: kestrel/private-web
        imageID: ""
        lastState: {}
        name: web
        ready: false
        restartCount: 0
        started: false
        state:
          waiting:
            message: 'Back-off pulling image "kestrel/private-web": ErrImagePull: failed
              to pull and unpack image "docker.io/kestrel/private-web:latest": failed to
              resolve reference "docker.io/kestrel/private-web:latest": pull access denied,
              repository does not exist or may require authorization: server message: insufficient_scope:
              authorization failed'
            reason: ImagePullBackOff
      hostIP: 10.0.0.4
      phase: Pending
    === not-image-pull:crash YAML status
    status:
      containerStatuses:
      - image: kestrel/web:1
        lastState:
          terminated:
            exitCode: 1
            reason: Error
        name: web
        ready: false
        state:
          waiting:
            message: back-off 5m0s restarting failed container=web pod=web_default(0c1d)
            reason: CrashLoopBackOff
      phase: Running
    === invalid-name YAML status
        state:
          waiting:
            message: 'Failed to apply default image tag "kestrel/Web:1": couldn''t parse image
              name "kestrel/Web:1": invalid reference format: repository name (kestrel/Web)
              must be lowercase'
            reason: InvalidImageName
    === network-timeout go template of waiting messages
    map[waiting:map[message:rpc error: code = Unknown desc = failed to pull and unpack image "registry.k8s.io/pause:3.9": failed to resolve reference "registry.k8s.io/pause:3.9": failed to do request: Head "https://registry.k8s.io/v2/pause/manifests/3.9": dial tcp 34.96.108.209:443: i/o timeout reason:ErrImagePull]]
    === dns combined from similar events
    Warning  Failed  2m (x7 over 11m)  kubelet  (combined from similar events): Failed to pull image "registry.pier.example/app:1": failed to pull and unpack image "registry.pier.example/app:1": failed to resolve reference "registry.pier.example/app:1": failed to do request: Head "https://registry.pier.example/v2/app/manifests/1": dial tcp: lookup registry.pier.example on 10.0.0.10:53: read udp 10.244.0.7:51234->10.0.0.10:53: i/o timeout
    === unauthorized numeric code, old FailedSync
    1m  1m  1  {kubelet node-1}  Warning  FailedSync  Error syncing pod, skipping: failed to "StartContainer" for "web" with ErrImagePull: "unauthorized: authentication required"
    === credentials-refused API error of docker 1.x
    Failed to pull image "keel/app": API error (500): Get https://registry-1.docker.io/v2/keel/app/manifests/latest: unauthorized: incorrect username or password
    === not-found Lens copies without line breaks between columns
    Failed to pull image "harbourline.azurecr.io/orders:2.4": rpc error: code = NotFound desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.4": failed to resolve reference "harbourline.azurecr.io/orders:2.4": harbourline.azurecr.io/orders:2.4: not found  Source kubelet aks-np-1 Count 12 Sub-object spec.containers{orders}
    === not-found HTML entities from a portal
    Failed to pull image &quot;harbourline.azurecr.io/orders:2.4&quot;: rpc error: code = NotFound desc = failed to pull and unpack image &quot;harbourline.azurecr.io/orders:2.4&quot;: failed to resolve reference &quot;harbourline.azurecr.io/orders:2.4&quot;: harbourline.azurecr.io/orders:2.4: not found
    === not-found Terraform wraps a rollout error
    Error: Waiting for rollout to finish: 1 replicas wanted; 0 replicas Ready
    │ 	* web-6d9c (ErrImagePull): rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:1.99": failed to resolve reference "docker.io/library/nginx:1.99": docker.io/library/nginx:1.99: not found
    === token-expired kubelet credential provider
    E0302 10:11:12.130301 1201 azure_credentials.go:120] Failed to ensure fresh service principal token: adal: Refresh request failed. Status Code = '401'. Response body: {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."} Endpoint https://login.microsoftonline.com/t/oauth2/token
    === identity-missing kubelet credential provider
    E0302 10:11:12.130301 1201 plugin.go:91] Failed getting credential from external registry credential provider: error execing credential provider plugin acr-credential-provider for image harbourline.azurecr.io/orders: exit status 1: failed to get credentials: ManagedIdentityCredential authentication failed. GET http://169.254.169.254/metadata/identity/oauth2/token RESPONSE 400 Bad Request {"error":"invalid_request","error_description":"Identity not found"}
    === no-pull-right Jenkins log around docker
    [Pipeline] sh
    + docker pull kestrel/private-web:7
    Error response from daemon: pull access denied for kestrel/private-web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied
    script returned exit code 1
    === no-pull-right docker compose
    ✘ web Error pull access denied for kestrel/private-web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied
    === network-timeout ctr
    ctr: failed to resolve reference "registry.k8s.io/pause:3.9": failed to do request: Head "https://registry.k8s.io/v2/pause/manifests/3.9": dial tcp 34.96.108.209:443: i/o timeout
    === not-found buildkit
    ERROR: failed to solve: harbourline.azurecr.io/base:9: failed to resolve source metadata for harbourline.azurecr.io/base:9: harbourline.azurecr.io/base:9: not found
    === forbidden-network az acr check-health
    An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
    Access to registry 'harbourline.azurecr.io' was denied. Response code: 403. Please see https://aka.ms/acr/errors#connectivity_refresh_token_error: client with IP '1.2.3.4' is not allowed access. Refer https://aka.ms/acr/firewall
    """#
}
