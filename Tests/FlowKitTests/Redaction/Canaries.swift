/// Secrets made up for tests, one of each kind, and the documents they can stand in.
enum Canary {
  /// A kind of secret: the secret itself, and a text with it at `@`.
  struct Kind: Sendable {
    let name: String
    let secret: String
    let text: String

    init(_ name: String, _ secret: String, _ text: String = "@") {
      self.name = name
      self.secret = secret
      self.text = text
    }

    /// The text with the secret; a `%` before `proxy` is the at-sign of an address.
    var planted: String { text.replacing("@", with: secret).replacing("%proxy", with: "@proxy") }
  }

  static let jwt =
    "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnktMTIzNDU2Nzg5MCJ9.Q2FuYXJ5U2lnbmF0dXJl-_x"
  static let config = base64(#"{"auths":{"contoso.azurecr.io":{"username":"u","password":"CanaryInConfig1"}}}"#)

  /// Secrets that are known by their look, or bring the key that betrays them.
  static let kinds: [Kind] = [
    Kind("jwt", jwt), Kind("dockerconfig", config), Kind("bearer", "CanaryOpaque0123456789", "Authorization: Bearer @"),
    Kind("basic", base64("u:CanaryBasic1"), "Authorization: Basic @"), Kind("header", jwt, "authorization: bearer @"),
    Kind("sas", "CanarySig%2Babc%3D", "https://x.blob.core.windows.net/c?sv=2021&sig=@&sp=r"),
    Kind("acr", "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeF+ACRAcanry"),
    Kind("account key", "CanaryKey+/0123==", "AccountName=x;AccountKey=@;EndpointSuffix=core.windows.net"),
    Kind("access key", "CanaryShared0=", "Endpoint=sb://x/;SharedAccessKeyName=y;SharedAccessKey=@"),
    Kind("signature", "CanarySharedSig0", "SharedAccessSignature=@"), Kind("github", "ghp_Canary0123456789abcdefghij"),
    Kind("github", "gho_Canary0123456789abcdefghij"), Kind("github", "ghs_Canary0123456789abcdefghij"),
    Kind("github", "github_pat_Canary0123456789_abcdefghij"), Kind("gitlab", "glpat-Canary0123456789abcd"),
    Kind("hub", "dckr_pat_Canary0123456789abcd"), Kind("slack", "xoxb-0123456789-Canary"),
    Kind("aws", "CanaryAws/0123+abc", "aws_secret_access_key=@"), Kind("aws", "CanarySession0", "AWS_SESSION_TOKEN=@"),
    Kind("userinfo", "CanaryProxy9", "http://user:@%proxy:3128/"),
    Kind("flag", "CanaryFlag1", "kubectl create secret docker-registry x --docker-password=@"),
    Kind("flag", "CanaryFlag2", "helm registry login r --password @"), Kind("flag", "CanaryFlag3", "--client-secret @"),
    Kind("flag", "CanaryFlag4", "kubectl --token @ get pods"),
    Kind("login", "CanaryLogin5", "docker login -u x -p @ r.io"),
    Kind("login", "CanaryLogin6", "helm registry login r.io -u x -p @"),
    Kind("env", "CanaryEnv1", "DB_PASSWORD=@"), Kind("env", "CanaryEnv2", "MY_SECRET=@"),
    Kind("env", "CanaryEnv3", "CI_TOKEN=@"), Kind("env", "CanaryEnv4", "MY_APIKEY=@"),
    Kind("env", "CanaryEnv5", "X_API_KEY=@"),
    Kind("env", "CanaryEnv6", "X_ACCESS_KEY=@"), Kind("env", "CanaryEnv7", "X_CONNECTION_STRING=@"),
    Kind("env", "CanaryEnv8", "DB_PASSWD=@"), Kind("query", "CanaryQuery1", "https://x/?refresh_token=@&y=1"),
    Kind("query", "CanaryQuery2", "client_id=x&client_secret=@&y=1"), Kind("query", "CanaryQuery3", "id_token=@&y=1"),
    Kind("canipull", "CanaryArm0123456789abcdef", "ARM access token: @"),
    Kind("canipull", "CanaryAcr0123456789abcdef", "ACR access token: @"),
  ]

  /// A one-line text in every kind of document that takes any text.
  static func documents(_ text: String) -> [(kind: String, text: String)] {
    let quoted = text.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
    let twice = quoted.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
    return [
      ("alone", text), ("log line", "2026-11-21T03:20:00Z stdout F level=info \(text)\nnext line\n"),
      (
        "describe",
        "Name:   pod\nContainers:\n  app:\n    Args:\n      \(text)\n    State:   Waiting\nEvents:  <none>\n"
      ),
      ("event", "  Warning  Failed  5m  kubelet  Failed to pull: \(text)\n  Normal  BackOff  5m  kubelet  Back-off\n"),
      ("pod json", "{\"spec\":{\"containers\":[{\"args\":[\"\(quoted)\"],\"name\":\"app\"}]}}"),
      ("annotation", "{\"metadata\":{\"annotations\":{\"last\":\"{\\\"args\\\":[\\\"\(twice)\\\"]}\\n\"}}}"),
      ("yaml list", "args:\n- \(text)\n- --next\n"), ("yaml quoted", "args:\n- \"\(quoted)\"\n- '--next'\n"),
      ("shell", "$ \(text)\noutput\n"), ("carriage return", "before\r\n\(text)\r\nafter\r\n"),
      ("fence", "Hello,\n\n```\n\(text)\n```\n"),
      ("az", "[\n  {\n    \"id\": \"\(quoted)\",\n    \"name\": \"x\"\n  }\n]\n"),
      ("yaml secret", "apiVersion: v1\nstringData:\n  some: '\(text)'\nkind: Secret\n"),
      ("env json", "{\"env\":[{\"name\":\"APP_TOKEN\",\"value\":\"\(quoted)\"}]}"),
    ]
  }

  /// Documents with a place for any secret at `@`, in base64 at `#`.
  static let places: [(kind: String, text: String)] = [
    ("describe", "    Environment:\n      DB_PASSWORD:  @\n      API_TOKEN:    @\n      MODE:  keep-1\n"),
    ("pod json", #"{"env":[{"name":"DB_PASSWORD","value":"@"},{"name":"MODE","value":"keep-1"}]}"#),
    ("value first", #"{"env":[{"value":"@","name":"DB_PASSWORD"}],"name":"keep-1"}"#),
    ("value first, yaml", "env:\n- value: '@'\n  name: DB_PASSWORD\n- name: keep-1\n"),
    ("secret cut off", "{\"kind\":\"Secret\",\"data\":{\"x\":\"@\nkind: Pod\nname: \"keep-1\"\n"),
    ("pod yaml", "env:\n- name: CLIENT_SECRET\n  value: '@'\n- name: MODE\n  value: keep-1\n"),
    ("secret yaml", "apiVersion: v1\ndata:\n  any: #\nkind: Secret\nmetadata:\n  name: keep-1\n"),
    (
      "secret last",
      "kind: Secret\nmetadata:\n  name: keep-1\nstringData:\n  any: \"@\"\n  more: |\n    @\n    x\ntype: Opaque\n"
    ),
    (
      "secret list",
      "items:\n- apiVersion: v1\n  data:\n    any: #\n  kind: Secret\n- kind: ConfigMap\n  data:\n    a: keep-1\n"
    ),
    ("secret json", "{\n  \"data\": {\n    \"any\": \"#\"\n  },\n  \"kind\": \"Secret\", \"type\": \"keep-1\"\n}\n"),
    ("applied", ##"{"kind":"Pod","a":"{\"data\":{\"any\":\"#\"},\"kind\":\"Secret\"}\n","name":"keep-1"}"##),
    ("kubeconfig", "users:\n- name: keep-1\n  user:\n    token: @\n    password: @\n    client-key-data: #\n"),
    ("docker config", ##"{"auths":{"keep-1":{"username":"keep-1","password":"@","auth":"#","identitytoken":"@"}}}"##),
    (
      "acr credential",
      "{\n \"passwords\": [\n {\n \"name\": \"password\",\n \"value\": \"@\"\n }],\n \"username\": \"keep-1\"\n}\n"
    ),
    ("acr token", #"{"passwords":[{"creationTime":"keep-1","expiry":null,"name":"password1","value":"@"}]}"#),
    ("az json", #"{"accessToken": "@", "tenant": "keep-1", "clientSecret":"@", "password": "@"}"#),
    ("log", "E1121 keep-1 login failed password=\"@\" user=x\nINFO token='@' keep-1\n"),
    ("command", "podman login --username keep-1 --password '@' r.io && az login -u x -p '@'; echo keep-1\n"),
    ("arguments", #"["docker","login","-p","@","keep-1"] ["--token","@"] ["--client-secret=@"]"#),
    ("yaml arguments", "args:\n- --password\n- '@'\n- keep-1\n"),
    ("env block", "DB_PASSWORD=@\nexport CI_TOKEN='@'\nMODE=keep-1\nX_API_KEY: @\n"),
    ("tokens", "access_token: @\nrefresh_token: '@'\nid_token: \"@\"\nname: keep-1\n"),
  ]

  static func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
      let bits = padded.reduce(0) { $0 << 8 | Int($1) }
      for digit in 0...3 { result.append(digit > group.count ? "=" : alphabet[bits >> (18 - 6 * digit) & 63]) }
    }
    return result
  }
}

/// Numbers that look random and are the same in every run.
struct FixedSeed {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number from 0 up to a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
