import FlowKit
import Testing

/// A secret in its surroundings: `⟨…⟩` marks what must go.
struct Hidden: Sendable, CustomTestStringConvertible {
  let rule: String
  let marked: String

  init(_ rule: String, _ marked: String) {
    self.rule = rule
    self.marked = marked
  }

  var text: String { marked.filter { $0 != "⟨" && $0 != "⟩" } }
  /// The text with each secret replaced by the next token.
  var wanted: String {
    var result = ""
    var number = 0
    for part in marked.split(separator: "⟨", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "⟩", maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count == 2 {
        number += 1
        result += "‹secret-\(number)›"
      }
      result += pieces.last ?? ""
    }
    return result
  }
  var testDescription: String { "\(rule): \(marked)" }
}

private let jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.c2lnbmF0dXJl-_x"
private let base64 = "eyJhdXRocyI6eyJjb250b3NvLmF6dXJlY3IuaW8iOnt9fX0="

private let secrets: [Hidden] = [
  Hidden("sas", "https://x.blob.core.windows.net/c/docker/registry?se=2026&sig=⟨aB%2Bc%3D⟩&sp=r&sv=2021: 403"),
  Hidden("sas", "Get \"https://x.blob.core.windows.net/c?sig=⟨abc⟩\": dial tcp"),
  Hidden("sas", "SIG=⟨abc⟩\nnext"),
  Hidden("jwt", "token \(jwt.isEmpty ? "" : "⟨" + jwt + "⟩") end"),
  Hidden("jwt", "\"⟨\(jwt)⟩\""),
  Hidden("authorization", "Authorization: Bearer ⟨opaque-token⟩"),
  Hidden("authorization", "authorization: basic ⟨dXNlcjpwYXNz⟩\r\n"),
  Hidden("userinfo", "proxyconnect tcp: http://user:⟨p@ss:w⟩@proxy:3128/x"),
  Hidden("password", "kubectl create secret docker-registry x --docker-password=⟨hunter2⟩ -n y"),
  Hidden("password", "--docker-password ⟨hunter2⟩ --docker-email=x"),
  Hidden("password", "--docker-password='⟨hunter 2&;,)⟩' x"),
  Hidden("password", "--password=\"⟨a'b c⟩\""),
  Hidden("password", "--password=⟨a&b;c,d)e⟩ f"),
  Hidden("password", "{\"username\":\"u\",\"password\":\"⟨pa,ss&w;or)d} '⟩\",\"x\":1}"),
  Hidden("password", "{ \"password\" : \"⟨pass word⟩\" }".replacing(": \"⟨", with: ":\"⟨")),
  Hidden("password", "{\"password\":\"⟨quo\\\"te\\\\⟩\",\"y\":2}"),
  Hidden("password", "annotation: {\\\"password\\\":\\\"⟨in,ner\\\\\\\"x⟩\\\",\\\"y\\\":2}"),
  Hidden("token", "{\"identitytoken\":\"⟨abc⟩\"}"),
  Hidden("auth", "{\"auths\":{\"r\":{\"auth\":\"⟨dTpw⟩\"}}}"),
  Hidden("token", "{\"refresh_token\":\"⟨abc⟩\",\"access_token\":\"⟨def⟩\"}"),
  Hidden("token", "grant?refresh_token=⟨abc⟩&access_token=⟨def⟩&x=1"),
  Hidden("token", "ARM access token: ⟨aaaaaaaaaaaaaaaaaaaaaaaa⟩"),
  Hidden("token", "{\"accessToken\": \"⟨abc⟩\"}".replacing(": \"", with: ":\"")),
  Hidden("secret", "client_id=x&client_secret=⟨s3cr.t~⟩&y=1"),
  Hidden("secret", "{\"clientSecret\":\"⟨s3cr,t⟩\",\"client_secret\":\"⟨t⟩\"}"),
  Hidden("secret", "az login --service-principal --client-secret ⟨s3cr&t⟩ --tenant x"),
  Hidden("storage-key", "AccountName=x;AccountKey=⟨abc+/==⟩;EndpointSuffix=y"),
  Hidden("client-key", "    client-key-data: ⟨LS0tLS1CRUdJTiBSU0Eg⟩"),
  Hidden("dockerconfig", "  .dockerconfigjson: ⟨\(base64)⟩"),
  Hidden("dockerconfig", "{\".dockerconfigjson\":\"⟨\(base64)⟩\"}"),
]

