/// Texts as people post them when a registry refuses: title, wanted class, and the text.
enum WorldAuth {
  static let rows = #"""
    === unauthorized dockershim against ACR, get-events style
    12m         Warning   Failed      pod/orders-6d9c7f5d4b-m2v8q   Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = Error response from daemon: Get https://harbourline.azurecr.io/v2/orders/manifests/2.3: unauthorized: authentication required
    === unauthorized docker names the ACR help page
    Error response from daemon: Head "https://harbourline.azurecr.io/v2/orders/manifests/2.3": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information. CorrelationId: 3c1e9b52-6a53-4e1c-9d55-0b5d7d7f6f0e
    === no-credentials containerd 1.5, no URL
    Warning  Failed     10s (x2 over 25s)  kubelet            Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized
    === credentials-refused containerd 1.4 oauth
    Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized
    === credentials-refused list of oauth and anonymous refusals
    Failed to pull image "harbourline.azurecr.io/orders:2.3": [rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized, rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized]
    === not-found list: the tag is missing, the anonymous refusal is noise
    Failed to pull image "harbourline.azurecr.io/orders:2.4": [rpc error: code = NotFound desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.4": failed to resolve reference "harbourline.azurecr.io/orders:2.4": harbourline.azurecr.io/orders:2.4: not found, failed to pull and unpack image "harbourline.azurecr.io/orders:2.4": failed to resolve reference "harbourline.azurecr.io/orders:2.4": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized]
    === platform-mismatch list: platform beside the anonymous refusal
    Failed to pull image "harbourline.azurecr.io/orders:arm": [rpc error: code = NotFound desc = failed to pull and unpack image "harbourline.azurecr.io/orders:arm": no match for platform in manifest: not found, failed to pull and unpack image "harbourline.azurecr.io/orders:arm": failed to resolve reference "harbourline.azurecr.io/orders:arm": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Aorders%3Apull&service=harbourline.azurecr.io: 401 Unauthorized]
    === blob-missing list of three
    Failed to pull image "harbourline.azurecr.io/maps:11.1": [rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/maps:11.1": failed to resolve reference "harbourline.azurecr.io/maps:11.1": failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://harbourline.azurecr.io/oauth2/token: 401 Unauthorized, rpc error: code = NotFound desc = failed to pull and unpack image "harbourline.azurecr.io/maps:11.1": failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:8f2fc2b4a9c0de6e1dbba3c0f3b0f8c2f5a1f7d53b3e3a3b6bb7a0d7c5de1a10 (application/vnd.docker.image.rootfs.diff.tar.gzip) from remote: not found, rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/maps:11.1": failed to resolve reference "harbourline.azurecr.io/maps:11.1": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://harbourline.azurecr.io/oauth2/token?scope=repository%3Amaps%3Apull&service=harbourline.azurecr.io: 401 Unauthorized]
    === no-pull-right token without the right scope
    Failed to pull image "quayside.azurecr.io/team/app:1": failed to pull and unpack image "quayside.azurecr.io/team/app:1": failed to resolve reference "quayside.azurecr.io/team/app:1": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    === no-pull-right ABAC pair
    Back-off pulling image "quayside.azurecr.io/team/app:1": ErrImagePull: [failed to pull and unpack image "quayside.azurecr.io/team/app:1": failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed, failed to pull and unpack image "quayside.azurecr.io/team/app:1": failed to resolve image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://quayside.azurecr.io/oauth2/token?scope=repository%3Ateam%2Fapp%3Apull&service=quayside.azurecr.io: 401 Unauthorized]
    === no-pull-right Docker Hub through dockershim
      Warning  Failed     4s               kubelet            Failed to pull image "falconapp:latest": rpc error: code = Unknown desc = Error response from daemon: pull access denied for falconapp, repository does not exist or may require 'docker login': denied: requested access to the resource is denied
    === no-pull-right docker run prints a progress line first
    $ docker run -d --name web kestrel/private-web
    Unable to find image 'kestrel/private-web:latest' locally
    docker: Error response from daemon: pull access denied for kestrel/private-web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied.
    See 'docker run --help'.
    === no-pull-right kind with a local image
    Failed to pull image "myapp:dev": failed to pull and unpack image "docker.io/library/myapp:dev": failed to resolve reference "docker.io/library/myapp:dev": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    === no-pull-right CRI-O, two errors on lines of their own
      Warning  Failed     16s (x3 over 1m)  kubelet, ip-10-0-139-7.ec2.internal  Failed to pull image "optimist/demo:snapshot-1": rpc error: code = Unknown desc = Error reading manifest snapshot-1 in docker.io/optimist/demo: errors:
    denied: requested access to the resource is denied
    unauthorized: authentication required
      Warning  Failed   16s (x3 over 1m)  kubelet, ip-10-0-139-7.ec2.internal  Error: ErrImagePull
    === no-pull-right quay through podman
    Trying to pull quay.io/tidewater/vault-tool:v4...
    Error: initializing source docker://quay.io/tidewater/vault-tool:v4: reading manifest v4 in quay.io/tidewater/vault-tool: unauthorized: access to the requested resource is not authorized
    === no-pull-right ghcr through docker
    Error response from daemon: Head "https://ghcr.io/v2/breakwater/charts/tool/manifests/1.1.1": denied: denied
    === forbidden ghcr token endpoint
    Failed to pull image "ghcr.io/breakwater/tool:1.1.1": failed to pull and unpack image "ghcr.io/breakwater/tool:1.1.1": failed to resolve reference "ghcr.io/breakwater/tool:1.1.1": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Abreakwater%2Ftool%3Apull&service=ghcr.io: 403 Forbidden
    === no-credentials ghcr token endpoint, private package
    Failed to pull image "ghcr.io/breakwater/tool:1.1.1": rpc error: code = Unknown desc = failed to pull and unpack image "ghcr.io/breakwater/tool:1.1.1": failed to resolve reference "ghcr.io/breakwater/tool:1.1.1": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Abreakwater%2Ftool%3Apull&service=ghcr.io: 401 Unauthorized
    === forbidden GCR in the words of containerd 1.4
      Warning  Failed     24m (x4 over 25m)    kubelet            Failed to pull image "gcr.io/moorings-dev/monolith:1.0.0": rpc error: code = Unknown desc = failed to pull and unpack image "gcr.io/moorings-dev/monolith:1.0.0": failed to resolve reference "gcr.io/moorings-dev/monolith:1.0.0": pulling from host gcr.io failed with status code [manifests 1.0.0]: 403 Forbidden
    === forbidden GAR, HEAD without a body
    failed to pull and unpack image "europe-west1-docker.pkg.dev/moorings/app/web:3": failed to resolve reference "europe-west1-docker.pkg.dev/moorings/app/web:3": unexpected status from HEAD request to https://europe-west1-docker.pkg.dev/v2/moorings/app/web/manifests/3: 403 Forbidden
    === no-pull-right GAR names the permission
    Error response from daemon: Head "https://us-central1-docker.pkg.dev/v2/moorings/app/web/manifests/3": denied: Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "projects/moorings/locations/us-central1/repositories/app" (or it may not exist)
    === no-credentials GAR, unauthenticated request
    Error response from daemon: Head "https://us-central1-docker.pkg.dev/v2/moorings/app/web/manifests/3": denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.downloadArtifacts" on resource "projects/moorings/locations/us-central1/repositories/app" (or it may not exist)
    === unauthorized GCR advice
    Error response from daemon: unauthorized: You don't have the needed permissions to perform this operation, and you may have invalid credentials. To authenticate your request, follow the steps in: https://cloud.google.com/container-registry/docs/advanced-authentication
    === no-pull-right GCR token exchange
    Error response from daemon: Get https://gcr.io/v2/moorings-prod/api/manifests/v7: denied: Token exchange failed for project 'moorings-prod'. Caller does not have permission 'storage.buckets.get'. To configure permissions, follow instructions at: https://cloud.google.com/container-registry/docs/access-control
    === no-credentials ECR on dockershim
    Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = Error response from daemon: Get https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/gull/manifests/42: no basic auth credentials
    === no-credentials ECR on containerd
    Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": failed to pull and unpack image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": failed to resolve reference "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
    === token-expired ECR through docker
    Error response from daemon: denied: Your authorization token has expired. Reauthenticate and try again.
    === token-expired ECR as a kubelet event
    Failed to pull image "123456789012.dkr.ecr.us-east-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = Error response from daemon: pull access denied for 123456789012.dkr.ecr.us-east-1.amazonaws.com/gull, repository does not exist or may require 'docker login': denied: Your authorization token has expired. Reauthenticate and try again.
    === no-pull-right ECR names the action
    Error response from daemon: pull access denied for 123456789012.dkr.ecr.us-east-1.amazonaws.com/gull, repository does not exist or may require 'docker login': denied: User: arn:aws:sts::210987654321:assumed-role/nodes/i-0a1b2c3d is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-east-1:123456789012:repository/gull because no resource-based policy allows the ecr:BatchGetImage action
    === forbidden ECR HEAD on containerd
    Failed to pull image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": rpc error: code = Unknown desc = failed to pull and unpack image "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": failed to resolve reference "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause:3.5": unexpected status from HEAD request to https://602401143452.dkr.ecr.eu-west-1.amazonaws.com/v2/eks/pause/manifests/3.5: 403 Forbidden
    === unauthorized ECR in the words of containerd 1.4
    Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = failed to pull and unpack image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": failed to resolve reference "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": pulling from host 123456789012.dkr.ecr.eu-west-1.amazonaws.com failed with status code [manifests 42]: 401 Unauthorized
    === credentials-refused ECR HEAD 401
    failed to pull and unpack image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": failed to resolve reference "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": unexpected status from HEAD request to https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/gull/manifests/42: 401 Unauthorized
    === no-pull-right Harbor
    Failed to pull image "harbor.pier.example/core/api:9": rpc error: code = Unknown desc = Error response from daemon: unauthorized: unauthorized to access repository: core/api, action: pull: unauthorized to access repository: core/api, action: pull
    === not-found Harbor project
    Error response from daemon: unauthorized: project cores not found: project cores not found
    === not-found Harbor artifact
    Error response from daemon: manifest for harbor.pier.example/core/api:10 not found: not found: artifact core/api:10 not found
    === credentials-refused GitLab basic
    Error response from daemon: Get "https://registry.gitlab.com/v2/": unauthorized: HTTP Basic: Access denied. The provided password or token is incorrect or your account has 2FA enabled and you must use a personal access token instead of a password. See https://gitlab.com/help/user/profile/account/two_factor_authentication#troubleshooting
    === no-pull-right GitLab
    Failed to pull image "registry.gitlab.com/keel/app:main": rpc error: code = Unknown desc = Error response from daemon: Head "https://registry.gitlab.com/v2/keel/app/manifests/main": denied: access forbidden
    === forbidden GitLab token
    Failed to pull image "registry.gitlab.com/keel/app:main": failed to pull and unpack image "registry.gitlab.com/keel/app:main": failed to resolve reference "registry.gitlab.com/keel/app:main": failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://gitlab.com/jwt/auth?scope=repository%3Akeel%2Fapp%3Apull&service=container_registry: 403 Forbidden
    === credentials-refused GitLab expired deploy token on containerd
    failed to resolve reference "registry.gitlab.com/keel/app:main": failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://gitlab.com/jwt/auth?scope=repository%3Akeel%2Fapp%3Apull&service=container_registry: 401 Unauthorized
    === no-pull-right Artifactory
    Error response from daemon: unauthorized: The client does not have permission for manifest: Download request for repo:docker-local, path:'keel/app/7/manifest.json' failed. Authorization required
    === credentials-refused Docker Hub password
    Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password
    === credentials-refused podman login
    Error: logging into "docker.io": invalid username/password
    === credentials-refused CRI-O token endpoint
    Failed to pull image "registry.pier.example/base/jdk:21": rpc error: code = Unknown desc = initializing source docker://registry.pier.example/base/jdk:21: unable to retrieve auth token: invalid username/password: unauthorized: authentication required
    === forbidden CRI-O bearer token
    Failed to pull image "registry.redhat.example/rhel8/redis-5:latest": rpc error: code = Unknown desc = Error reading manifest latest in registry.redhat.example/rhel8/redis-5: Requesting bear token: invalid status code from registry 403 (Forbidden)
    === unauthorized OpenShift internal registry
    Failed to pull image "image-registry.openshift-image-registry.svc:5000/thunder/job:latest": rpc error: code = Unknown desc = Error reading manifest latest in image-registry.openshift-image-registry.svc:5000/thunder/job: unauthorized: authentication required
    === unauthorized Red Hat registry asks for terms
    Error: initializing source docker://registry.redhat.io/ubi9/nodejs:1: unable to retrieve auth token: unauthorized: Please login to the Red Hat Registry using your Customer Portal credentials. Further instructions can be found here: https://access.redhat.com/RegistryAuthentication
    === forbidden-network ACR firewall, docker
    Error response from daemon: Head "https://harbourline.azurecr.io/v2/orders/manifests/2.3": denied: client with IP '52.178.10.4' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    === forbidden-network ACR firewall, containerd 2.3, escaped newline
    failed to pull and unpack image \"harbourline.azurecr.io/orders:2.3\": failed to resolve image: unexpected status from HEAD request to https://harbourline.azurecr.io/v2/orders/manifests/2.3: 403 Forbidden\ndenied: client with IP '52.178.10.4' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    === forbidden ACR public access off, token endpoint
    Failed to pull image "harbourline.azurecr.io/orders:2.3": failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://harbourline.azurecr.io/oauth2/token: 403 Forbidden
    === identity-missing check-acr
    [2026-03-02T10:11:12Z] Validating managed identity existance: FAILED
    [2026-03-02T10:11:12Z] Getting managed identity token failed with: failed to refresh ARM access token: Metadata endpoint returned error status: 400. body: {"error":"invalid_request","error_description":"Identity not found"}
    === token-expired check-acr with a service principal
    [2026-03-02T10:11:12Z] Validating service principal credential: FAILED
    [2026-03-02T10:11:12Z] Sign in to AAD failed with: failed to acquire a token: AADSTS7000222: The provided client secret keys for app '0c1d' are expired.
    === credentials-refused ACR admin password
    Error response from daemon: Get "https://harbourline.azurecr.io/v2/": unauthorized: Invalid clientid or client secret.
    === pull-secret-malformed kubelet cannot parse the secret
    kubelet E0302 10:11:12.130301    1201 kuberuntime_image.go:40] "Failed to pull image" err="illegal base64 data at input byte 4" image="registry.pier.example/base/jdk:21"
    === no-credentials tabs, kubectl 1.20
      Warning	Failed	8s	kubelet	Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = Error response from daemon: Get https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/gull/manifests/42: no basic auth credentials
    === unauthorized old numeric code
    Failed to pull image "registry.pier.example/site:2017": rpc error: code = 2 desc = unauthorized: authentication required
    === token-expired Docker Hub personal access token
    Error response from daemon: unauthorized: personal access token is expired
    """#
}
