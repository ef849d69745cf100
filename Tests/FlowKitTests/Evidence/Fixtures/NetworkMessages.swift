/// What runtimes print for faults of names, connections, certificates, proxies and answers.
///
/// After real runs of containerd and containers/image.
///
/// `# fault class image`, then a row per text: versions, the class in brackets where it differs, the text.
enum NetworkMessages {
  static let rows = #"""
    # captive_portal_200_html registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}failed to unpack image on snapshotter overlayfs: unexpected media type text/html for sha256:575ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = get image config descriptor: unexpected media type text/html for sha256:575ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: not found
    skopeo: initializing image from source docker://{ref}: invalid character '<' looking for beginning of value
    # dns_empty dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    # dns_nxdomain dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: no such host
    # dns_refused dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    # dns_resolver_down dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: read: connection refused
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: read: connection refused
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: read: connection refused
    # dns_servfail dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: server misbehaving
    # dns_timeout dns tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: i/o timeout
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: i/o timeout
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp: lookup tidewater.azurecr.io on 127.0.0.53:53: read udp 127.0.0.1:49544->127.0.0.53:53: i/o timeout
    # dockerhub_429 rate-limited docker.io/library/nginx:1.27
    1.6.20: {pull}{resolve}pulling from host registry-1.docker.io failed with status code [manifests 1.27]: 429 Too Many Requests
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://registry-1.docker.io/v2/library/nginx/manifests/1.27: 429 Too Many Requests
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://registry-1.docker.io/v2/library/nginx/manifests/1.27: 429 Too Many Requests
    skopeo: initializing source docker://nginx:1.27: reading manifest 1.27 in docker.io/library/nginx: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit
    # dockerhub_429_get rate-limited docker.io/library/nginx:1.27
    1.6.20 1.7.24 1.7.34 2.0.11: {pull}failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/sha256:3e5ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit
    2.1.9 2.3.4: {pull}failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://registry-1.docker.io/v2/library/nginx/manifests/sha256:3e5ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: 429 Too Many Requests⏎toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit
    skopeo: initializing source docker://nginx:1.27: reading manifest 1.27 in docker.io/library/nginx: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit
    # hosts_toml_missing_ca runtime-config tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unable to read CA cert "/etc/containerd/certs.d/tidewater.azurecr.io/ca.crt": open /etc/containerd/certs.d/tidewater.azurecr.io/ca.crt: no such file or directory
    2.1.9 2.3.4: {pull}failed to resolve image: unable to read CA cert "/etc/containerd/certs.d/tidewater.azurecr.io/ca.crt": open /etc/containerd/certs.d/tidewater.azurecr.io/ca.crt: no such file or directory
    # http_400 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 400 Bad Request
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 400 Bad Request
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 400 Bad Request
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 400 (Bad Request)
    # http_405 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 405 Method Not Allowed
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from GET request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 405 Method Not Allowed
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from GET request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 405 Method Not Allowed
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 405 (Method Not Allowed)
    # http_408 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 408 Request Timeout
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 408 Request Timeout
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 408 Request Timeout
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 408 (Request Timeout)
    # http_429 rate-limited tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 429 Too Many Requests
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 429 Too Many Requests
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 429 Too Many Requests
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: too many requests to registry
    # http_500 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 500 Internal Server Error
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 500 Internal Server Error
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 500 Internal Server Error
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 500 (Internal Server Error)
    # http_502 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 502 Bad Gateway
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 502 Bad Gateway
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 502 Bad Gateway
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 502 (Bad Gateway)
    # http_503 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 503 Service Unavailable
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 503 Service Unavailable
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 503 Service Unavailable
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 503 (Service Unavailable)
    # http_504 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 504 Gateway Timeout
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 504 Gateway Timeout
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 504 Gateway Timeout
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 504 (Gateway Timeout)
    # http_response_to_https plain-http tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": http: server gave HTTP response to HTTPS client
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": http: server gave HTTP response to HTTPS client
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": http: server gave HTTP response to HTTPS client
    # mirror_hosts_toml_refused runtime-config tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24: {pull}{resolve}failed to do request: Head "https://127.0.0.42:8443/v2/ledger-api/manifests/1.4.2?ns=tidewater.azurecr.io": dial tcp 127.0.0.42:8443: connect: connection refused
    1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://127.0.0.42:8443/v2/ledger-api/manifests/1.4.2?ns=%5BREDACTED%5D": dial tcp 127.0.0.42:8443: connect: connection refused
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://127.0.0.42:8443/v2/ledger-api/manifests/1.4.2?ns=%5BREDACTED%5D": dial tcp 127.0.0.42:8443: connect: connection refused
    # proxy_403 proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Forbidden
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Forbidden
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": Forbidden
    # proxy_407 proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Proxy Authentication Required
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Proxy Authentication Required
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": Proxy Authentication Required
    # proxy_502 proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Bad Gateway
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Bad Gateway
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": Bad Gateway
    # proxy_503 proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Service Unavailable
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": Service Unavailable
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": Service Unavailable
    # proxy_dns proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": proxyconnect tcp: dial tcp: lookup proxy.harbour.internal on 127.0.0.53:53: no such host
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": proxyconnect tcp: dial tcp: lookup proxy.harbour.internal on 127.0.0.53:53: no such host
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": proxyconnect tcp: dial tcp: lookup proxy.harbour.internal on 127.0.0.53:53: no such host
    # proxy_refused proxy tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": proxyconnect tcp: dial tcp 127.0.0.41:3128: connect: connection refused
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": proxyconnect tcp: dial tcp 127.0.0.41:3128: connect: connection refused
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": proxyconnect tcp: dial tcp 127.0.0.41:3128: connect: connection refused
    # proxy_stall connection-cut tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": unexpected EOF
    2.1.9: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": unexpected EOF
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": unexpected EOF
    # tcp_admin_prohibited network-unreachable tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: no route to host
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: no route to host
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp 127.0.0.10:443: connect: no route to host
    # tcp_host_unreachable network-unreachable tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: no route to host
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: no route to host
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp 127.0.0.10:443: connect: no route to host
    # tcp_net_unreachable network-unreachable tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: network is unreachable
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: network is unreachable
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp 127.0.0.10:443: connect: network is unreachable
    # tcp_refused network-refused tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: connection refused
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: connect: connection refused
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp 127.0.0.10:443: connect: connection refused
    # tcp_timeout network-timeout tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 2.1.9: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: i/o timeout
    1.7.34 2.0.11 2.3.4: rpc error: code = DeadlineExceeded desc = {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: i/o timeout
    2.1.9: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: i/o timeout
    2.3.4: rpc error: code = DeadlineExceeded desc = {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": dial tcp 127.0.0.10:443: i/o timeout
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": dial tcp 127.0.0.10:443: i/o timeout
    # tls_client_cert_required tls-other tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": remote error: tls: certificate required
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": remote error: tls: certificate required
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": remote error: tls: certificate required
    # tls_eof connection-cut tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": EOF
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": EOF
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": EOF
    # tls_handshake_timeout network-timeout tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": net/http: TLS handshake timeout
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": net/http: TLS handshake timeout
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": net/http: TLS handshake timeout
    # tls_not_tls tls-other tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: first record does not look like a TLS handshake
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: first record does not look like a TLS handshake
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": tls: first record does not look like a TLS handshake
    # tls_reset connection-cut tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    # tls_reset_after_hello connection-cut tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": read tcp 127.0.0.1:49544->127.0.0.10:443: read: connection reset by peer
    # tls_version tls-other tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": remote error: tls: protocol version not supported
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": remote error: tls: protocol version not supported
    # token_429 rate-limited tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 429 Too Many Requests
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 429 Too Many Requests
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 429 Too Many Requests
    skopeo: initializing source docker://{ref}: too many requests to registry
    # token_500 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 500 Internal Server Error
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 500 Internal Server Error
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 500 Internal Server Error
    skopeo: initializing source docker://{ref}: Requesting bearer token: invalid status code from registry 500 (Internal Server Error)
    # token_503 registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 503 Service Unavailable
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 503 Service Unavailable
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 503 Service Unavailable
    skopeo: initializing source docker://{ref}: Requesting bearer token: invalid status code from registry 503 (Service Unavailable)
    # token_endpoint_empty_json registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: authorization server did not include a token in the response
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: authorization server did not include a token in the response
    skopeo: [unauthorized] initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/ledger-api: unauthorized: authentication required
    # token_endpoint_html registry-error tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unable to decode token response: invalid character '<' looking for beginning of value
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unable to decode token response: invalid character '<' looking for beginning of value
    skopeo: initializing source docker://{ref}: invalid character '<' looking for beginning of value
    # x509_cn_only tls-hostname tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate relies on legacy Common Name field, use SANs instead
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate relies on legacy Common Name field, use SANs instead
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate relies on legacy Common Name field, use SANs instead
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate relies on legacy Common Name field, use SANs instead
    # x509_expired tls-expired tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is after 2026-11-20T02:58:39Z
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is after 2026-11-20T02:58:39Z
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is after 2026-11-20T02:58:39Z
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is after 2026-11-20T02:58:39Z
    # x509_hostname_mismatch tls-hostname tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate is valid for registry.harbour.internal, *.harbour.internal, not tidewater.azurecr.io
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate is valid for registry.harbour.internal, *.harbour.internal, not tidewater.azurecr.io
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate is valid for registry.harbour.internal, *.harbour.internal, not tidewater.azurecr.io
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate is valid for registry.harbour.internal, *.harbour.internal, not tidewater.azurecr.io
    # x509_not_yet_valid tls-not-yet-valid tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is before 2026-11-20T02:58:39Z
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is before 2026-11-20T02:58:39Z
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is before 2026-11-20T02:58:39Z
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate has expired or is not yet valid: current time 2026-11-21T03:23:34Z is before 2026-11-20T02:58:39Z
    # x509_self_signed tls-untrusted tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate signed by unknown authority
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate signed by unknown authority
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate signed by unknown authority
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate signed by unknown authority
    # x509_unknown_authority tls-untrusted tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": x509: certificate signed by unknown authority
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate signed by unknown authority
    2.1.9 2.3.4: {pull}failed to resolve image: failed to do request: Head "https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2": tls: failed to verify certificate: x509: certificate signed by unknown authority
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: Get "https://tidewater.azurecr.io/v2/": x509: certificate signed by unknown authority
    """#
}