private let harmless = [
  "", "no secret here", "sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1",
  "11111111-2222-3333-4444-555555555555", "contosoretail.azurecr.io/checkout:v3", "https://contoso.azurecr.io:443/v2/",
  "https://contoso.azurecr.io/v2/x@sha256:abc", "scope=repository%3Aorders%3Apull&service=fabrikamshop.azurecr.io",
  "sig=%5BREDACTED%5D&x", "?ns=%5BREDACTED%5D", "sig=‹secret-7›&x", "--password-stdin", "--docker-password --x",
  "invalid username/password: unauthorized: authentication required", "imagePullSecrets: acr-pull", "eyJ short",
  "failed to fetch anonymous token: unexpected status", "error: e yJ\nabc", "password", "--password", "--password=",
  "{\"password\":\"\"}", "{\"password\":null}", "Authorization: ", "http://user@host/", "keyboard: sign=x",
]

/// I2: secrets go before anything else sees a text.
struct RedactorTests {
  @Test(arguments: secrets)
  func `a secret is replaced and what stands around it stays`(_ hidden: Hidden) {
    var redactor = Redactor()
    let result = redactor.redact(hidden.text)
    #expect(result == hidden.wanted)
    #expect(redactor.counts.keys.sorted() == [hidden.rule])
  }

  @Test(arguments: secrets)
  func `redacted text is left alone`(_ hidden: Hidden) {
    var redactor = Redactor()
    let once = redactor.redact(hidden.text)
    #expect(redactor.redact(once) == once)
    var other = Redactor()
    #expect(other.redact(once) == once)
    #expect(other.counts.isEmpty)
  }

  @Test(arguments: harmless)
  func `names, hosts, digests and ids stay`(_ text: String) {
    var redactor = Redactor()
    #expect(redactor.redact(text) == text)
    #expect(redactor.counts.isEmpty)
  }

  @Test func `what somebody types in practice is redacted, and its tokens are not given again`() throws {
    var redactor = Redactor()
    let line = "kubectl create secret docker-registry s --docker-password=Sup3rS3cret --docker-username bob"
    let typed = Event.practised(Practised(applied: line, .unknown, words: "no: --docker-password=Sup3rS3cret"))
    guard case .practised(let one) = redactor.redactTyped(typed) else { throw CancellationError() }
    #expect(one.line?.contains("--docker-password=‹secret-1› --docker-username bob") == true)
    #expect(one.words == "no: --docker-password=‹secret-1›" && one.result == .unknown)
    var later = Redactor(after: [.practised(one)])
    #expect(later.redact("sig=aaa") == "sig=‹secret-2›")
  }

  @Test func `the same secret gets the same token, another one another`() {
    var redactor = Redactor()
    #expect(redactor.redact("sig=aaa&x sig=bbb sig=aaa") == "sig=‹secret-1›&x sig=‹secret-2› sig=‹secret-1›")
    #expect(redactor.redact("AccountKey=bbb") == "AccountKey=‹secret-2›")
    #expect(redactor.counts == ["sas": 3, "storage-key": 1])
  }

  @Test(arguments: secrets)
  func `no canary survives in a long text`(_ hidden: Hidden) {
    var redactor = Redactor()
    let lines = (0..<50).map { "line \($0) of the log, all is well\n" }.joined()
    let result = redactor.redact(lines + hidden.text + "\n" + lines)
    for secret in hidden.marked.matches(of: /⟨([^⟩]*)⟩/).map(\.output.1) where secret.count > 3 {
      #expect(!result.contains(secret))
    }
    #expect(result.hasPrefix(lines) && result.hasSuffix("\n" + lines))
  }

  @Test func `a secret at the very end and bytes that are no text are no trouble`() {
    var redactor = Redactor()
    #expect(redactor.redact("sig=") == "sig=")
    #expect(redactor.redact("--password") == "--password")
    #expect(redactor.redact("{\"password\":\"") == "{\"password\":\"")
    #expect(redactor.redact("{\"password\":\"open") == "{\"password\":\"‹secret-1›")
    let bytes: [UInt8] = [0xFF, 0x00, 0x73, 0x69, 0x67, 0x3D, 0xFE]
    #expect(redactor.redact(bytes) == bytes.dropLast() + Array("‹secret-2›".utf8))
  }
}

/// Digests that tell flows apart.
struct DigestTests {
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func `the digest is FNV-1a with 64 bits`(_ text: String, _ digest: String) {
    #expect(Digest.hex(text) == digest)
  }

  @Test func `digests have sixteen digits and differ`() {
    let digests = (0..<500).map { Digest.hex("flow \($0)") }
    #expect(digests.allSatisfy { $0.count == 16 })
    #expect(Set(digests).count == 500)
  }
}
