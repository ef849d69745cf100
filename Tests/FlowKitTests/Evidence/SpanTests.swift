import FlowKit
import TestSupport
import Testing

@Suite("Places of the deciding words")
struct EvidenceSpanTests {
  static let sample = [
    "auth_anonymous_401", "acr_firewall_403_manifest", "tag_not_found", "layer_blob_404", "dns_timeout", "tcp_timeout",
    "x509_not_yet_valid", "blob_eof", "platform_mismatch_multi", "proxy_407", "disk_full_unpack",
    "mirror_hosts_toml_refused",
  ].compactMap { Fault.named[$0] }

  @Test(arguments: sample)
  func spanIsInTheText(_ fault: Fault) throws {
    let message = try #require(fault.texts.last).message
    for (kind, text) in EvidenceFaultTests.documents(fault.image, message) {
      let reading = read(text, id: "e-1")
      let span = try #require(reading.main?.pullClass?.span, "\(kind)")
      let cut = characters(of: span, in: text)
      #expect(span.document == "e-1" && !span.pieces.isEmpty && !span.text.isEmpty)
      #expect(cut.joined() == span.text.replacing(" … ", with: ""), "\(kind): \(span)")
      #expect(span.line == span.pieces.first?.line && span.column == span.pieces.first?.column)
    }
  }

  @Test(arguments: sample)
  func factsStandInTheText(_ fault: Fault) throws {
    let text = PodText(image: fault.image, message: try #require(fault.texts.last).message).describe()
    for fact in FactCatalogue.facts(of: read(text)).values {
      let span = try #require(fact.span)
      #expect(characters(of: span, in: text).joined() == span.text.replacing(" … ", with: ""), "\(fact.name)")
    }
  }

  @Test func wordsOnTwoLinesHaveTwoPieces() throws {
    let text =
      "Failed to pull image \"shop/web:1\": failed to do request: Head \"https://shop/v2/\": dial tcp 10.0.0.9:443: connect: connect\nion refused and more text that makes no difference"
    let reading = EvidenceReading([document(text)])
    let span = try #require(reading.main?.pullClass?.span)
    #expect(verdict(reading) == "network-refused")
    #expect(span.pieces.map(\.line) == [1, 2])
    #expect(span.pieces.last == Span.Piece(line: 2, column: 1, length: 11))
  }

  @Test func wideCharactersCountOnce() throws {
    let text = "Der Knoten schläft 💤 …: Failed to pull image \"shop/web:1\": pull QPS exceeded"
    let span = try #require(read(text).main?.pullClass?.span)
    #expect(span.text == "pull QPS exceeded")
    #expect(characters(of: span, in: text) == [span.text])
  }

  @Test func farInALongLine() throws {
    let text =
      String(repeating: "äö plain words, then some. ", count: 2000)
      + "Failed to pull image \"shop/web:1\": pull QPS exceeded"
    let span = try #require(read(text).main?.pullClass?.span)
    #expect(characters(of: span, in: text) == ["pull QPS exceeded"])
  }
}
