/// What runtimes print for faults of authentication, firewalls and absent images.
///
/// After real runs of containerd and containers/image.
///
/// `# fault class image`, then a row per text: versions, the class in brackets where it differs, the text.
enum AuthMessages {
  static let rows = #"""
    # acr_firewall_403_after_auth forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.1.9: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.3.4: [forbidden-network] {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    2.3.4: [forbidden-network] {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    skopeo: [forbidden-network] initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/ledger-api: denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    # acr_firewall_403_manifest forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.1.9: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.3.4: [forbidden-network] {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    2.3.4: [forbidden-network] {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 403 (Forbidden)
    # acr_firewall_403_manifest_anonymous forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.1.9: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.3.4: [forbidden-network] {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    2.3.4: [forbidden-network] {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden⏎denied: client with IP '20.73.118.44' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 403 (Forbidden)
    # acr_firewall_403_token forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 403 Forbidden
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://tidewater.azurecr.io/oauth2/token: 403 Forbidden
    skopeo: initializing source docker://{ref}: Requesting bearer token: invalid status code from registry 403 (Forbidden)
    # acr_firewall_403_token_anonymous forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 403 Forbidden
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 403 Forbidden
    skopeo: initializing source docker://{ref}: Requesting bearer token: invalid status code from registry 403 (Forbidden)
    # auth_anonymous_401 no-credentials tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    skopeo: [credentials-refused] initializing source docker://{ref}: unable to retrieve auth token: invalid username/password: unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
    # auth_bad_kubelet_token credentials-refused tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    skopeo: initializing source docker://{ref}: unable to retrieve auth token: invalid username/password: unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
    # auth_bad_pull_secret credentials-refused tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    skopeo: initializing source docker://{ref}: unable to retrieve auth token: invalid username/password: unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
    # auth_basic_401 credentials-refused tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: [unauthorized] {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 401 Unauthorized
    skopeo: [unauthorized] initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/ledger-api: unauthorized: authentication required
    # auth_basic_anonymous no-credentials tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: [unauthorized] {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
    2.1.9 2.3.4: {pull}failed to resolve image: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
    skopeo: [unauthorized] initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/ledger-api: unauthorized: authentication required
    # auth_insufficient_scope no-pull-right tidewater.azurecr.io/books-api:1.0.0
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    2.1.9 2.3.4: {pull}failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    skopeo: initializing source docker://{ref}: reading manifest 1.0.0 in tidewater.azurecr.io/books-api: errors:⏎denied: requested access to the resource is denied⏎unauthorized: authentication required
    # auth_insufficient_scope_repo_absent no-pull-right tidewater.azurecr.io/no-such-repo:1.0.0
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    2.1.9 2.3.4: {pull}failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    skopeo: initializing source docker://{ref}: reading manifest 1.0.0 in tidewater.azurecr.io/no-such-repo: errors:⏎denied: requested access to the resource is denied⏎unauthorized: authentication required
    # auth_token_expired token-expired tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}pull access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed
    2.1.9 2.3.4: {pull}failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed
    skopeo: [unauthorized] initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/ledger-api: errors:⏎unauthorized: authentication required⏎unauthorized: authentication required
    # digest_not_found not-found tidewater.azurecr.io/ledger-api@sha256:0000000000000000000000000000000000000000000000000000000000000001
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = failed to pull and unpack image "tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300": failed to resolve reference "tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300": tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = failed to pull and unpack image "tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300": failed to resolve image: tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: not found
    skopeo: initializing source docker://tidewater.azurecr.io/ledger-api@sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300: reading manifest sha256:005ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac35ac300 in tidewater.azurecr.io/ledger-api: manifest unknown: manifest unknown
    # dockerhub_denied no-pull-right ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: failed to pull and unpack image "docker.io/library/{ref}": failed to resolve reference "docker.io/library/{ref}": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    2.1.9 2.3.4: failed to pull and unpack image "docker.io/library/{ref}": failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    skopeo: initializing source docker://{ref}: reading manifest 1.4.2 in docker.io/library/ledger-api: errors:⏎denied: requested access to the resource is denied⏎unauthorized: authentication required
    # mirror_ns_404 not-found tidewater.azurecr.io/ledger-api:9.9.9
    1.6.20 1.7.24 1.7.34: [no-pull-right] {pull}{resolve}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed
    2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}{resolve}{ref}: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}failed to resolve image: {ref}: not found
    # proxy_block_page_403_html forbidden tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20: {pull}{resolve}pulling from host tidewater.azurecr.io failed with status code [manifests 1.4.2]: 403 Forbidden
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    2.1.9 2.3.4: {pull}failed to resolve image: unexpected status from HEAD request to https://tidewater.azurecr.io/v2/ledger-api/manifests/1.4.2: 403 Forbidden
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 403 (Forbidden)
    # registry_404_all not-found tidewater.azurecr.io/ledger-api:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}{resolve}{ref}: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}failed to resolve image: {ref}: not found
    skopeo: initializing source docker://{ref}: pinging container registry tidewater.azurecr.io: invalid status code from registry 404 (Not Found)
    # repo_not_found not-found tidewater.azurecr.io/charts/ledger/typo:1.4.2
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}{resolve}{ref}: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}failed to resolve image: {ref}: not found
    skopeo: initializing source docker://{ref}: reading manifest 1.4.2 in tidewater.azurecr.io/charts/ledger/typo: manifest unknown: manifest unknown
    # repo_not_found_anonymous no-credentials tidewater.azurecr.io/charts/ledger/typo:1.4.2
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Acharts%2Fledger%2Ftypo%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Acharts%2Fledger%2Ftypo%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    skopeo: [credentials-refused] initializing source docker://{ref}: unable to retrieve auth token: invalid username/password: unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
    # tag_not_found not-found tidewater.azurecr.io/ledger-api:1.4.9
    1.6.20 1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}{resolve}{ref}: not found
    2.1.9 2.3.4: rpc error: code = NotFound desc = {pull}failed to resolve image: {ref}: not found
    skopeo: initializing source docker://{ref}: reading manifest 1.4.9 in tidewater.azurecr.io/ledger-api: manifest unknown: manifest unknown
    # tag_not_found_anonymous no-credentials tidewater.azurecr.io/ledger-api:1.4.9
    1.6.20: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized
    1.7.24 1.7.34 2.0.11 2.1.9 2.3.4: {pull}{resolve}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    2.1.9 2.3.4: {pull}failed to resolve image: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=repository%3Aledger-api%3Apull&service=tidewater.azurecr.io: 401 Unauthorized
    skopeo: [credentials-refused] initializing source docker://{ref}: unable to retrieve auth token: invalid username/password: unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
    """#
}
