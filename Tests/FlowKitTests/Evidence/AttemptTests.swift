import FlowKit
import Testing

@Suite("Attempts of a pull")
struct EvidenceAttemptTests {
  static let image = "tidewater.azurecr.io/books/ledger:2"
  static let pull = "failed to pull and unpack image \"\(image)\": "
  static let resolve = pull + "failed to resolve reference \"\(image)\": "
  static let token =
    "https://tidewater.azurecr.io/oauth2/token?scope=repository%3Abooks%2Fledger%3Apull&service=tidewater.azurecr.io"
  static let oauth =
    resolve
    + "failed to authorize: failed to fetch oauth token: unexpected status from GET request to \(token): 401 Unauthorized"
  static let anonymous =
    resolve
    + "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to \(token): 401 Unauthorized"
  static let absent = "rpc error: code = NotFound desc = " + resolve + image + ": not found"
  static let blob =
    pull
    + "failed to copy: httpReadSeeker: failed open: failed to do request: Get \"https://weu7.blob.core.windows.net/x//docker/registry/v2/blobs/sha256/aa/data?sig=x\": dial tcp 20.60.1.1:443: i/o timeout"
  static let full = pull + "failed to extract layer sha256:aa: write /var/lib/x: no space left on device"

  /// An error read from a kubelet's message.
  static func error(_ text: String) -> PullError {
    let document = document("Failed to pull image \"\(image)\": " + text)
    return PullError(Passage(document, [0..<document.bytes.count]))
  }

  /// Message, step, host, status and address of its only attempt.
  static let single: [(text: String, step: PullStep, host: String?, status: Int?, address: String?)] = [
    (oauth, .authorize, "tidewater.azurecr.io", 401, nil), (absent, .resolve, nil, nil, nil),
    (blob, .copy, "weu7.blob.core.windows.net", nil, "20.60.1.1:443"), (full, .extract, nil, nil, nil),
    (
      resolve
        + "failed to do request: Head \"https://tidewater.azurecr.io/v2/a/manifests/1\": dial tcp: lookup tidewater.azurecr.io on 10.0.0.10:53: no such host",
      .resolve, "tidewater.azurecr.io", nil, nil
    ),
    (
      resolve
        + "failed to do request: Head \"https://tidewater.azurecr.io:5000/v2/a/manifests/1\": read tcp 10.0.0.4:50000->20.1.1.1:5000: read: connection reset by peer",
      .resolve, "tidewater.azurecr.io:5000", nil, "20.1.1.1:5000"
    ),
    (
      resolve
        + "failed to do request: Head \"https://tidewater.azurecr.io:443/v2/a/manifests/1\": dial tcp [2603:1020::1]:443: connect: network is unreachable",
      .resolve, "tidewater.azurecr.io", nil, "[2603:1020::1]:443"
    ),
    (
      resolve
        + "unexpected status from HEAD request to https://tidewater.azurecr.io/v2/a/manifests/1: 503 Service Unavailable",
      .resolve, "tidewater.azurecr.io", 503, nil
    ),
    (
      resolve + "pulling from host tidewater.azurecr.io failed with status code [manifests 1]: 403 Forbidden", .resolve,
      nil, 403, nil
    ),
    (
      "rpc error: code = Unknown desc = Error response from daemon: error parsing HTTP 429 response body: invalid character 'T'",
      .resolve, nil, 429, nil
    ),
    (
      "initializing source docker://\(image): Requesting bearer token: invalid status code from registry 403 (Forbidden)",
      .authorize,
      nil, 403, nil
    ),
  ]

  @Test(arguments: single.indices)
  func parts(_ index: Int) {
    let wanted = Self.single[index]
    let error = Self.error(wanted.text)
    #expect(error.attempts.count == 1)
    #expect(error.attempt.step == wanted.step)
    #expect(error.attempt.host == wanted.host)
    #expect(error.attempt.status == wanted.status)
    #expect(error.attempt.address == wanted.address)
    #expect(error.image == Self.image)
  }

  /// A list, the number of its entries, and the entry that got furthest.
  static let lists: [(texts: [String], deciding: Int, wanted: String)] = [
    ([oauth, anonymous], 0, "credentials-refused"), ([absent, anonymous], 0, "not-found"),
    ([anonymous, absent], 1, "not-found"), ([oauth, absent, anonymous], 1, "not-found"),
    ([oauth, blob, anonymous], 1, "blob-unreachable"), ([blob, full], 1, "disk-full"),
    ([oauth, oauth], 0, "credentials-refused"),
    ([anonymous], 0, "no-credentials"),
    (
      [
        resolve
          + "unexpected status from HEAD request to https://tidewater.azurecr.io/v2/a/manifests/1: 403 Forbidden\ndenied: client with IP '1.2.3.4' is not allowed access.",
        anonymous,
      ], 0, "forbidden-network"
    ),
  ]

  @Test(arguments: lists.indices)
  func list(_ index: Int) {
    let wanted = Self.lists[index]
    let error = Self.error("[" + wanted.texts.joined(separator: ", ") + "]")
    #expect(error.attempts.count == wanted.texts.count)
    #expect(error.deciding == wanted.deciding)
    #expect(error.pullClass == wanted.wanted)
  }

