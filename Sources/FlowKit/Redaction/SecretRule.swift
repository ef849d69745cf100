/// A rule of redaction: a word that betrays a secret, and where the secret stands.
struct SecretRule: Sendable {
  /// Where the secret is, seen from the word.
  enum Form: Sendable {
    /// The value of a key, flag, variable or query parameter whose name ends with the word.
    case key(Key)
    /// A header with a scheme, which stays.
    case authorization
    /// A token after `Bearer`, wherever that stands.
    case bearer
    /// The secret begins with the word itself, in this very case.
    case shape(String)
    /// The word stands within the secret, behind this many bytes at most.
    case within(String, before: ClosedRange<Int>, after: ClosedRange<Int>)
    /// The part between `:` and `@` of a URL.
    case userinfo
    /// A private key from its first line to its last.
    case pem
    /// A command that takes a password by a short option.
    case login
    /// A flag whose value is `user:password`.
    case credentials
    /// A flag whose value is `key=secret`.
    case literal
    /// The mark of a Kubernetes Secret.
    case manifest
  }

  /// How freely the value of a key may be taken.
  enum Key: Sendable {
    /// Passwords: running text uses the word, and their values may be anything.
    case password
    /// Tokens: running text uses the word; a value is long and has no blanks.
    case token
    /// Secrets: the value may be the name of a Kubernetes object.
    case secret
    /// Names that nobody writes in running text.
    case plain
    /// The same, if the name is the whole key.
    case whole
    /// A parameter of a query, which ends at the next one.
    case query
  }

  /// What the report of a session calls it.
  let name: String
  /// The word, folded as `WordScanner` wants it.
  let word: String
  let form: Form
  /// Fewest bytes that make it a secret.
  let least: Int

  init(_ name: String, _ word: String, _ form: Form, least: Int = 1) {
    self.name = name
    self.word = word
    self.form = form
    self.least = least
  }

  /// All rules; where two words end together, the longer one counts.
  static let all: [SecretRule] =
    keys + shapes + [
      SecretRule("authorization", "authorization", .authorization), SecretRule("authorization", "bearer", .bearer),
      SecretRule("userinfo", "://", .userinfo), SecretRule("private-key", "privatekey-----", .pem),
      SecretRule("private-key", "privatekeyblock-----", .pem),
      SecretRule("password", "dockerlogin", .login), SecretRule("password", "podmanlogin", .login),
      SecretRule("password", "docker\",\"login", .login), SecretRule("password", "podman\",\"login", .login),
      SecretRule("password", "registry\",\"login", .login),
      SecretRule("password", "nerdctllogin", .login), SecretRule("password", "helmregistrylogin", .login),
      SecretRule("password", "skopeologin", .login), SecretRule("password", "oraslogin", .login),
      SecretRule("password", "azlogin", .login), SecretRule("password", "azacrlogin", .login),
      SecretRule("password", "craneauthlogin", .login), SecretRule("password", "curl", .login),
      SecretRule("password", "ctrimagespull", .login), SecretRule("password", "ctrimagepull", .login),
      SecretRule("password", "--creds", .credentials), SecretRule("password", "--src-creds", .credentials),
      SecretRule("password", "--dest-creds", .credentials), SecretRule("password", "--user", .credentials),
      SecretRule("password", "--proxy-user", .credentials),
      SecretRule("literal", "--from-literal", .literal), SecretRule("kubernetes-secret", "kind:secret", .manifest),
      SecretRule("kubernetes-secret", "kind:\"secret\"", .manifest),
      SecretRule("kubernetes-secret", "kind:'secret'", .manifest),
      SecretRule("kubernetes-secret", "kind\":\"secret\"", .manifest),
    ]

  private static let keys: [SecretRule] = [
    SecretRule("password", "password", .key(.password)), SecretRule("password", "passwd", .key(.password)),
    SecretRule("password", "passphrase", .key(.password)), SecretRule("password", ";pwd", .key(.query)),
    SecretRule("password", "password1", .key(.password)), SecretRule("password", "password2", .key(.password)),
    SecretRule("auth", "auth", .key(.whole)), SecretRule("auth", "x-registry-auth", .key(.plain)),
    SecretRule("auth", "x-registry-config", .key(.plain)), SecretRule("cookie", "set-cookie", .key(.plain)),
    SecretRule("cookie", "cookie", .key(.plain)),
    SecretRule("token", "token", .key(.token)), SecretRule("secret", "secret", .key(.secret)),
    SecretRule("api-key", "apikey", .key(.plain)), SecretRule("api-key", "api_key", .key(.plain)),
    SecretRule("api-key", "api-key", .key(.plain)), SecretRule("api-key", "subscription-key", .key(.plain)),
    SecretRule("access-key", "access_key", .key(.plain)), SecretRule("access-key", "access-key", .key(.plain)),
    SecretRule("access-key", "accesskey", .key(.plain)), SecretRule("access-key", "secret_key", .key(.plain)),
    SecretRule("access-key", "secretkey", .key(.plain)), SecretRule("access-key", "secret-key", .key(.plain)),
    SecretRule("storage-key", "accountkey", .key(.plain)), SecretRule("storage-key", "account_key", .key(.plain)),
    SecretRule("storage-key", "account-key", .key(.plain)), SecretRule("storage-key", "storage_key", .key(.plain)),
    SecretRule("storage-key", "sharedaccesssignature", .key(.plain)),
    SecretRule("connection-string", "connection_string", .key(.plain)),
    SecretRule("connection-string", "connectionstring", .key(.plain)),
    SecretRule("connection-string", "connection-string", .key(.plain)),
    SecretRule("client-key", "client-key-data", .key(.plain)), SecretRule("private-key", "private_key", .key(.plain)),
    SecretRule("private-key", "privatekey", .key(.plain)), SecretRule("sas", "sig", .key(.query)),
    SecretRule("dockerconfig", ".dockerconfigjson", .key(.plain)),
    SecretRule("dockerconfig", ".dockercfg", .key(.plain)),
  ]

