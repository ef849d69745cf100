/// Texts as people post them when the network stands between node and registry.
enum WorldNetwork {
  static let rows = #"""
    === dns minikube without a resolver
      Warning  Failed     7s                 kubelet            Failed to pull image "k8s.gcr.io/echoserver:1.4": rpc error: code = Unknown desc = Error response from daemon: Get https://k8s.gcr.io/v2/: dial tcp: lookup k8s.gcr.io on 192.168.64.1:53: read udp 192.168.64.2:34567->192.168.64.1:53: i/o timeout
    === dns docker on a laptop
    Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on [::1]:53: read udp [::1]:51234->[::1]:53: read: connection refused
    === dns glibc wording
    Failed to pull image "harbourline.azurecr.io/orders:2.3": failed to do request: Head "https://harbourline.azurecr.io/v2/orders/manifests/2.3": dial tcp: lookup harbourline.azurecr.io: Temporary failure in name resolution
    === dns server misbehaving, podman
    Error: initializing source docker://docker.io/library/nginx:latest: pinging container registry registry-1.docker.io: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.2.3:53: server misbehaving
    === dns no server in the text
    failed to resolve reference "registry.pier.example/app:1": failed to do request: Head "https://registry.pier.example/v2/app/manifests/1": dial tcp: lookup registry.pier.example: no such host
    === dns device or resource busy
    Failed to pull image "docker.io/library/redis:7": failed to pull and unpack image "docker.io/library/redis:7": failed to resolve reference "docker.io/library/redis:7": failed to do request: Head "https://registry-1.docker.io/v2/library/redis/manifests/7": dial tcp: lookup registry-1.docker.io: device or resource busy
    === dns token host
    Failed to pull image "ghcr.io/breakwater/tool:1": failed to authorize: failed to fetch anonymous token: Get "https://ghcr.io/token?scope=repository%3Abreakwater%2Ftool%3Apull&service=ghcr.io": dial tcp: lookup ghcr.io on 10.96.0.10:53: server misbehaving
    === dns Windows wording
    Error response from daemon: Get https://registry-1.docker.io/v2/: dial tcp: lookup registry-1.docker.io: getaddrinfow: This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server.
    === network-timeout docker, waiting for the connection
    Failed to pull image "gcr.io/google_containers/pause-amd64:3.0": rpc error: code = Unknown desc = Error response from daemon: Get https://gcr.io/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)
    === network-timeout DeadlineExceeded from k3s
      Warning  Failed     21s                kubelet            Failed to pull image "rancher/mirrored-coredns-coredns:1.10.1": rpc error: code = DeadlineExceeded desc = failed to pull and unpack image "docker.io/rancher/mirrored-coredns-coredns:1.10.1": failed to resolve reference "docker.io/rancher/mirrored-coredns-coredns:1.10.1": failed to do request: Head "https://registry-1.docker.io/v2/rancher/mirrored-coredns-coredns/manifests/1.10.1": dial tcp 116.89.243.8:443: i/o timeout
    === network-timeout context deadline alone
    Failed to pull image "harbourline.azurecr.io/big:1": rpc error: code = Unknown desc = context deadline exceeded
    === network-timeout TLS handshake through docker
    Failed to pull image "nginx": rpc error: code = Unknown desc = Error response from daemon: Get "https://registry-1.docker.io/v2/": net/http: TLS handshake timeout
    === network-timeout awaiting headers
    failed to resolve reference "quay.io/keel/op:1": failed to do request: Head "https://quay.io/v2/keel/op/manifests/1": net/http: timeout awaiting response headers
    === network-timeout Windows words
    Failed to pull image "mcr.microsoft.com/windows/servercore:ltsc2019": rpc error: code = Unknown desc = Error response from daemon: Get https://mcr.microsoft.com/v2/: dial tcp 204.79.197.219:443: connectex: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.
    === network-timeout token endpoint of Docker Hub
    Error response from daemon: Head "https://registry-1.docker.io/v2/library/alpine/manifests/3.19": Get "https://auth.docker.io/token?scope=repository%3Alibrary%2Falpine%3Apull&service=registry.docker.io": net/http: request canceled (Client.Timeout exceeded while awaiting headers)
    === network-refused insecure port
    Failed to pull image "10.20.0.5:5000/app:1": rpc error: code = Unknown desc = failed to pull and unpack image "10.20.0.5:5000/app:1": failed to resolve reference "10.20.0.5:5000/app:1": failed to do request: Head "https://10.20.0.5:5000/v2/app/manifests/1": dial tcp 10.20.0.5:5000: connect: connection refused
    === network-refused a registry on localhost is no mirror
    Failed to pull image "localhost:5000/app:1": failed to pull and unpack image "localhost:5000/app:1": failed to resolve reference "localhost:5000/app:1": failed to do request: Head "http://localhost:5000/v2/app/manifests/1": dial tcp [::1]:5000: connect: connection refused
    === network-refused Windows words
    Error response from daemon: Get http://registry.pier.example:5000/v2/: dial tcp 10.9.8.7:5000: connectex: No connection could be made because the target machine actively refused it.
    === network-unreachable IPv6
    failed to do request: Head "https://registry-1.docker.io/v2/library/redis/manifests/latest": dial tcp [2600:1f18:2148:bc00:41e1:f57f:e2e2:5e54]:443: connect: network is unreachable
    === network-unreachable no route
    Failed to pull image "registry.pier.example:5000/a/b": rpc error: code = Unknown desc = Error response from daemon: Get https://registry.pier.example:5000/v2/: dial tcp 10.1.1.7:5000: connect: no route to host
    === network-unreachable cannot assign
    failed to do request: Head "https://gcr.io/v2/x/manifests/1": dial tcp [2a00:1450:4013:c08::52]:443: connect: cannot assign requested address
    === connection-cut EOF on ping
    Failed to pull image "registry.pier.example/app:1": rpc error: code = Unknown desc = Error response from daemon: Get https://registry.pier.example/v2/: EOF
    === connection-cut reset while reading
    Failed to pull image "quay.io/keel/op:1": rpc error: code = Unknown desc = error pinging docker registry quay.io: Get https://quay.io/v2/: read tcp 10.0.0.4:43210->34.225.41.113:443: read: connection reset by peer
    === connection-cut reset in the handshake, SYSCALL wording
    error: RPC failed; docker pull registry.pier.example/app:1
    Error response from daemon: Get "https://registry.pier.example/v2/": write tcp 10.0.0.4:43210->10.3.3.3:443: write: broken pipe
    === connection-cut http2 stream
    failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://registry.pier.example/v2/app/blobs/sha256:0a1b": http2: server sent GOAWAY and closed the connection; LastStreamID=1, ErrCode=NO_ERROR, debug=""
    === connection-cut layer cut in the middle
    Failed to pull image "harbourline.azurecr.io/big:1": rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/big:1": failed to copy: read tcp 10.0.0.4:43210->20.60.1.1:443: read: connection reset by peer
    === blob-unreachable ACR storage timeout
    Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to copy: httpReaderSeeker: failed open: failed to do request: Get "https://weumanaged88.blob.core.windows.net/a1b2c3d4-reg//docker/registry/v2/blobs/sha256/07/0711/data?se=2026-03-02T10%3A20%3A00Z&sig=xyz&sp=r&sr=b&sv=2018-03-28": dial tcp 20.60.26.4:443: i/o timeout
    === blob-unreachable dockershim, image configuration
    Failed to pull image "harbourline.azurecr.io/orders:2.3": rpc error: code = Unknown desc = error pulling image configuration: Get https://eusmanaged3.blob.core.windows.net/abc//docker/registry/v2/blobs/sha256/1f/1fa2/data?se=2019: dial tcp 52.239.171.4:443: i/o timeout
    === blob-unreachable docker download attempts
    error pulling image configuration: download failed after attempts=6: dial tcp 20.38.1.1:443: i/o timeout
    === blob-unreachable data endpoint name
    failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://harbourline.westeurope.data.azurecr.io/?d=sha256:11&P1=1": dial tcp: lookup harbourline.westeurope.data.azurecr.io on 168.63.129.16:53: no such host
    === blob-unreachable Docker Hub CDN
    Failed to pull image "nginx:1.27": failed to pull and unpack image "docker.io/library/nginx:1.27": failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://production.cloudflare.docker.com/registry-v2/docker/registry/v2/blobs/sha256/2b/2b3c/data?expires=1&signature=abc&version=3": dial tcp: lookup production.cloudflare.docker.com on 10.0.0.2:53: no such host
    === blob-unreachable docker, CDN without a step
    Error response from daemon: Get "https://production.cloudflare.docker.com/registry-v2/docker/registry/v2/blobs/sha256/2b/2b3c/data?verify=1": net/http: TLS handshake timeout
    === blob-unreachable ECR bucket
    Failed to pull image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": rpc error: code = Unknown desc = failed to pull and unpack image "123456789012.dkr.ecr.eu-west-1.amazonaws.com/gull:42": failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/1a2b/3c4d?X-Amz-Algorithm=AWS4-HMAC-SHA256": dial tcp 52.218.1.1:443: i/o timeout
    === blob-unreachable quay CDN, CRI-O
    Failed to pull image "quay.io/keel/op:1": rpc error: code = Unknown desc = copying system image from manifest list: reading blob sha256:77aa: Get "https://cdn03.quay.io/quayio-production-s3/sha256/77/77aa?Expires=1": dial tcp 18.66.1.2:443: connect: connection refused
    === blob-unreachable inspected TLS on the storage host
    failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://weumanaged88.blob.core.windows.net/x//docker/registry/v2/blobs/sha256/07/07aa/data?se=1": tls: failed to verify certificate: x509: certificate signed by unknown authority
    === tls-untrusted Harbor with its own authority
    Failed to pull image "harbor.pier.example/core/api:9": rpc error: code = Unknown desc = Error response from daemon: Get "https://harbor.pier.example/v2/": x509: certificate signed by unknown authority (possibly because of "crypto/rsa: verification error" while trying to verify candidate authority certificate "Pier Root CA")
    === tls-untrusted self-signed, OpenSSL wording
    Error: initializing source docker://registry.pier.example/app:1: pinging container registry registry.pier.example: Get "https://registry.pier.example/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority
    === tls-untrusted macOS wording
    Error response from daemon: Get "https://registry.pier.example/v2/": x509: "Pier Root CA" certificate is not trusted
    === tls-hostname IP without SAN
    Failed to pull image "10.20.0.5:5000/app:1": failed to do request: Head "https://10.20.0.5:5000/v2/app/manifests/1": tls: failed to verify certificate: x509: cannot validate certificate for 10.20.0.5 because it doesn't contain any IP SANs
    === tls-hostname another name
    Error response from daemon: Get https://harbor.pier.example/v2/: x509: certificate is valid for *.docks.example, ingress.local, not harbor.pier.example
    === tls-hostname ingress default certificate
    failed to do request: Head "https://registry.pier.example/v2/app/manifests/1": x509: certificate is valid for 22c9d7.traefik.default, not registry.pier.example
    === tls-hostname common name
    Error response from daemon: Get https://10.20.0.5/v2/: x509: certificate relies on legacy Common Name field, use SANs or temporarily enable Common Name matching with GODEBUG=x509ignoreCN=0
    === tls-expired after
    Failed to pull image "registry.pier.example/app:1": failed to do request: Head "https://registry.pier.example/v2/app/manifests/1": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-03-02T10:11:12Z is after 2026-02-28T23:59:59Z
    === tls-expired no dates
    Error response from daemon: Get https://registry.pier.example/v2/: x509: certificate has expired or is not yet valid
    === tls-not-yet-valid node clock
    failed to do request: Head "https://registry-1.docker.io/v2/library/alpine/manifests/3": x509: certificate has expired or is not yet valid: current time 2019-11-26T08:00:00Z is before 2026-01-01T00:00:00Z
    === tls-other handshake failure
    Error response from daemon: Get "https://registry.pier.example/v2/": remote error: tls: handshake failure
    === tls-other missing client certificate
    failed to do request: Head "https://registry.pier.example/v2/app/manifests/1": remote error: tls: bad certificate
    === plain-http insecure registry
    Failed to pull image "10.20.0.5:5000/app:1": rpc error: code = Unknown desc = failed to pull and unpack image "10.20.0.5:5000/app:1": failed to resolve reference "10.20.0.5:5000/app:1": failed to do request: Head "https://10.20.0.5:5000/v2/app/manifests/1": http: server gave HTTP response to HTTPS client
    === proxy refused
    Failed to pull image "nginx": rpc error: code = Unknown desc = Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp 10.7.7.7:3128: connect: connection refused
    === proxy scheme typo
    Error response from daemon: Get https://registry-1.docker.io/v2/: proxyconnect tcp: tls: first record does not look like a TLS handshake
    === proxy asks for a password
    failed to do request: Head "https://registry.k8s.io/v2/pause/manifests/3.9": Proxy Authentication Required
    === proxy forbids the host, docker
    Error response from daemon: Head "https://europe-west3-docker.pkg.dev/v2/k8s-artifacts-prod/images/x/manifests/v4.0.0": Forbidden
    === proxy bad gateway, podman
    Error: initializing source docker://registry.pier.example/app:1: pinging container registry registry.pier.example: Get "https://registry.pier.example/v2/": Bad Gateway
    === proxy Service Unavailable, numbers absent
    Failed to pull image "mcr.microsoft.com/x:1": failed to do request: Head "https://mcr.microsoft.com/v2/x/manifests/1": Service Unavailable
    === rate-limited Docker Hub unauthenticated
    Failed to pull image "redis:7": failed to pull and unpack image "docker.io/library/redis:7": failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://registry-1.docker.io/v2/library/redis/manifests/sha256:aa11: 429 Too Many Requests
    toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit
    === rate-limited Docker Hub as of 2020
    Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit
    === rate-limited wrapped by hand
    Warning  Failed     76s                 kubelet            Failed to pull image "busybox": rpc error: code = Unknown
    desc = failed to pull and unpack image "docker.io/library/busybox:latest": failed to copy: httpReadSeeker: failed open:
    unexpected status code https://registry-1.docker.io/v2/library/busybox/manifests/sha256:50aa4698fa6262977cff89181b2664b99d8a56dbca847bf62f2ef04854597cf8:
    429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.
    You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit
    === rate-limited e2e log of events
    Apr 28 09:35:34.104: INFO: At 2021-04-28 09:30:26 +0100 BST - event for pod-eb16: {kubelet minikube} Pulling: Pulling image "docker.io/library/busybox:1.29"
    Apr 28 09:35:34.104: INFO: At 2021-04-28 09:30:27 +0100 BST - event for pod-eb16: {kubelet minikube} Failed: Failed to pull image "docker.io/library/busybox:1.29": rpc error: code = Unknown desc = Error response from daemon: toomanyrequests: You have reached your pull rate limit.
    Apr 28 09:35:34.104: INFO: At 2021-04-28 09:30:27 +0100 BST - event for pod-eb16: {kubelet minikube} Failed: Error: ErrImagePull
    Apr 28 09:35:34.104: INFO: At 2021-04-28 09:30:27 +0100 BST - event for pod-eb16: {kubelet minikube} BackOff: Back-off pulling image "docker.io/library/busybox:1.29"
    === rate-limited HEAD without words
    Failed to pull image "redis:7": failed to pull and unpack image "docker.io/library/redis:7": failed to resolve reference "docker.io/library/redis:7": unexpected status from HEAD request to https://registry-1.docker.io/v2/library/redis/manifests/7: 429 Too Many Requests
    === rate-limited public ECR
    Failed to pull image "public.ecr.aws/keel/web:1": rpc error: code = Unknown desc = toomanyrequests: Rate exceeded
    === rate-limited public ECR data limit
    Error response from daemon: toomanyrequests: Data limit exceeded
    === rate-limited ACR cache rule
    failed to copy: httpReadSeeker: failed open: unexpected status code https://harbourline.azurecr.io/v2/hub/nginx/manifests/1: 429 Too Many Requests - Server message: toomanyrequests: too many requests to source registry for cache rule 'hub'
    === rate-limited docker 1.x status
    Failed to pull image "gcr.io/google_containers/kube-ui:v2": Error: Status 429 trying to pull repository google_containers/kube-ui: "<!DOCTYPE html>\n<html lang=en>"
    === rate-limited docker, body without JSON
    Error response from daemon: error parsing HTTP 429 response body: invalid character 'T' looking for beginning of value: "Too Many Requests (HAP429)."
    === registry-error 503 from docker hub
    Error response from daemon: received unexpected HTTP status: 503 Service Unavailable
    === registry-error 502 HEAD
    failed to resolve reference "quay.io/keel/op:1": unexpected status from HEAD request to https://quay.io/v2/keel/op/manifests/1: 502 Bad Gateway
    === registry-error CRI-O pinging, 500
    Failed to pull image "registry.pier.example/app:1": rpc error: code = Unknown desc = pinging container registry registry.pier.example: received unexpected HTTP status: 500 Internal Server Error
    === registry-error HTML instead of a manifest
    Failed to pull image "registry.pier.example/app:1": failed to pull and unpack image "registry.pier.example/app:1": failed to resolve reference "registry.pier.example/app:1": unexpected media type text/html for sha256:aa11: not found
    === registry-error captive portal
    Error response from daemon: error parsing HTTP 503 response body: invalid character '<' looking for beginning of value: "<html><body><h1>503 Service Unavailable</h1></body></html>"
    === forbidden docker, HTML body
    Error response from daemon: error parsing HTTP 403 response body: invalid character '<' looking for beginning of value: "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\"><html><head><title>403 Forbidden</title></head></html>"
    === registry-error 405
    failed to resolve reference "nexus.pier.example/app:1": unexpected status from HEAD request to https://nexus.pier.example/v2/app/manifests/1: 405 Method Not Allowed
    === runtime-config containerd mirror
    Failed to pull image "nginx:1": failed to pull and unpack image "docker.io/library/nginx:1": failed to resolve reference "docker.io/library/nginx:1": failed to do request: Head "https://mirror.pier.example/v2/library/nginx/manifests/1?ns=docker.io": dial tcp 10.9.9.9:443: connect: connection refused
    === runtime-config AKS artifact streaming mirror
    Failed to pull image "harbourline.azurecr.io/orders:2.3": failed to pull and unpack image "harbourline.azurecr.io/orders:2.3": failed to resolve reference "harbourline.azurecr.io/orders:2.3": failed to do request: Head "http://localhost:8578/v2/orders/manifests/2.3?ns=harbourline.azurecr.io": dial tcp 127.0.0.1:8578: connect: connection refused
    === runtime-config CA file
    failed to resolve reference "harbor.pier.example/core/api:9": unable to read CA cert "/etc/containerd/certs.d/harbor.pier.example/ca.crt": open /etc/containerd/certs.d/harbor.pier.example/ca.crt: no such file or directory
    === network-timeout CRI-O mirrors, the primary stands last
    Failed to pull image "registry.redhat.example/ubi9:1": rpc error: code = Unknown desc = (Mirrors also failed: [mirror.pier.example:5000/ubi9:1: reading manifest 1 in mirror.pier.example:5000/ubi9: manifest unknown]): registry.redhat.example/ubi9:1: pinging container registry registry.redhat.example: Get "https://registry.redhat.example/v2/": dial tcp 23.1.2.3:443: i/o timeout
    """#
}
