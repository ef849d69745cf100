import FlowKit
import Testing

/// Texts that hold no secret, though they speak of some: they stay byte for byte.
private let innocent = [
  "Post \"https://tidewater.azurecr.io/oauth2/token\": EOF",
  "Get \"https://x/token?a=b\": dial tcp 1.2.3.4:443: i/o timeout",
  "az acr login -n x --expose-token -o json", "--client-secret @{{clientSecretFile}}",
  "--from-file=.dockerconfigjson=FILE",
  "sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1", "11111111-2222-3333-4444-555555555555",
  "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso",
  "checkout-api-7d9f6b5c4-x2x9p",
  "contosoretail.azurecr.io/checkout@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045f",
  "failed to fetch oauth token: unexpected status from GET request to https://x/oauth2/token?scope=a%3Ab&service=c: 401",
  "failed to fetch oauth\ntoken: unexpected status from GET", "authorization failed: no basic auth credentials",
  "may require authorization: server message: insufficient_scope: authorization failed",
  "may require\nauthorization: server\nmessage: insufficient_scope", "unable to retrieve auth token: invalid username",
  "invalid username/password: unauthorized: authentication required", "imagePullSecrets:\n- name: acr-pull\n",
  "Unable to retrieve some image pull secrets (acr-pull); attempting to pull the image may not succeed.",
  "Image pull secrets:  acr-pull", "imagePullSecret: acr-pull", "existingSecret: acr-pull", "secret: acr-pull",
  "secret=\"default/acr-pull\" err=\"not found\"", "secret:\n  secretName: acr-pull-2\n",
  "Error: secret \"acr-pull\" not found",
  "tokenExpirationSeconds: 3607", "    TokenExpirationSeconds:  3607", "kind: TokenRequest", "kind: Secret",
  "- serviceAccountToken:\n    expirationSeconds: 3607\n    path: token\n", "automountServiceAccountToken: true",
  "/var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-x (ro)",
  "{\"kind\":\"Secret\",\"name\":\"acr-pull\"}",
  "{\"clientId\": \"msi\", \"secret\": null}",
  "{\"passwords\":[{\"expiry\":null,\"name\":\"password1\",\"value\":null}]}",
  "AADSTS7000222: The provided client secret keys for app '0c' are expired.",
  "failed to acquire a token: AADSTS7000222: The",
  "WWW-Authenticate: Bearer realm=\"https://contoso.azurecr.io/oauth2/token\",service=\"contoso.azurecr.io\"",
  "Requesting bearer token: invalid status code from registry 503 (Service Unavailable)", "  password:  12 bytes",
  ".dockerconfigjson:  142 bytes", "DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
  "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      key: password\n      name: db\n",
  "WARNING! Using --password via the CLI is insecure. Use --password-stdin.", "--docker-password=$PASSWORD",
  "docker login -u x -p \"$REGISTRY_PASSWORD\"", "aws_access_key_id = AKIAIOSFODNN7EXAMPLE",
  "accessKeyId: ASIAIOSFODNN7EXAMPLE",
  "?regid=%5BREDACTED%5D&se=%5BREDACTED%5D&sig=%5BREDACTED%5D&sp=%5BREDACTED%5D", "sig=%5BREDACT",
  "password=‹secret-3›",
  "kind: ConfigMap\ndata:\n  mode: on\n---\nkind: Pod\n", "{\"kind\":\"ConfigMap\",\"data\":{\"mode\":\"on\"}}",
  "az acr token credential generate --password1", "certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t",
  "curl -sS -o /dev/null -w '%{http_code}' --max-time 10 https://contoso.azurecr.io/v2/",
  "kubectl create secret generic x",
  "az role assignment list --assignee-object-id 11111111-2222-3333-4444-555555555555 --fill-principal-name false -o json",
  "Normal  Pulling  5m  kubelet  Pulling image \"contoso.azurecr.io/token:v1\"",
  "authorization server did not include a token",
  "docker login contoso.azurecr.io",
  "https://auth.docker.io/token?scope=repository%3Alibrary%2Falpine%3Apull&service=r",
  "The provided password or token is incorrect or your account has 2FA enabled", "http://x:8080/a@b",
  "lookup x on 10.0.0.10:53",
]

@Suite("Redaction: what stays")
struct PrecisionTests {
  @Test(arguments: innocent)
  func `a text without a secret stays as it is`(_ text: String) {
    for (around, document) in [
      ("alone", text), ("indented", "  \(text)\n  next\n"), ("within", "at 10:42: \(text) end"),
    ] {
      var redactor = Redactor()
      #expect(redactor.redact(document) == document, "\(around)")
      #expect(redactor.counts.isEmpty, "\(around)")
    }
  }

  @Test(arguments: [
    "password ", "sig=a&", "token: ", "authorization:x ", "-----BEGIN PRIVATE KEY-----", "kind: Secret\n", "eyJ",
    "+ACR",
    "\"kind\":\"Secret\",", "{\"kind\":\"Secret\",\"data\":{", "\"password\":\"", "\"password\",", "curl ",
    "\\\"token\\\":\\\"a",
    "http://a:b", "password: a: b\n", "password='", "- kind: Secret\n  data:\n    a: b\n", "bearer ", "PASSWORD: a",
  ])
  func `time grows with the text, not with its square`(_ part: String) {
    let text = Array(String(repeating: part, count: (1 << 20) / part.utf8.count).utf8)
    var redactor = Redactor()
    let time = ContinuousClock().measure { _ = redactor.redact(text) }
    // A build without optimisation takes less than three seconds for a megabyte; a square would take an hour.
    #expect(time < .seconds(30))
  }
}