  @Test func commasInsideAnEntryAreNoCut() {
    let text =
      Self.resolve
      + "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"
    #expect(Self.error(text).attempts.count == 1)
    #expect(Self.error("[\(text), \(Self.anonymous)]").attempts.count == 2)
    let names =
      Self.resolve
      + "tls: failed to verify certificate: x509: certificate is valid for a.example, failed.example, not tidewater.azurecr.io"
    #expect(Self.error(names).attempts.count == 1)
  }

  @Test func theAnonymousRefusalIsMarked() {
    let error = Self.error("[\(Self.oauth), \(Self.anonymous)]")
    #expect(error.attempts.map(\.isAnonymousRefusal) == [false, true])
  }
}

@Suite("Facts of a reading")
struct EvidenceFactTests {
  @Test func ofADescription() {
    let pod = """
      Name:             web-0
      Namespace:        shop
      Service Account:  puller
      Node:             node-1/10.0.0.4
      Status:           Pending
      Controlled By:    StatefulSet/web
      Containers:
        web:
          Image:          tidewater.azurecr.io/books/ledger:2
          State:          Waiting
            Reason:       ImagePullBackOff
          Ready:          False
          Restart Count:  3
      Events:
        Type     Reason  Age  From     Message
        ----     ------  ---  ----     -------
        Warning  Failed  1m   kubelet  Failed to pull image "tidewater.azurecr.io/books/ledger:2": [\(EvidenceAttemptTests.blob), \(EvidenceAttemptTests.anonymous)]
      """
    let facts = FactCatalogue.facts(of: read(pod)).mapValues(\.value)
    let wanted = [
      "namespace": "shop", "pod": "web-0", "node": "node-1", "serviceAccount": "puller", "phase": "Pending",
      "owner": "StatefulSet/web", "container": "web", "containerKind": "app",
      "image": "tidewater.azurecr.io/books/ledger:2",
      "registry": "tidewater.azurecr.io", "repository": "books/ledger", "tag": "2",
      "waiting.reason": "ImagePullBackOff",
      "restarts": "3", "pull.class": "blob-unreachable", "pull.step": "copy", "pull.host": "weu7.blob.core.windows.net",
      "pull.address": "20.60.1.1:443", "pull.attempts": "2",
    ]
    for (name, value) in wanted { #expect(facts[name] == value, "\(name)") }
    #expect(facts["digest"] == nil && facts["pull.status"] == nil && facts["failure.kind"] == nil)
    #expect(Set(facts.keys).isSubset(of: FactCatalogue.names))
  }

  @Test func ofAnotherFailure() {
    let text = "NAME  READY  STATUS  RESTARTS  AGE\nweb-0  0/1  CrashLoopBackOff  7  9m"
    let facts = FactCatalogue.facts(of: read(text)).mapValues(\.value)
    #expect(facts["failure.kind"] == "crash" && facts["failure.reason"] == "CrashLoopBackOff")
    #expect(facts["pull.class"] == "not-image-pull")
  }
}

@Suite("Image references")
struct EvidenceImageReferenceTests {
  /// Reference, registry, repository, tag, digest.
  static let rows: [(text: String, registry: String, repository: String, tag: String?, digest: String?)] = [
    ("nginx", "docker.io", "library/nginx", nil, nil), ("nginx:1.27", "docker.io", "library/nginx", "1.27", nil),
    ("shop/web", "docker.io", "shop/web", nil, nil), ("docker.io/nginx", "docker.io", "library/nginx", nil, nil),
    ("tidewater.azurecr.io/a/b/c:1", "tidewater.azurecr.io", "a/b/c", "1", nil),
    ("localhost/app:1", "localhost", "app", "1", nil), ("localhost:5000/app", "localhost:5000", "app", nil, nil),
    ("10.0.0.5:5000/app:1", "10.0.0.5:5000", "app", "1", nil), ("registry:5000/app", "registry:5000", "app", nil, nil),
    ("quay.io/keel/op@sha256:aa11", "quay.io", "keel/op", nil, "sha256:aa11"),
    ("quay.io/keel/op:1@sha256:aa11", "quay.io", "keel/op", "1", "sha256:aa11"),
    ("[2001:db8::1]:5000/app:1", "[2001:db8::1]:5000", "app", "1", nil),
  ]

  @Test(arguments: rows.indices)
  func split(_ index: Int) throws {
    let row = Self.rows[index]
    let reference = try #require(ImageReference(row.text))
    #expect(reference.registry == row.registry && reference.repository == row.repository)
    #expect(reference.tag == row.tag && reference.digest == row.digest)
    #expect(
      reference.namesRegistry
        == (row.text.contains(".") && row.text.contains("/") || row.text.contains(":5000/")
          || row.text.hasPrefix("localhost")))
  }

  @Test(arguments: ["", "https://tidewater.azurecr.io/app", "a b", "app:", "tidewater.azurecr.io/"])
  func none(_ text: String) { #expect(ImageReference(text) == nil) }
}
