/// One row per wording of kubelets, runtimes, registries and tools, old and new.
enum WorldFormats {
  static let rows = #"""
    === nothing kubelet pulls
    Pulling image "shop/web:1"
    === never-pull kubelet, policy
    Container image "shop/web:1" is not present with pull policy of Never
    === invalid-name kubelet, image reference
    Failed to apply default image tag "shop/web:": couldn't parse image reference "shop/web:": invalid reference format
    === runtime-down kubelet, inspection
    Failed to inspect image "shop/web:1": rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial unix /run/containerd/containerd.sock: connect: no such file or directory"
    === registry-error CRI-O prefix
    image pull failed for shop/web:1 because the registry is unavailable: received unexpected HTTP status: 503 Service Unavailable
    === network-refused CRI-O prefix with a telling tail
    RegistryUnavailable: pinging container registry 10.0.0.9:5000: Get "https://10.0.0.9:5000/v2/": dial tcp 10.0.0.9:5000: connect: connection refused
    === signature-rejected kubelet
    image pull failed for shop/web:1 because the signature validation failed: Source image rejected: Signature for identity shop/web:1 is not accepted
    === unauthorized kubelet of 2015
    image pull failed for tidewater.azurecr.io/web:1, this may be because there are no credentials on this request.  details: (unauthorized: authentication required)
    === no-credentials sandbox of EKS
    Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to pull image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to pull and unpack image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to resolve reference "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
    === credentials-refused sandbox of EKS with a stale token
    Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to pull image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to pull and unpack image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to resolve reference "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": unexpected status from HEAD request to https://602401143452.dkr.ecr.eu-west-1.amazonaws.com/v2/eks/pause/manifests/3.5: 401 Unauthorized
    === forbidden containerd 1.3
    failed to resolve reference "tidewater.azurecr.io/web:1": unexpected status code [manifests 1]: 403 Forbidden
    === unauthorized containerd 1.3
    failed to resolve reference "tidewater.azurecr.io/web:1": unexpected status code [manifests 1]: 401 Unauthorized
    === forbidden token, old words
    failed to resolve reference "tidewater.azurecr.io/web:1": failed to authorize: failed to fetch oauth token: unexpected status: 403 Forbidden
    === rate-limited token, old words
    failed to resolve reference "docker.io/library/redis:7": failed to authorize: failed to fetch anonymous token: unexpected status: 429 Too Many Requests
    === registry-error token, old words
    failed to resolve reference "docker.io/library/redis:7": failed to authorize: failed to fetch anonymous token: unexpected status: 503 Service Unavailable
    === network-timeout token endpoint
    failed to resolve reference "docker.io/library/redis:7": failed to authorize: failed to fetch anonymous token: Get "https://auth.docker.io/token?scope=repository%3Alibrary%2Fredis%3Apull&service=registry.docker.io": dial tcp 3.94.224.37:443: i/o timeout
    === connection-cut token endpoint
    failed to authorize: failed to fetch oauth token: Post "https://tidewater.azurecr.io/oauth2/token": EOF
    === token-expired insufficient beside an invalid token
    failed to resolve reference "tidewater.azurecr.io/web:1": pull access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed
    === platform-mismatch containerd names the manifest
    failed to pull and unpack image "shop/web:1": no match for platform in manifest sha256:aa11: not found
    === platform-mismatch transfer service
    Failed to pull image "shop/web:1": rpc error: code = NotFound desc = get image config descriptor: no match for platform in manifest: not found
    === corrupt-layer size
    failed commit on ref "manifest-sha256:aa11": "manifest-sha256:aa11" failed size validation: 610 != 609: failed precondition
    === corrupt-layer diff id, 2.3
    Failed to pull image "shop/web:1": failed to extract layer: wrong diff id "sha256:aa" calculated on extraction "sha256:bb", desc "sha256:cc"
    === layer-extract Windows, antivirus
    Failed to pull image "mcr.microsoft.com/windows/nanoserver:1809": rpc error: code = Unknown desc = failed to pull and unpack image "mcr.microsoft.com/windows/nanoserver:1809": failed to extract layer sha256:aa: hcsshim::ImportLayer failed in Win32: Access is denied. (0x5): unknown
    === connection-cut server closed
    failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://tidewater.azurecr.io/v2/web/blobs/sha256:aa": http: server closed idle connection
    === connection-cut short read
    failed to pull and unpack image "shop/web:1": failed to copy: short read: expected 1024 bytes but got 512: unexpected EOF
    === proxy connect cut
    failed to do request: Head "https://registry-1.docker.io/v2/library/redis/manifests/7": proxyconnect tcp: EOF
    === proxy name of the proxy
    Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp: lookup proxy.pier.example: no such host
    === proxy gateway timeout without a number
    failed to do request: Head "https://mcr.microsoft.com/v2/x/manifests/1": Gateway Timeout
    === proxy bad request without a number
    failed to resolve reference "shop.example/web:1": failed to do request: Head "https://shop.example/v2/web/manifests/1": Bad Request
    === proxy 407 in HTML
    Error response from daemon: error parsing HTTP 407 response body: invalid character '<' looking for beginning of value: "<html>"
    === dns old pinging words
    rpc error: code = Unknown desc = error pinging docker registry registry.pier.example: Get https://registry.pier.example/v2/: dial tcp: lookup registry.pier.example on 172.30.0.10:53: no such host
    === unauthorized CRI-O manifest
    Failed to pull image "registry.pier.example/web:1": rpc error: code = Unknown desc = Error reading manifest 1 in registry.pier.example/web: unauthorized: authentication required
    === no-pull-right CRI-O denied
    reading manifest latest in docker.io/shop/web: denied: requested access to the resource is denied
    === rate-limited CRI-O
    Failed to pull image "docker.io/library/redis:7": rpc error: code = Unknown desc = reading manifest 7 in docker.io/library/redis: toomanyrequests: You have reached your unauthenticated pull rate limit.
    === rate-limited CRI-O, plain
    initializing source docker://shop/web:1: too many requests to registry
    === registry-error CRI-O token
    initializing source docker://shop/web:1: Requesting bearer token: invalid status code from registry 503 (Service Unavailable)
    === signature-rejected podman policy
    Error: Source image rejected: Running image docker://shop/web:1 is rejected by policy.
    === platform-mismatch image index
    choosing image instance: no image found in image index for architecture "arm64", variant "v8", OS "linux"
    === disk-full commit
    Failed to pull image "shop/web:1": rpc error: code = Unknown desc = committing the finished image: copying layers and metadata for container "x": open /var/lib/containers/storage/tmp: no space left on device
    === unauthorized docker, unquoted URL
    rpc error: code = Unknown desc = Error response from daemon: Get https://tidewater.azurecr.io/v2/: unauthorized: authentication required
    === no-pull-right docker, old wording
    Error response from daemon: repository shop/web not found: does not exist or no pull access
    === not-found docker, repository
    Error response from daemon: repository tidewater.azurecr.io/webb not found: name unknown: repository name not known to registry
    === not-found Artifactory
    Error response from daemon: manifest for art.pier.example/docker/web:1 not found: manifest unknown: The named manifest is not known to the registry.
    === blob-unreachable docker, configuration from S3
    error pulling image configuration: download failed after attempts=6: EOF
    === blob-unreachable docker, certificate of the CDN
    error pulling image configuration: Get https://production.cloudflare.docker.com/registry-v2/docker/registry/v2/blobs/sha256/aa/aa/data?verify=1: x509: certificate signed by unknown authority
    === unauthorized docker, HTML
    Error response from daemon: error parsing HTTP 401 response body: invalid character '<' looking for beginning of value: "<html>"
    === not-found docker, empty 404
    Error response from daemon: error parsing HTTP 404 response body: unexpected end of JSON input: ""
    === registry-error docker, 500
    Error response from daemon: error parsing HTTP 500 response body: unexpected end of JSON input: ""
    === unsupported-image App Service
    DockerApiException: Docker API responded with status code=InternalServerError, response={"message":"unsupported manifest media type and no default available: application/vnd.oci.empty.v1+json"}
    === layer-extract docker, id mapping
    failed to register layer: Container ID 197609 cannot be mapped to a host ID
    === network-timeout docker, Client.Timeout
    Error response from daemon: Get "https://tidewater.azurecr.io/v2/": net/http: request canceled (Client.Timeout exceeded while awaiting headers)
    === unauthorized JSON body
    failed to do request: Get "https://tidewater.azurecr.io/v2/web/manifests/1": {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}
    === no-pull-right JSON body
    unexpected status from GET request to https://shop.example/v2/web/manifests/1: {"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}
    === not-found JSON body
    unexpected response from https://shop.example/v2/web/manifests/1: {"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{"Tag":"1"}}]}
    === not-found JSON body, repository
    unexpected response from https://shop.example/v2/web/manifests/1: {"errors":[{"code":"NAME_UNKNOWN","message":"repository name not known to registry"}]}
    === blob-missing JSON body
    unexpected response from https://shop.example/v2/web/blobs/sha256:aa: {"errors":[{"code":"BLOB_UNKNOWN","message":"blob unknown to registry"}]}
    === rate-limited JSON body
    unexpected response from https://shop.example/v2/web/manifests/1: {"errors":[{"code":"TOOMANYREQUESTS","message":"too many requests"}]}
    === registry-error JSON body
    unexpected response from https://shop.example/v2/web/manifests/1: {"errors":[{"code":"UNAVAILABLE","message":"service unavailable"}]}
    === credentials-refused ACR service principal
    Error response from daemon: Get "https://tidewater.azurecr.io/v2/": unauthorized: aad access token with sp failed client id must be guid
    === rate-limited ACR tier
    toomanyrequests: Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix for more information.
    === no-pull-right quay through containerd
    failed to resolve reference "quay.io/keel/op:1": unauthorized: access to the requested resource is not authorized
    === dns check-acr
    Checking host name resolution (tidewater.azurecr.io): FAILED
    Failed to resolve specified fqdn tidewater.azurecr.io: lookup tidewater.azurecr.io on 10.0.0.10:53: no such host
    === unauthorized check-acr, token exchange
    Validating image pull permission: FAILED
    ACR tidewater.azurecr.io rejected token exchange: ACR token exchange endpoint returned error status: 401. body: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}
    === forbidden check-acr, token exchange
    ACR tidewater.azurecr.io rejected token exchange: ACR token exchange endpoint returned error status: 403. body: 
    === forbidden-network check-acr, token exchange names the address
    ACR tidewater.azurecr.io rejected token exchange: ACR token exchange endpoint returned error status: 403. body: {"errors":[{"code":"DENIED","message":"client with IP '20.1.2.3' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}
    === network-timeout check-acr, token exchange
    Validating image pull permission: FAILED
    ACR tidewater.azurecr.io rejected token exchange: failed to send token exchange request: Post "https://tidewater.azurecr.io/oauth2/exchange": dial tcp 20.1.2.3:443: i/o timeout
    === nothing check-acr proves too little to call a pull well
    [2026-03-02T10:11:12Z] Your cluster can pull images from tidewater.azurecr.io!
    === forbidden Container Apps
    Failed to construct registry secret for registry 'tidewater.azurecr.io' for ContainerApp 'web'. Error: ACR token exchange endpoint returned error status: 403. body: 
    === registry-error credential provider, challenge
    azure_acr_helper.go:120] registry did not issue a valid AAD challenge, status: 200
    === forbidden credential provider, challenge
    azure_acr_helper.go:120] registry did not issue a valid AAD challenge, status: 403
    === network-timeout credential provider
    failed to receive challenge: error reaching registry endpoint https://tidewater.azurecr.io/v2/, error: Get "https://tidewater.azurecr.io/v2/": dial tcp 10.1.0.5:443: i/o timeout
    === no-pull-right several lines of CRI-O in a log
    time="2026-03-02T10:11:12Z" level=error msg="Error pulling image: initializing source docker://shop/web:1: reading manifest 1 in docker.io/shop/web: errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n"
    === not-image-pull:sandbox-network nothing but a sandbox that is slow
    Warning  FailedCreatePodSandBox  12s  kubelet  Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded
    === healthy pulled at last
    Events:
      Type     Reason   Age   From     Message
      ----     ------   ---   ----     -------
      Warning  Failed   9m    kubelet  Failed to pull image "shop/web:1": rpc error: code = Unknown desc = context deadline exceeded
      Normal   Pulled   8m    kubelet  Successfully pulled image "shop/web:1" in 20s
      Normal   Created  8m    kubelet  Created container web
      Normal   Started  8m    kubelet  Started container web
    === platform-mismatch start fails in an event
    Warning  Failed  12s (x3 over 40s)  kubelet  Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app": exec format error: unknown
    === platform-mismatch standard_init_linux
    standard_init_linux.go:228: exec user process caused: exec format error
    === network-timeout kubelet journal with a host prefix and colours
    Mar 02 10:11:12 aks-np1 kubelet[1201]: [31mE0302 10:11:12.130301[0m    1201 log.go:32] "PullImage from image service failed" err="rpc error: code = Unknown desc = failed to pull and unpack image \"tidewater.azurecr.io/web:1\": failed to resolve reference \"tidewater.azurecr.io/web:1\": failed to do request: Head \"https://tidewater.azurecr.io/v2/web/manifests/1\": dial tcp 20.1.2.3:443: i/o timeout" image="tidewater.azurecr.io/web:1"
    === not-found kubectl get events, wide
    LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT                SOURCE          MESSAGE                                FIRST SEEN   COUNT   NAME
    12s         Normal    Pulling   pod/web-0   spec.containers{web}     kubelet, n1     Pulling image "shop/web:9"             40s          3       web-0.17
    10s         Warning   Failed    pod/web-0   spec.containers{web}     kubelet, n1     Failed to pull image "shop/web:9": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:9": failed to resolve reference "docker.io/shop/web:9": docker.io/shop/web:9: not found   38s   3   web-0.18
    10s         Warning   Failed    pod/web-0   spec.containers{web}     kubelet, n1     Error: ErrImagePull                    38s          3       web-0.19
    === not-found old describe columns
    Events:
      FirstSeen	LastSeen	Count	From			SubObjectPath		Type		Reason		Message
      ---------	--------	-----	----			-------------		--------	------		-------
      1m		5s		4	kubelet, node-1	spec.containers{web}	Normal		Pulling		pulling image "shop/web:9"
      1m		5s		4	kubelet, node-1	spec.containers{web}	Warning		Failed		Failed to pull image "shop/web:9": rpc error: code = 2 desc = manifest for shop/web:9 not found
    === not-found Helm test output with emoji
    ✗ pod/web-0: ❌ ErrImagePull — rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:9": failed to resolve reference "docker.io/shop/web:9": docker.io/shop/web:9: not found
    === not-found bold markdown
    **Failed to pull image "shop/web:9": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:9": failed to resolve reference "docker.io/shop/web:9": docker.io/shop/web:9: not found**
    === not-found a table of Markdown
    | Warning | Failed | 5s (x2 over 20s) | kubelet | Failed to pull image "shop/web:9": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:9": failed to resolve reference "docker.io/shop/web:9": docker.io/shop/web:9: not found |
    === runtime-config k3s registries.yaml mirror
    Failed to pull image "rancher/mirrored-pause:3.6": failed to pull and unpack image "docker.io/rancher/mirrored-pause:3.6": failed to resolve reference "docker.io/rancher/mirrored-pause:3.6": failed to do request: Head "https://harbor.pier.example/v2/rancher/mirrored-pause/manifests/3.6?ns=docker.io": tls: failed to verify certificate: x509: certificate signed by unknown authority
    === nothing kubectl cannot resolve its server
    Unable to connect to the server: dial tcp: lookup web-dns-1234.hcp.westeurope.azmk8s.io on 10.0.0.10:53: no such host
    === nothing kubectl is forbidden
    Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "shop"
    === nothing kubectl is not logged in
    error: You must be logged in to the server (Unauthorized)
    === nothing web server log
    10.0.0.7 - - [02/Mar/2026:10:11:12 +0000] "GET /lookup/timeout HTTP/1.1" 403 512 "-" "curl/8.5"
    10.0.0.7 - - [02/Mar/2026:10:11:13 +0000] "GET /not-found HTTP/1.1" 404 12 "-" "EOF-agent"
    === nothing application cannot reach its database
    2026/03/02 10:11:12 dial tcp: lookup postgres on 10.0.0.10:53: no such host
    2026/03/02 10:11:12 x509: certificate signed by unknown authority
    === nothing package manager
    npm ERR! 403 Forbidden - GET https://registry.npmjs.org/left-pad - You do not have permission
    npm ERR! network request to https://registry.npmjs.org/left-pad failed, reason: connect ETIMEDOUT
    === not-image-pull:probe beside a registry of one's own
    Warning  Unhealthy  12s (x8 over 76s)  kubelet  Readiness probe failed: Get "https://10.1.2.3:5000/v2/": x509: certificate signed by unknown authority
    === not-image-pull:crash container of a registry proxy crashes
    NAME               READY   STATUS             RESTARTS   AGE
    registry-cache-0   0/1     CrashLoopBackOff   5          9m
    $ kubectl logs registry-cache-0
    time="2026-03-02T10:11:12Z" level=error msg="response completed with error" err.code="manifest unknown" http.request.uri="/v2/library/redis/manifests/7"
    === healthy all pods of a namespace run
    NAME                    READY   STATUS      RESTARTS      AGE
    web-0                   1/1     Running     3 (9d ago)    24d
    migrate-28491-x2x4z     0/1     Completed   0             2d
    === not-image-pull:eviction table of pods
    NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE
    shop        web-0   0/1     Evicted   0          2d
    === not-image-pull:crash init container in a table
    NAME    READY   STATUS                  RESTARTS      AGE
    web-0   0/1     Init:CrashLoopBackOff   4 (31s ago)   3m
    === cause-lost init container in a table
    NAME    READY   STATUS                  RESTARTS   AGE     IP         NODE
    web-0   0/2     Init:ImagePullBackOff   0          3m11s   10.1.0.7   node-1
    === layer-extract parent snapshot is gone
    Failed to pull image "shop/web:1": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:1": failed to prepare extraction snapshot "extract-795-7389 sha256:aa": parent snapshot sha256:bb does not exist: not found
    === layer-extract snapshot folder is gone
    FATA[0000] pulling image failed: rpc error: code = Unknown desc = failed to pull and unpack image "shop/web:1": failed to unpack image on snapshotter overlayfs: failed to prepare extraction snapshot "extract-814-Dsfj sha256:aa": failed to stat parent: stat /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/112/fs: no such file or directory
    === layer-extract content store lost a blob after a power failure
    containerd[15986]: time="2025-09-11T00:05:51+08:00" level=error msg="PullImage \"shop/web:1\" failed" error="rpc error: code = NotFound desc = failed to pull and unpack image \"shop/web:1\": failed to extract layer sha256:aa: failed to get reader from content store: blob sha256:bb expected at /var/lib/containerd/io.containerd.content.v1.content/blobs/sha256/bb: blob not found: not found"
    === layer-extract content digest not found
    Failed to pull image "shop/web:1": rpc error: code = Unknown desc = failed to pull and unpack image "docker.io/shop/web:1": failed to unpack image on snapshotter overlayfs: content digest sha256:aa: not found
    === layer-extract Windows, antivirus on docker
    Failed to pull image "shop/web:nano": rpc error: code = Unknown desc = failed to register layer: re-exec error: exit status 1: output: remove \\?\C:\ProgramData\docker\windowsfilter\aa\UtilityVM\Files\Windows\System32\diagtrack.dll: Access is denied.
    === pull-cancelled while a layer was unpacked
    Failed to pull image "shop/web:1": rpc error: code = Canceled desc = failed to pull and unpack image "shop/web:1": failed to extract layer sha256:aa: context canceled: unknown
    === unknown a layer that another pull holds
    Failed to pull image "shop/web:1": rpc error: code = Unavailable desc = failed to pull and unpack image "docker.io/shop/web:1": failed to copy: ref layer-sha256:aa locked for 15.2s (since 2026-03-02): unavailable
    === unknown a lease of the runtime
    Failed to pull image "shop/web:1": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/shop/web:1": lease does not exist: not found
    === blob-missing docker says it the other way round
    error pulling image configuration: download failed after attempts=1: unknown blob
    === cause-lost kubectl logs
    Error from server (BadRequest): container "web" in pod "web-0" is waiting to start: trying and failing to pull image
    === forbidden docker 1.x status
    Error: Status 403 trying to pull repository moorings/web: "Unable to access the repository: moorings/web; please verify that it exists and you have permission to access it."
    === unsupported-image CRI-O with OCI images
    FATA[0002] pulling image failed: rpc error: code = Unknown desc = unsupported docker v2s2 media type: "application/vnd.oci.image.layer.v1.tar+gzip"
    === invalid-name transport in front
    FATA[0000] pulling image failed: rpc error: code = 2 desc = Invalid image name "nginx:latest", unknown transport "nginx"
    === registry-error proxy of Docker Hub answers 400
    FATA[0037] pulling image: failed to pull and unpack image "docker.io/library/nginx:latest": failed to copy: httpReadSeeker: failed open: unexpected status code https://docker.mirror.example/v2/library/nginx/blobs/sha256:aa?ns=docker.io: 400 Bad Request
    === not-image-pull:sandbox-network Windows sandbox, docker
    27m Warning FailedCreatePodSandBox pod/web Failed to create pod sandbox: rpc error: code = Unknown desc = failed to start sandbox container for pod "web": Error response from daemon: hcsshim::PrepareLayer - failed failed in Win32: The device is not ready. (0x15)
    === credentials-refused pause image of EKS in the middle of an event table
      Normal   Scheduled               18s               default-scheduler  Successfully assigned ui/web to ip-172-31-47-25.ap-south-1.compute.internal
      Warning  FailedCreatePodSandBox  7s (x2 over 18s)  kubelet            Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "602401143452.dkr.ecr.ap-south-1.amazonaws.com/eks/pause:3.5": failed to pull image "602401143452.dkr.ecr.ap-south-1.amazonaws.com/eks/pause:3.5": failed to pull and unpack image "602401143452.dkr.ecr.ap-south-1.amazonaws.com/eks/pause:3.5": failed to resolve reference "602401143452.dkr.ecr.ap-south-1.amazonaws.com/eks/pause:3.5": unexpected status from HEAD request to https://602401143452.dkr.ecr.ap-south-1.amazonaws.com/v2/eks/pause/manifests/3.5: 401 Unauthorized
    === no-credentials FailedSync of 2016, wrapped
    2016-05-04 22:09:51 +0200 CEST   2016-05-04 22:12:47 +0200 CEST   5         zre       Pod                              Warning   FailedSync   {kubelet ip-172-16-4-25.eu-west-1.compute.intern
    al}   Error syncing pod, skipping: failed to "StartContainer" for "zre" with ErrImagePull: "API error (500): Get https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/zre/manifests/latest:
     no basic auth credentials\n"
    === cause-lost events without their cause, old kubectl
    Events:
      Type     Reason     Age                  From                     Message
      Normal   Scheduled  <unknown>            default-scheduler        Successfully assigned metrics/adapter to aksw118800000j
      Normal   Pulling    29m (x4 over 30m)    kubelet, aksw118800000j  Pulling image "mcr.example/k8s/adapter:latest"
      Warning  Failed     29m (x4 over 30m)    kubelet, aksw118800000j  Error: ErrImagePull
      Normal   BackOff    38s (x133 over 30m)  kubelet, aksw118800000j  Back-off pulling image "mcr.example/k8s/adapter:latest"
    === registry-error ACR with an error of its own
      Warning  Failed     21s (x2 over 34s)  kubelet, k8s-linuxpool-0  Failed to pull image "tidewater.azurecr.io/broker:v1.6.0": rpc error: code = Unknown desc = Error response from daemon: Get https://tidewater.azurecr.io/v2/broker/manifests/v1.6.0: received unexpected HTTP status: 500 Internal Server Error
    === unauthorized names made unreadable
    Failed to pull image "<redacted>.azurecr.io/<redacted>": rpc error: code = Unknown desc = Error response from daemon: Get https://<redacted>.azurecr.io/v2/<redacted>: unauthorized: authentication required
    === unauthorized names made unreadable, containerd 1.4
    Failed to pull image "registry.app.xxx.net/XXXXX/web:1": rpc error: code = Unknown desc = failed to pull and unpack image "registry.app.xxx.net/abc/web:1": failed to resolve reference "registry.app.xxx.net/abc/web:1": pulling from host registry.app.xxx.net failed with status code [manifests 1]: 401 Unauthorized
    === not-found names made unreadable with stars
    Failed to pull image "****/web:1": rpc error: code = NotFound desc = failed to pull and unpack image "****/web:1": failed to resolve reference "****/web:1": ****/web:1: not found
    """#
}
