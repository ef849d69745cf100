import FlowKit
import TestSupport
import Testing

@Suite("Every fault through every kind of document")
struct EvidenceFaultTests {
  /// One message in every document it can stand in.
  static func documents(_ image: String, _ message: String) -> [(kind: String, text: String)] {
    let pod = PodText(image: image, message: message)
    let describe = pod.describe()
    return PodText.Kubectl.allCases.map { ("describe \($0)", pod.describe($0)) } + [
      ("events alone", pod.events(.recent)), ("pod and events", pod.list(withMessage: false)),
      ("waiting message", pod.pod()), ("yaml", pod.yaml), ("event list", pod.eventList), ("error alone", message),
      ("cut at 80", PodText.cut(describe, at: 80)), ("cut at 120", PodText.cut(describe, at: 120)),
      ("wrapped at 100", PodText.wrapped(describe, at: 100)), ("flush", PodText.flush(describe)),
      ("quoted", PodText.quotedLines(describe)), ("fence", "Hello,\n\n```\n\(describe)```\nAny idea?\n"),
      ("carriage returns", describe.replacing("\n", with: "\r\n")),
    ]
  }

  @Test(arguments: Fault.all)
  func classOf(_ fault: Fault) {
    for text in fault.texts {
      for (kind, document) in Self.documents(fault.image, text.message) {
        let got = verdict(read(document))
        #expect(got == text.wanted, "\(text.versions) in \(kind): \(text.message)")
      }
    }
  }

  /// Where a version says less, or something else, than the others.
  @Test func versionsThatDiffer() {
    let differing = Fault.all.filter { Set($0.texts.map(\.wanted)).count > 1 }.map(\.name)
    #expect(
      differing == [
        "acr_firewall_403_after_auth", "acr_firewall_403_manifest", "acr_firewall_403_manifest_anonymous",
        "auth_anonymous_401", "auth_basic_401", "auth_basic_anonymous", "auth_token_expired", "mirror_ns_404",
        "repo_not_found_anonymous", "tag_not_found_anonymous", "token_endpoint_empty_json", "blob_eof_anonymous",
        "layer_403_firewall", "schema1_manifest",
      ])
  }

  /// Sets whose messages are equal in containerd 2.0.11: no reader can tell their members apart.
  static let equals: [[String]] = [
    [
      "acr_firewall_403_after_auth", "acr_firewall_403_manifest", "acr_firewall_403_manifest_anonymous",
      "proxy_block_page_403_html",
    ],
    ["auth_anonymous_401", "blob_eof_anonymous", "repo_not_found_anonymous", "tag_not_found_anonymous"],
    ["auth_bad_kubelet_token", "auth_bad_pull_secret"],
    ["auth_insufficient_scope", "auth_insufficient_scope_repo_absent"],
    ["digest_not_found", "mirror_ns_404", "registry_404_all", "repo_not_found", "tag_not_found"],
    ["dns_empty", "dns_nxdomain"], ["dns_refused", "dns_servfail"],
    [
      "invalid_ref_double_tag", "invalid_ref_empty_tag", "invalid_ref_scheme", "invalid_ref_short_digest",
      "invalid_ref_space",
    ],
    ["platform_mismatch_arm_list", "platform_mismatch_multi", "platform_mismatch_win_list"],
    ["tcp_admin_prohibited", "tcp_host_unreachable"], ["tls_reset", "tls_reset_after_hello"],
    ["x509_self_signed", "x509_unknown_authority"],
  ]

  @Test(arguments: equals)
  func equalTextsShareAClass(_ names: [String]) {
    for version in ["2.0.11", "2.3.4"] {
      let found = names.compactMap { Fault.named[$0] }.filter {
        $0.name != "proxy_block_page_403_html" || version == "2.0.11"
      }
      let verdicts = found.flatMap { fault in
        fault.texts.filter { $0.versions.contains(version) }.map { verdict(read($0.message)) }
      }
      #expect(found.count >= names.count - 1)
      #expect(Set(verdicts).count == 1, "\(names) \(version): \(verdicts)")
    }
  }
}

@Suite("Texts as people post them")
struct EvidenceWorldTests {
  static let all = [WorldAuth.rows, WorldNetwork.rows, WorldImage.rows, WorldOther.rows, WorldFormats.rows].flatMap(
    WorldText.read)

  @Test(arguments: all)
  func classOf(_ text: WorldText) {
    #expect(verdict(read(text.text)) == text.wanted)
  }

  @Test(arguments: all)
  func redactionChangesNoClass(_ text: WorldText) {
    var redactor = Redactor()
    let bytes = redactor.redact(Array(text.text.utf8))
    #expect(verdict(read(String(decoding: bytes, as: UTF8.self))) == text.wanted)
  }
}
