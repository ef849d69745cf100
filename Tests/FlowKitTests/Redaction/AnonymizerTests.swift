import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// Sessions without the names of the one whom they happened to.
struct AnonymizerTests {
  private static let demos = Shipped.demos.map(\.id)

  /// The walk of a demonstration by its suggestions, and by its answers where nothing is suggested.
  private static func walk(_ id: String) throws -> Transcript {
    var walk = TwoWays(try ShippedFlow.session())
    var source = Event.Source(.recording)
    source.pod = "orders-6b7f9c5d48-t9wlz"
    source.kubeconfig = "/home/jane/.kube/config"
    source.context = "shop-prod"
    walk.apply(.began(Event.Began(flow: "image-pull", version: "1.0", hash: "", program: "0.1.0", source: source)))
    walk.apply(walk.live.complete(.evidence(EvidenceRecord(try ShippedFlow.document(id)))))
    walk.settle()
    walk.apply(.note("asked jane.roe@contoso.com about ns/store, context shop-prod, see /home/jane/notes.txt"))
    let demo = try ShippedFlow.demo(id)
    for fact in demo.facts { walk.apply(.fact(fact)) }
    walk.settle()
    while true {
      switch walk.live.step {
      case .ask(let ask):
        let told = demo.answers["\(walk.live.flow.id).\(walk.live.nodeID)"] ?? demo.answers[walk.live.nodeID]
        walk.choose(try #require(ask.suggested.map { ask.choices[$0].id } ?? told))
      case .run(let run):
        let result = try #require(demo.result(of: run.arguments ?? []))
        for event in CommandOutput.events(
          walk.live, line: run.line, result, Provenance(.command, source: run.line, exit: result.exit))
        { walk.apply(walk.live.complete(event)) }
        walk.settle()
      default:
        walk.apply(.ended(.finished))
        return try #require(walk.transcript())
      }
    }
  }

  /// The walks, taken once.
  private static let walks = Dictionary(uniqueKeysWithValues: demos.map { id in (id, Result { try walk(id) }) })

  private func transcript(_ id: String) throws -> Transcript { try #require(Self.walks[id]).get() }

  private func anonymous(_ transcript: Transcript) throws -> Transcript {
    let entries = Anonymizer(transcript).entries()
    return try #require(Transcript(id: transcript.id, entries: entries, library: try ShippedFlow.library))
  }

  private func path(_ transcript: Transcript) -> [String] {
    transcript.walk.map { "\($0.visit.flow).\($0.visit.node.id)/\($0.visit.edge.id)" }
  }

  @Test(arguments: demos)
  func `the walk stays the same`(_ id: String) throws {
    let before = try transcript(id)
    let after = try anonymous(before)
    #expect(path(after) == path(before))
    #expect(after.session.nodeID == before.session.nodeID && after.session.flow.id == before.session.flow.id)
    #expect(after.leaf?.id == before.leaf?.id && before.leaf != nil)
    #expect("\(after.session.conclusion)" == "\(before.session.conclusion)")
    #expect(after.fold.misfit == nil && after.notes.count == before.notes.count)
    #expect(after.entries.map(\.time) == before.entries.map(\.time))
  }

  @Test(arguments: demos)
  func `every mark stands on the words that stand for the words before`(_ id: String) throws {
    let before = try transcript(id)
    let after = try anonymous(before)
    for (old, new) in zip(before.walk, after.walk) {
      guard let span = old.visit.answer.because else {
        #expect(new.visit.answer.because == nil)
        continue
      }
      let moved = try #require(new.visit.answer.because)
      let document = try #require(new.visit.document)
      #expect(moved.document == span.document && moved.pieces.count == span.pieces.count)
      #expect(moved.pieces.map(\.line) == span.pieces.map(\.line))
      #expect(Self.text(moved, in: document) == moved.text)
      #expect(Self.shape(moved.text) == Self.shape(span.text), "\(span.text) became \(moved.text)")
    }
  }

  /// The characters of a place, as its pieces name them.
  private static func text(_ span: Span, in document: Document) -> String {
    span.pieces.map { piece in
      String(document.line(piece.line - 1).dropFirst(piece.column - 1).prefix(piece.length))
    }.joined(separator: " … ")
  }

  /// The words of messages in a text, without the names.
  private static func shape(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter {
      [
        "failed", "not", "found", "Unauthorized", "lookup", "no", "such", "host", "https", "azurecr", "io", "oauth2",
        "left", "space",
      ]
      .contains($0)
    }
  }

  @Test(arguments: demos)
  func `the text is read as before`(_ id: String) throws {
    let before = try transcript(id)
    let after = try anonymous(before)
    func kinds(_ transcript: Transcript) -> [String] {
      let facts = FactCatalogue.facts(of: EvidenceReading(transcript.session.documents))
      return facts.keys.sorted().map { name in
        ["pull.class", "pull.step", "pull.status", "waiting.reason", "tag", "phase", "pull.attempts"].contains(name)
          ? "\(name)=\(facts[name]?.value ?? "")" : name
      }
    }
    #expect(kinds(after) == kinds(before))
  }

  // MARK: - What is gone

  private static let patterns = [
    #"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"#,
    #"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b"#, #"[A-Za-z0-9.-]+@[A-Za-z0-9.-]+"#,
    #"\borders[A-Za-z0-9-]*"#, #"aks-[a-z]+-[0-9]+-vmss[0-9a-z]+"#, #"[a-z0-9]*fabrikam[a-z0-9-]*"#,
    #"\b[a-zA-Z_]*(?:rg|aks|vnet)-[a-z]+\b"#, #"(?:-n |ns/|Namespace: +|"namespace": "|assigned )store\b"#,
    #"\bjane\b"#,
    "6b7f9c5d48", #"shop-prod"#,
  ]

  /// What could be private in a text, by expressions that know nothing of the anonymizer.
  private static func privateWords(_ text: String) throws -> Set<String> {
    let made = [
      #"00000000-0000-0000-0000-.*"#, #"192\.0\.2\..*"#, #"user-1@host-1.example"#, #"127\.0\.0\.1"#,
      #"0\.0\.0\.0"#, #"168\.63\.129\.16"#,
    ]
    var found: Set<String> = []
    for pattern in patterns {
      let expression = try NSRegularExpression(pattern: pattern)
      for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        guard let range = Range(match.range, in: text) else { continue }
        let word = String(text[range])
        let isMade = made.contains { word.range(of: "^" + $0 + "$", options: .regularExpression) != nil }
        if !isMade { found.insert(word) }
      }
    }
    return found
  }

  @Test(arguments: demos)
  func `no private name is left in any format`(_ id: String) throws {
    let before = try transcript(id)
    let after = try anonymous(before)
    for exporter in Exporters.all {
      // Words that the flows themselves have tell nothing.
      let flows = try ShippedFlow.library.sources.map(\.text).joined()
      let left = try Self.privateWords(try exporter.export(after)).filter { !flows.contains($0) }
      #expect(left == [], "\(exporter.name)")
      #expect(try !Self.privateWords(try exporter.export(before)).isEmpty, "\(exporter.name)")
    }
    let lines = try after.entries.map { String(decoding: try $0.line(), as: UTF8.self) }.joined(separator: "\n")
    #expect(try Self.privateWords(lines) == [])
    for name in ["azurecr.io", "kube-root-ca.crt", "westeurope", "node.kubernetes.io/not-ready", "ImagePullBackOff"]
    where try before.entries.map({ String(decoding: try $0.line(), as: UTF8.self) }).joined().contains(name) {
      #expect(lines.contains(name), "\(name)")
    }
  }

  @Test(arguments: demos)
  func `twice gives the same, and tokens stay tokens`(_ id: String) throws {
    let before = try transcript(id)
    let once = Anonymizer(before).entries()
    #expect(once == Anonymizer(before).entries())
    #expect(Anonymizer(once).entries() == once)
  }

  // MARK: - Hostile names

  /// A text after it went through the anonymizer as the evidence of a session with some facts.
  private func text(_ text: String, _ facts: [String: String] = [:], source: String = "x") -> String {
    let began = Event.began(Event.Began(flow: "f", version: "1", hash: "", program: "0"))
    let document = Document(id: "d", title: "t", provenance: Provenance(.command, source: source), text: text)
    let events =
      [began] + facts.sorted { $0.key < $1.key }.map { .fact(Event.FactRecord(name: $0.key, value: $0.value)) }
      + [.evidence(EvidenceRecord(document))]
    let entries = events.enumerated().map {
      JournalEntry(sequence: $0.offset + 1, time: Date(timeIntervalSince1970: 0), event: $0.element)
    }
    guard case .evidence(let record)? = Anonymizer(entries).entries().last?.event else { return "" }
    return record.text
  }

  @Test func `names that begin with each other are different names`() {
    let facts = ["pod": "web-api-0", "namespace": "web-api", "container": "web"]
    #expect(text("web-api-0 web-api web webapi web-api.", facts) == "pod-1 namespace-1 container-1 webapi namespace-1.")
    #expect(text("web-api-1 and myweb", facts) == "name-1 and myweb")
  }

  @Test func `a word of the field is replaced only where it is a name`() {
    let facts = ["namespace": "image", "container": "app", "pod": "error"]
    let line =
      "Error: image not found, error in namespace image, pod/error, -n image, spec.containers{app}, app=1 happy"
    #expect(
      text(line, facts) == "Error: image not found, error in namespace namespace-1, pod/pod-1, -n namespace-1, "
        + "spec.containers{container-1}, app=1 happy")
  }

