/// Texts as people post them about the image itself, the node, and the runtime.
enum WorldImage {
  static let rows = #"""
    === not-found docker, manifest unknown
    Failed to pull image "nginx:1.99": rpc error: code = Unknown desc = Error response from daemon: manifest for nginx:1.99 not found: manifest unknown: manifest unknown
    === not-found ACR tag
    Error response from daemon: manifest for harbourline.azurecr.io/orders:2.4 not found: manifest unknown: manifest tagged by "2.4" is not found
    === not-found containerd with the code
      Warning  Failed     5s (x2 over 20s)   kubelet            Failed to pull image "nginx:1.99": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:1.99": failed to resolve reference "docker.io/library/nginx:1.99": docker.io/library/nginx:1.99: not found
    === not-found CRI-O
    Failed to pull image "quay.io/keel/op:9": rpc error: code = Unknown desc = reading manifest 9 in quay.io/keel/op: manifest unknown
    === not-found repository, ECR
    Error response from daemon: repository 123456789012.dkr.ecr.eu-west-1.amazonaws.com/gul not found: name unknown: The repository with name 'gul' does not exist in the registry with id '123456789012'
    === not-found GCR tag
    Error response from daemon: manifest for gcr.io/moorings/api:v9 not found: manifest unknown: Failed to fetch "v9" from request "/v2/moorings/api/manifests/v9".
    === not-found GAR repository
    Failed to pull image "us-docker.pkg.dev/moorings/web/x:1": rpc error: code = NotFound desc = failed to pull and unpack image "us-docker.pkg.dev/moorings/web/x:1": failed to resolve reference "us-docker.pkg.dev/moorings/web/x:1": us-docker.pkg.dev/moorings/web/x:1: not found
    === not-found skopeo inspect
    FATA[0001] Error parsing image name "docker://registry.pier.example/app:2": reading manifest 2 in registry.pier.example/app: name unknown: repository name not known to registry
    === not-found docker 1.x
    Failed to pull image "keel/none:1": image pull failed for keel/none:1, this may be because there are no credentials on this request.  details: (Error: image keel/none:1 not found)
    === not-found crictl
    E0302 10:11:12.130301   12345 remote_image.go:180] "PullImage from image service failed" err="rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:1.99\": failed to resolve reference \"docker.io/library/nginx:1.99\": docker.io/library/nginx:1.99: not found" image="nginx:1.99"
    FATA[0001] pulling image: rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:1.99": failed to resolve reference "docker.io/library/nginx:1.99": docker.io/library/nginx:1.99: not found
    === not-found nerdctl
    FATA[0002] failed to resolve reference "registry.pier.example/app:2": registry.pier.example/app:2: not found
    === not-found kubelet log, twice escaped
    E0302 10:11:12.130301 1201 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"web\" with ErrImagePull: \"rpc error: code = NotFound desc = failed to pull and unpack image \\\"docker.io/library/nginx:1.99\\\": failed to resolve reference \\\"docker.io/library/nginx:1.99\\\": docker.io/library/nginx:1.99: not found\"" pod="default/web" podUID="0c1d"
    === not-found article style, code in the middle
    Warning  Failed  8m  kubelet  Failed to pull image "registry.corp.example/team/api:v1.4.2":
    rpc error: code = NotFound desc = manifest unknown
    === blob-missing docker
    Error response from daemon: blob unknown to registry
    === blob-missing containerd
    Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = NotFound desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:aa11 (application/vnd.oci.image.layer.v1.tar+gzip) from remote: not found
    === platform-mismatch docker on a Mac with an M chip
    no matching manifest for linux/arm64/v8 in the manifest list entries
    === platform-mismatch Windows host
    latest: Pulling from library/nginx
    no matching manifest for windows/amd64 10.0.17763 in the manifest list entries
    === platform-mismatch Windows image on another build
    Failed to pull image "mcr.microsoft.com/windows/servercore:1803": rpc error: code = Unknown desc = a Windows version 10.0.17134-based image is incompatible with a 10.0.17763 host
    === platform-mismatch Windows on Linux
    Error response from daemon: image operating system "windows" cannot be used on this platform
    === platform-mismatch containerd
    Failed to pull image "registry.pier.example/amd-only:1": rpc error: code = NotFound desc = failed to pull and unpack image "registry.pier.example/amd-only:1": no match for platform in manifest sha256:aa11: not found
    === platform-mismatch podman
    Error: choosing an image from manifest list docker://quay.io/keel/op:1: no image found in manifest list for architecture "arm64", variant "v8", OS "linux"
    === platform-mismatch crash with exec format error
    NAME                   READY   STATUS             RESTARTS      AGE
    web-5d7f9c8b6d-4x2zl   0/1     CrashLoopBackOff   5 (60s ago)   4m
    $ kubectl logs web-5d7f9c8b6d-4x2zl
    exec /usr/local/bin/docker-entrypoint.sh: exec format error
    === unsupported-image schema 1, containerd 2.1
    Failed to pull image "registry.pier.example/old:1": rpc error: code = InvalidArgument desc = failed to pull and unpack image "registry.pier.example/old:1": schema 1 image manifests are no longer supported: invalid argument
    === unsupported-image media type since 2.0
    failed to pull and unpack image "registry.pier.example/old:1": media type "application/vnd.docker.distribution.manifest.v1+prettyjws" is no longer supported since containerd v2.0, please rebuild the image as "application/vnd.docker.distribution.manifest.v2+json" or "application/vnd.oci.image.manifest.v1+json"
    === unsupported-image helm chart
    Error response from daemon: unsupported media type application/vnd.cncf.helm.config.v1+json
    === unsupported-image docker, unknown artifact
    Error response from daemon: missing or empty Content-Type header... unsupported manifest media type and no default available: application/vnd.oci.artifact.manifest.v1+json
    === signature-rejected CRI-O
    Failed to pull image "registry.pier.example/app:1": SignatureValidationFailed: Source image rejected: A signature was required, but no signature exists
    === signature-rejected admission
    Error creating: admission webhook "policy.sigstore.dev" denied the request: validation failed: failed policy: signed-only: spec.containers[0].image registry.pier.example/app@sha256:aa11 no matching signatures
    === corrupt-layer commit
    Failed to pull image "registry.pier.example/app:1": rpc error: code = FailedPrecondition desc = failed to pull and unpack image "registry.pier.example/app:1": failed commit on ref "layer-sha256:aa11": unexpected commit digest sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, expected sha256:aa11: failed precondition
    === corrupt-layer docker
    filesystem layer verification failed for digest sha256:aa11
    === corrupt-layer bad tar
    failed to register layer: Error processing tar file(exit status 1): archive/tar: invalid tar header
    === corrupt-layer short archive
    failed to register layer: Error processing tar file(exit status 1): unexpected EOF
    === disk-full containerd
    Failed to pull image "registry.pier.example/big:1": rpc error: code = Unknown desc = failed to pull and unpack image "registry.pier.example/big:1": failed to extract layer sha256:aa11: write /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/3305/fs/opt/model.bin: no space left on device: unknown
    === disk-full docker
    failed to register layer: Error processing tar file(exit status 1): write /usr/lib/libLLVM.so: no space left on device
    === disk-full podman
    Error: copying system image from manifest list: writing blob: adding layer with blob "sha256:aa11": processing tar file(write /usr/bin/x: no space left on device): exit status 1
    === disk-full Windows
    Failed to pull image "mcr.microsoft.com/windows/servercore:ltsc2022": rpc error: code = Unknown desc = failed to pull and unpack image "mcr.microsoft.com/windows/servercore:ltsc2022": failed to extract layer sha256:aa11: hcsshim::ImportLayer failed in Win32: There is not enough space on the disk. (0x70): unknown
    === layer-extract user namespaces
    Failed to pull image "registry.pier.example/app:1": rpc error: code = Unknown desc = failed to pull and unpack image "registry.pier.example/app:1": failed to extract layer sha256:aa11: mount callback failed on /tmp/containerd-mount123: lchown /etc/x: invalid argument: unknown
    === layer-extract podman id mapping
    Error: copying system image: writing blob: adding layer with blob "sha256:aa11": ApplyLayer exit status 1 stdout:  stderr: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/gshadow): Check /etc/subuid and /etc/subgid: lchown /etc/gshadow: invalid argument
    === layer-extract Windows, hcsshim
    Failed to pull image "winpier.azurecr.io/role:v1": rpc error: code = 2 desc = failed to register layer: re-exec error: exit status 1: output: time="2018-01-23T05:26:56Z" level=error msg="hcsshim::ImportLayer failed in Win32: The system cannot find the file specified. (0x2)"
    === layer-extract containerd 2, permission
    failed to pull and unpack image "registry.pier.example/app:1": failed to extract layer (application/vnd.oci.image.layer.v1.tar+gzip sha256:aa11) to overlayfs as "extract-123-abc sha256:bb22": failed to mount /var/lib/containerd/tmpmounts/containerd-mount1: operation not permitted
    === layer-extract kind in a container, overlay
    failed to extract layer sha256:aa11: failed to convert whiteout file "var/lib/.wh.x": operation not permitted: unknown
    === pull-cancelled Canceled
    Failed to pull image "registry.pier.example/big:1": rpc error: code = Canceled desc = failed to pull and unpack image "registry.pier.example/big:1": context canceled
    === pull-cancelled words only
    Failed to pull image "registry.pier.example/big:1": rpc error: code = Unknown desc = context canceled
    === invalid-name kubelet event
      Warning  InspectFailed  3s (x6 over 60s)  kubelet            Failed to apply default image tag "registry.pier.example/Web:1": couldn't parse image name "registry.pier.example/Web:1": invalid reference format: repository name (Web) must be lowercase
      Warning  Failed         3s (x6 over 60s)  kubelet            Error: InvalidImageName
    === invalid-name docker
    docker: invalid reference format: repository name (library/MyApp) must be lowercase.
    === invalid-name docker, no words about case
    docker: invalid reference format.
    See 'docker run --help'.
    === invalid-name CRI-O short name
    Failed to inspect image "": rpc error: code = Unknown desc = short-name "nginxx:latest" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"
    === invalid-name CRI-O enforcing mode
    Failed to pull image "postgres:15": rpc error: code = Unknown desc = short-name resolution enforced but cannot prompt without a TTY
    === invalid-name CRI-O 1.34
    Failed to inspect image "nginx": rpc error: code = Unknown desc = short name mode is enforcing, but image name nginx:latest returns ambiguous list
    === never-pull kubelet event
      Warning  ErrImageNeverPull  3s (x5 over 47s)  kubelet            Container image "myapp:dev" is not present with pull policy of Never
      Warning  Failed             3s (x5 over 47s)  kubelet            Error: ErrImageNeverPull
    === never-pull table of pods
    NAME    READY   STATUS              RESTARTS   AGE
    myapp   0/1     ErrImageNeverPull   0          65s
    === invalid-name table of pods
    NAMESPACE   NAME    READY   STATUS             RESTARTS   AGE
    default     myapp   0/1     InvalidImageName   0          65s
    === pull-qps node limit
    Failed to pull image "registry.pier.example/app:1": pull QPS exceeded
    === pull-secret-missing event alone with the back-off
    Events:
      Type     Reason                           Age                  From               Message
      ----     ------                           ----                 ----               -------
      Warning  FailedToRetrieveImagePullSecret  2m (x12 over 4m)     kubelet            Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.
      Normal   BackOff                          2m (x12 over 4m)     kubelet            Back-off pulling image "registry.pier.example/app:1"
    === pull-secret-missing loose, beside the anonymous refusal
    3m  Warning  FailedToRetrieveImagePullSecret  pod/web  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.
    3m  Warning  Failed  pod/web  Failed to pull image "harbourline.azurecr.io/orders:2.3": failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized
    === not-found an item of a list of events, as YAML
    - apiVersion: v1
      count: 3
      involvedObject:
        kind: Pod
        name: registry-v1-j6noi
      kind: Event
      message: 'Failed to pull image "quay.io/pier/registry:v2": rpc error: code = NotFound
        desc = failed to pull and unpack image "quay.io/pier/registry:v2": failed to resolve
        reference "quay.io/pier/registry:v2": quay.io/pier/registry:v2: not found'
      reason: Failed
    === pull-secret-missing the event alone, in a table
    NAMESPACE   LAST SEEN   TYPE      REASON                            OBJECT                               MESSAGE
    operators   109s        Warning   FailedToRetrieveImagePullSecret   pod/operator-7d5cb4bc84-cgkrv   Unable to retrieve some image pull secrets (operator-registry); attempting to pull the image may not succeed.
    === pull-secret-missing line of an older kubelet
    W0707 09:20:09.034548   59778 kubelet_pods.go:883] Unable to retrieve pull secret shop/registry-key for shop/web-5m29 due to secret "registry-key" not found.  The image pull may not succeed.
    === nothing a secret is missing, and the image came all the same
    3m  Warning  FailedToRetrieveImagePullSecret  pod/web  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.
    3m  Normal  Pulled  pod/web  Successfully pulled image "nginx:1.27" in 1.4s (1.4s including waiting). Image size: 70123456 bytes.
    3m  Normal  Started  pod/web  Started container web
    === not-found old kubelet, the tag in brackets
    Failed to pull image "quay.io/pier/registry:v2.0.0-bob": image pull failed for quay.io/pier/registry:v2.0.0-bob, this may be because there are no credentials on this request.  details: (Tag v2.0.0-bob not found in repository quay.io/pier/registry)
    === not-found old kubelet, as YAML
    - apiVersion: v1
      count: 61
      involvedObject:
        kind: Pod
        name: registry-v1-j6noi
      kind: Event
      message: 'Failed to pull image "quay.io/pier/registry:v2.0.0-bob":
        image pull failed for quay.io/pier/registry:v2.0.0-bob, this
        may be because there are no credentials on this request.  details: (Tag v2.0.0-bob
        not found in repository quay.io/pier/registry)'
      reason: Failed
    === not-found the missing secret is beside the point
    3m  Warning  FailedToRetrieveImagePullSecret  pod/web  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.
    3m  Warning  Failed  pod/web  Failed to pull image "nginx:1.99": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:1.99": failed to resolve reference "docker.io/library/nginx:1.99": docker.io/library/nginx:1.99: not found
    === runtime-down docker
    Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
    === runtime-down kubelet
    Failed to pull image "nginx": rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: connection refused"
    === runtime-down crictl
    FATA[0000] validate service connection: validate CRI v1 image API for endpoint "unix:///run/containerd/containerd.sock": rpc error: code = Unimplemented desc = unknown service runtime.v1.ImageService
    === cause-lost back-off only
    Normal   BackOff    4m (x66 over 19m)    kubelet            Back-off pulling image "registry.pier.example/app:1"
    Warning  Failed     4m (x66 over 19m)    kubelet            Error: ImagePullBackOff
    === cause-lost table of pods
    NAME                      READY   STATUS             RESTARTS   AGE
    web-d986d5f5-s7rqg        0/1     ImagePullBackOff   0          23m
    === cause-lost table with a crash beside it
    NAME                      READY   STATUS             RESTARTS   AGE
    api-0                     0/1     CrashLoopBackOff   9          23m
    web-d986d5f5-s7rqg        0/1     ErrImagePull       0          23m
    === cause-lost kubelet log
    E0302 10:11:12.130301 1201 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"web\" with ImagePullBackOff: \"Back-off pulling image \\\"registry.pier.example/app:1\\\"\"" pod="default/web" podUID="0c1d"
    === no-credentials kubelet log of 1.32, cause in the back-off
    E0302 10:11:12.130301 1201 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"web\" with ImagePullBackOff: \"Back-off pulling image \\\"harbourline.azurecr.io/orders:2.3\\\": ErrImagePull: failed to pull and unpack image \\\"harbourline.azurecr.io/orders:2.3\\\": failed to resolve reference \\\"harbourline.azurecr.io/orders:2.3\\\": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized\"" pod="default/web" podUID="0c1d"
    === unauthorized journald, dockershim
    Sep 21 02:54:22 node-3 kubelet[3049]: E0921 02:54:22.452616    3049 kuberuntime_manager.go:767] container start failed: ErrImagePull: rpc error: code = Unknown desc = Error response from daemon: Get https://harbourline.azurecr.io/v2/orders/manifests/2.3: unauthorized: authentication required
    === network-timeout journald, pause image on dockershim
    Sep 21 02:54:22 minikube localkube[3049]: E0921 02:54:22.452616    3049 pod_workers.go:186] Error syncing pod c4c3, skipping: failed to "CreatePodSandbox" for "kube-addon-manager-minikube_kube-system(c4c3)" with CreatePodSandboxError: "CreatePodSandbox for pod \"kube-addon-manager-minikube_kube-system(c4c3)\" failed: rpc error: code = Unknown desc = failed pulling image \"gcr.io/google_containers/pause-amd64:3.0\": Error response from daemon: Get https://gcr.io/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)"
    === no-pull-right pause image, event line without its type
    FailedCreatePodSandBox  12s (x9 over 2m3s)  kubelet, pier-2  Failed create pod sandbox: rpc error: code = Unknown desc = failed pulling image "registry.pier.example/pause-amd64:3.1": Error response from daemon: pull access denied for registry.pier.example/pause-amd64, repository does not exist or may require 'docker login'
    === network-timeout pause image on containerd
    Warning  FailedCreatePodSandBox  11m (x2 over 12m)      kubelet            Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = failed to get sandbox image "rancher/mirrored-pause:3.6": failed to pull image "rancher/mirrored-pause:3.6": failed to pull and unpack image "docker.io/rancher/mirrored-pause:3.6": failed to resolve reference "docker.io/rancher/mirrored-pause:3.6": failed to do request: Head "https://registry-1.docker.io/v2/rancher/mirrored-pause/manifests/3.6": dial tcp 116.89.243.8:443: i/o timeout
    === network-timeout curly quotes from a translator
    `Warning FailedCreatePodSandBox 4s kubelet Failed to create pod sandbox: rpc error: code=Unknown desc=failed pulling image “registry.k8s.io/pause:3.6”: Error response from daemon: Head “https://asia-northeast1-docker.pkg.dev/v2/k8s-artifacts-prod/images/pause/manifests/3.6”: dial TCP 142.251.8.82:443: I/O timeout`
    === not-found names full of bait
    Failed to pull image "not-found.azurecr.io/eof/lookup-403:401-timeout": failed to pull and unpack image "not-found.azurecr.io/eof/lookup-403:401-timeout": failed to resolve reference "not-found.azurecr.io/eof/lookup-403:401-timeout": not-found.azurecr.io/eof/lookup-403:401-timeout: not found
    === forbidden names full of bait
    Failed to pull image "x509.azurecr.io/not-found/eof:no-such-host": failed to pull and unpack image "x509.azurecr.io/not-found/eof:no-such-host": failed to resolve reference "x509.azurecr.io/not-found/eof:no-such-host": unexpected status from HEAD request to https://x509.azurecr.io/v2/not-found/eof/manifests/no-such-host: 403 Forbidden
    === network-refused names full of bait, docker
    Error response from daemon: Get "https://denied.pier.example/v2/toomanyrequests/manifests/unauthorized": dial tcp 10.1.1.1:443: connect: connection refused
    === unauthorized App Service
    2026-03-02T10:11:12.130Z ERROR - DockerApiException: Docker API responded with status code=InternalServerError, response={"message":"Get https://harbourline.azurecr.io/v2/orders/manifests/2.3: unauthorized: authentication required"}
    === not-found App Service
    2026-03-02T10:11:12.130Z ERROR - DockerApiException: Docker API responded with status code=NotFound, response={"message":"manifest for harbourline.azurecr.io/orders:2.4 not found: manifest unknown: manifest tagged by \"2.4\" is not found"}
    === unknown a pull error that no rule knows
    Failed to pull image "registry.pier.example/app:1": rpc error: code = Unknown desc = the moon is in the wrong house
    """#
}
