import FlowKit
import Testing

/// I2: no secret of any kind survives in any kind of document, and nothing else goes.
@Suite("Redaction: canaries")
struct CanaryTests {
  /// What redaction makes of a text, after checks that hold for every text.
  private func redacted(_ text: String, _ place: String) -> String {
    var redactor = Redactor()
    let result = redactor.redact(text)
    var other = Redactor()
    #expect(other.redact(result) == result, "not idempotent: \(place)")
    #expect(other.counts.isEmpty, "\(place): \(other.counts)")
    return result
  }

  @Test(arguments: Canary.kinds)
  func `no secret survives in any document`(_ kind: Canary.Kind) {
    for (name, document) in Canary.documents(kind.planted) {
      let result = redacted(document, name)
      #expect(!result.contains(kind.secret), "\(name): \(result)")
      #expect(!result.contains("Canary"), "\(name): \(result)")
    }
  }

  @Test(arguments: Canary.places.indices)
  func `any secret goes from its place, and the rest stays`(_ index: Int) {
    let place = Canary.places[index]
    for secret in ["CanaryPlain1", "Canary,with;some&marks)9", "Canary-9/+=", Canary.jwt, "Canary$9!~*"] {
      let encoded = Canary.base64(secret)
      let text = place.text.replacing("@", with: secret).replacing("#", with: encoded)
      let result = redacted(text, place.kind)
      #expect(!result.contains(secret), "\(place.kind): \(result)")
      #expect(!result.contains("Canary"), "\(place.kind): \(result)")
      #expect(!result.contains(encoded), "\(place.kind): \(result)")
      #expect(result.contains("keep-1"), "\(place.kind): \(result)")
    }
  }

  @Test func `private keys go as a whole, escaped or cut off`() {
    let body = (0..<6).map { "Canary\($0)MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7" }
    for kind in ["RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
      for separator in ["\n", "\r\n", #"\n"#, "\n      "] {
        let lines = ["-----BEGIN \(kind)-----"] + body + ["Canary"]
        let whole = (lines + ["-----END \(kind)-----"]).joined(separator: separator)
        #expect(redacted("a \(whole) keep", kind) == "a ‹secret-1› keep")
        let cut = lines.joined(separator: separator)
        #expect(redacted(cut, kind) == "‹secret-1›")
        let half = redacted(cut + "\nkeep these words", kind)
        #expect(half == "‹secret-1›\nkeep these words")
      }
    }
    let certificate = "-----BEGIN CERTIFICATE-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END CERTIFICATE-----"
    #expect(redacted(certificate, "certificate") == certificate)
    #expect(redacted("key: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpNSUlFb3dJQkFB", "base64") == "key: ‹secret-1›")
  }

  @Test func `one secret has one token, plain, encoded and with its user`() {
    var redactor = Redactor()
    let auth = Canary.base64("keep:Canary-1")
    let text =
      "password=Canary-1\n{\"auth\":\"\(auth)\"}\nkind: Secret\ndata:\n  p: \(Canary.base64("Canary-1"))\n  q: Canary-2\n"
    #expect(
      redactor.redact(text)
        == "password=‹secret-1›\n{\"auth\":\"‹secret-1›\"}\nkind: Secret\ndata:\n  p: ‹secret-1›\n  q: ‹secret-2›\n")
    #expect(redactor.counts == ["password": 1, "auth": 1, "kubernetes-secret": 2])
  }

  @Test func `a wrapped token goes with all its lines`() {
    let long = String(repeating: "Canary0123", count: 30)
    let lines = stride(from: 0, to: 300, by: 76).map { String(Array(long)[$0..<min($0 + 76, 300)]) }
    let result = redacted("token\neyJ" + lines.joined(separator: "\n") + "\nkeep this", "wrapped")
    #expect(result == "token\n‹secret-1›\nkeep this")
  }

  @Test func `secrets between random separators never survive`() {
    var random = FixedSeed(20_261_121)
    let separators = [
      " ", "\n", "\t", "; ", ", ", "\r\n", " | ", "\n  ", "\n- ", " && ", "\n> ", " # ", "  \n\n", " (", " > ",
    ]
    for round in 0..<300 {
      var text = ""
      for _ in 0..<8 {
        text += separators[random.below(separators.count)]
        text += Canary.kinds[random.below(Canary.kinds.count)].planted
      }
      let result = redacted(text, "round \(round)")
      #expect(!result.contains("Canary"), "round \(round): \(text)\n\(result)")
    }
  }

  @Test func `any bytes are taken, and a token is never taken apart`() {
    var random = FixedSeed(7)
    let parts = [
      "password", "token", "=", ":", "\"", "\\", "'", "{", "}", "kind: Secret", "data:", "\n", " ", "  ", "- ", "|",
      ",",
      "\"kind\":\"Secret\"", "\"data\":{", "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "eyJ", "sig=",
      "a",
      "Authorization: ", "Bearer ", "docker login ", "-p ", "--token ", "://", "@", "AAAAAAAAAAAAAAAAAAAAAAAA1", "name",
      "value",
    ]
    for round in 0..<2000 {
      let text = (0..<random.below(30)).map { _ in parts[random.below(parts.count)] }.joined()
      var first = Redactor()
      let once = first.redact(text)
      var second = Redactor()
      for result in [once, second.redact(once)] {
        #expect(result.count { $0 == "‹" } == result.matches(of: /‹secret-[0-9]+›/).count, "round \(round): \(text)")
      }
    }
  }
}