  @Test func `a name may hold what an expression would act on`() {
    #expect(text("rg(a.*)$1+ and rg", ["resourceGroup": "rg(a.*)$1+"]) == "group-1 and rg")
    #expect(text("C\\D [x] C", ["context": "C\\D [x]"]) == "context-1 C")
  }

  @Test func `names in a URL and in quoted JSON are found`() {
    let facts = ["repository": "team/orders", "registry": "acme.azurecr.io"]
    #expect(
      text(
        "https://acme.azurecr.io/oauth2/token?scope=repository%3Ateam%2Forders%3Apull&service=acme.azurecr.io", facts)
        == "https://registry1.azurecr.io/oauth2/token?scope=repository%3Arepo-1%2Frepo-2%3Apull&service=registry1.azurecr.io"
    )
    #expect(
      text(#"{"a": "{\"namespace\":\"image\",\"x\":\"Back-off\\norders\"}"}"#, facts)
        == #"{"a": "{\"namespace\":\"namespace-1\",\"x\":\"Back-off\\nrepo-2\"}"}"#)
  }

  @Test func `line ends stay, and so does what is no text`() {
    #expect(text("Namespace: acme\r\nName:  x\r\nacme\r\n") == "Namespace: namespace-1\r\nName:  x\r\nnamespace-1\r\n")
    let blob = "aG9tZS9KYW5lRG9l/acme/YW5kIHNvbWUgbW9yZTAxMjM0NTY3ODk+acme+Zm9vYmFyYmF6cXV4MTIzNA=="
    #expect(text("namespace: acme\ndata: \(blob)") == "namespace: namespace-1\ndata: \(blob)")
    #expect(text("‹secret-1› secret-1", ["namespace": "secret-1"]) == "‹secret-1› namespace-1")
  }