  private static let shapes: [SecretRule] = [
    SecretRule("jwt", "eyj", .shape("eyJ"), least: 40), SecretRule("dockerconfig", "ewogi", .shape("ewogI"), least: 40),
    SecretRule("dockerconfig", "ewoji", .shape("ewoJI"), least: 40),
    SecretRule("dockerconfig", "ewoki", .shape("ewokI"), least: 40),
    SecretRule("github", "ghp_", .shape("ghp_"), least: 20), SecretRule("github", "gho_", .shape("gho_"), least: 20),
    SecretRule("github", "ghs_", .shape("ghs_"), least: 20), SecretRule("github", "ghu_", .shape("ghu_"), least: 20),
    SecretRule("github", "ghr_", .shape("ghr_"), least: 20),
    SecretRule("github", "github_pat_", .shape("github_pat_"), least: 20),
    SecretRule("gitlab", "glpat-", .shape("glpat-"), least: 16),
    SecretRule("gitlab", "gldt-", .shape("gldt-"), least: 16),
    SecretRule("docker-hub", "dckr_pat_", .shape("dckr_pat_"), least: 16),
    SecretRule("docker-hub", "dckr_oat_", .shape("dckr_oat_"), least: 16),
    SecretRule("slack", "xoxa-", .shape("xoxa-"), least: 14), SecretRule("slack", "xoxb-", .shape("xoxb-"), least: 14),
    SecretRule("slack", "xoxp-", .shape("xoxp-"), least: 14), SecretRule("slack", "xoxr-", .shape("xoxr-"), least: 14),
    SecretRule("slack", "xoxs-", .shape("xoxs-"), least: 14), SecretRule("slack", "xoxe-", .shape("xoxe-"), least: 14),
    SecretRule("private-key", "ls0tls1crudjtibsu0eg", .shape("LS0tLS1CRUdJTiBSU0Eg"), least: 40),
    SecretRule("private-key", "ls0tls1crudjtibfqyb", .shape("LS0tLS1CRUdJTiBFQyB"), least: 40),
    SecretRule("private-key", "ls0tls1crudjtibquklwqvrf", .shape("LS0tLS1CRUdJTiBQUklWQVRF"), least: 40),
    SecretRule("private-key", "ls0tls1crudjtibftknswv", .shape("LS0tLS1CRUdJTiBFTkNSWV"), least: 40),
    SecretRule("private-key", "ls0tls1crudjtibpuevou1ni", .shape("LS0tLS1CRUdJTiBPUEVOU1NI"), least: 40),
    SecretRule("acr-password", "+acr", .within("+ACR", before: 30...60, after: 4...12)),
    SecretRule("storage-key", "+ast", .within("+ASt", before: 60...100, after: 4...16)),
    SecretRule("secret", "q~", .within("Q~", before: 4...4, after: 25...45)),
  ]

  /// Words that follow a flag or the word "password" in running text.
  static let prose: Set<String> = [
    "via", "is", "to", "or", "and", "flag", "option", "with", "for", "from", "requires", "must", "as", "in", "cannot",
    "the", "if", "string", "null", "true", "false", "nil", "none", "~", "yes", "no", "on", "was", "may", "can", "{}",
    "[]", "value", "not", "stringArray", "...", "undefined", "None", "True", "False", "YES", "NO", "''", "\"\"",
    "<nil>", "<none>", "<unset>", "<unknown>", "<redacted>", "***", "REDACTED", "[REDACTED]", "DATA+OMITTED",
  ]

  /// Schemes of an authorization header.
  static let schemes: Set<String> = [
    "bearer", "basic", "digest", "negotiate", "ntlm", "token", "sharedkey", "sharedkeylite", "apikey",
    "aws4-hmac-sha256", "sharedaccesssignature", "hawk", "hmac-sha256", "pop",
  ]
}