  @Test func `hosts keep what belongs to a cloud`() {
    let hosts = [
      "acme.azurecr.io": "registry1.azurecr.io",
      "acme.westeurope.data.azurecr.io": "registry1.westeurope.data.azurecr.io",
      "acme.privatelink.azurecr.cn": "registry1.privatelink.azurecr.cn",
      "privatelink.azurecr.io": "privatelink.azurecr.io",
      "acme.azureacr.io": "registry1.azureacr.io", "harbor.acme.com:5000": "host-1.example:5000",
      "weu01.blob.core.windows.net": "storage1.blob.core.windows.net",
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com": "000000000001.dkr.ecr.eu-west-1.amazonaws.com",
    ]
    for (host, wanted) in hosts { #expect(text("lookup \(host): no") == "lookup \(wanted): no") }
    for host in [
      "mcr.microsoft.com", "registry-1.docker.io", "auth.docker.io", "ghcr.io", "quay.io", "registry.k8s.io", "gcr.io",
      "public.ecr.aws", "login.microsoftonline.com", "management.azure.com", "app.kubernetes.io/name", "aka.ms/acr",
      "management.chinacloudapi.cn", "io.containerd.snapshotter.v1.overlayfs", "data.bin", "spec.nodeName",
    ] { #expect(text("to \(host).") == "to \(host).") }
  }

  @Test func `addresses keep their form`() {
    #expect(
      text("10.0.0.4:53->10.0.0.9, 10.0.0.4/16 127.0.0.1 0.0.0.0")
        == "192.0.2.1:53->192.0.2.2, 192.0.2.1/16 127.0.0.1 0.0.0.0")
    #expect(text("[fd00:a::17]:443 ::1 03:20:04 fd00:a::17") == "[2001:db8::1]:443 ::1 03:20:04 2001:db8::1")
    #expect(text("mac 0a:1b:2c:3d:4e:5f, 00-0D-3A-11-22-33") == "mac 00:00:5e:00:53:01, 00-00-5e-00-53-02")
    #expect(text("id C8B1E7D2-4f6a-4a3b-9d20-5e6f7a8b9c0d") == "id 00000000-0000-0000-0000-000000000001")
  }

  @Test func `a resource id keeps its types`() {
    #expect(
      text(
        "/subscriptions/c8b1e7d2-4f6a-4a3b-9d20-5e6f7a8b9c0d/resourceGroups/MC_a_b_westeurope/providers/Microsoft.Network/virtualNetworks/hub/subnets/pods1 rg mc_A_b_westeurope"
      )
        == "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/group-1/providers/Microsoft.Network/virtualNetworks/resource-1/subnets/resource-2 rg group-1"
    )
  }

  @Test func `images keep their tag and digest`() {
    let digest = "sha256:" + String(repeating: "ab", count: 32)
    #expect(
      text("image \"ghcr.io/acme/shop:acme-1\" ghcr.io/acme/shop@\(digest)")
        == "image \"ghcr.io/repo-1/repo-2:acme-1\" ghcr.io/repo-1/repo-2@\(digest)")
    #expect(
      text("mcr.microsoft.com/oss/pause:3.9 docker.io/library/nginx:1")
        == "mcr.microsoft.com/oss/pause:3.9 docker.io/library/nginx:1")
    #expect(
      text("[\n  \"billing/api\",\n  \"web-front\"\n]", source: "az acr repository list -n x")
        == "[\n  \"repo-1/repo-2\",\n  \"repo-3\"\n]")
  }

  @Test func `a large document is done`() {
    let line =
      "Normal Pulled 2m kubelet pod/orders-6b7f9c5d48-t9wlz in acme on 10.1.2.3 by https://acme.azurecr.io/v2/x/y\n"
    let result = text(String(repeating: line, count: 5000), ["namespace": "acme"])
    #expect(result.hasSuffix("pod/pod-1 in name-1 on 192.0.2.1 by https://name-1.azurecr.io/v2/repo-1/repo-2\n"))
  }
}
