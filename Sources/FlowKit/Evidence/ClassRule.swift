/// A rule that gives an attempt its class.
///
/// The list is tested from the top and the first hit wins; its order is what the texts demand: a failed
/// `lookup` also says "timeout" or "refused", a missing platform also says "not found".
struct ClassRule {
  let pullClass: String
  /// The deciding places in the folded text; nil when the rule does not apply.
  let test: @Sendable (AttemptReader) -> [Range<Int>]?

  /// The first rule that applies, with the words that decided.
  static func first(for attempt: AttemptReader) -> (String, [Range<Int>])? {
    for rule in all {
      guard let ranges = rule.test(attempt) else { continue }
      return (attempt.located(rule.pullClass), ranges)
    }
    return nil
  }

  /// Any of some words.
  static func words(_ pullClass: String, _ words: String...) -> ClassRule {
    ClassRule(pullClass: pullClass) { attempt in attempt.any(words).map { [$0] } }
  }

  /// All of some words.
  static func all(_ pullClass: String, _ words: String...) -> ClassRule {
    ClassRule(pullClass: pullClass) { attempt in
      let hits = words.compactMap(attempt.find)
      return hits.count == words.count ? hits : nil
    }
  }

  /// Any of some words at the end of an error.
  static func endings(_ pullClass: String, _ words: String...) -> ClassRule {
    ClassRule(pullClass: pullClass) { attempt in words.lazy.compactMap(attempt.last).first.map { [$0] } }
  }

  /// An HTTP status.
  static func status(_ pullClass: String, _ codes: ClosedRange<Int>) -> ClassRule {
    ClassRule(pullClass: pullClass) { attempt in
      attempt.status.flatMap { codes.contains($0.code) ? [$0.range] : nil }
    }
  }

  static let all: [ClassRule] =
    ownWords + contents + mirrors + proxies + names + certificates + limits + absences + permissions + refusals
    + transport + answers + leftovers

  /// Texts of the kubelet and the node that need no request.
  private static let ownWords: [ClassRule] = [
    .words("pull-qps", "pullqpsexceeded"),
    .words("never-pull", "pullpolicyofnever", "errimageneverpull"),
    .words(
      "invalid-name", "couldn'tparseimage", "failedtoparseimagereference", "invalidreferenceformat", "mustbelowercase",
      "short-nameresolutionenforced", "didnotresolvetoanalias", "invalidimagename", "couldnotparsereference",
      "shortnamemodeisenforcing", ":invalidreference", "objectrequired", "invalidchecksumdigestlength"),
    .words("disk-full", "nospaceleftondevice", "notenoughspaceonthedisk", "diskquotaexceeded", "nospaceleft"),
    .words(
      "runtime-down", "cannotconnecttothedockerdaemon", "isthedockerdaemonrunning", "containerd.sock", "crio.sock",
      "docker.sock", "cri-dockerd.sock", "unknownserviceruntime.v1"),
    .words(
      "pull-secret-malformed", "illegalbase64data", "dockerconfigjson", "dockercfg", "failedtoparseauth",
      "unabletodecodebase64"),
    .words(
      "identity-missing", "identitynotfound", "noassignedidentity", "noazureassignedidentityfound",
      "failedtorefresharmaccesstoken", "nomanagedidentity", "169.254.169.254/metadata"),
    .words(
      "runtime-config", "unabletoreadcacert", "hosts.toml", "/certs.d/", "failedtoloadx509keypair", "invalidhosttree"),
  ]

  /// Texts about what the image holds.
  private static let contents: [ClassRule] = [
    .words(
      "signature-rejected", "signaturevalidationfailed", "sourceimagerejected", "nosignatureexists",
      "nomatchingsignatures", "signatureverification", "deniedtherequest", "nosignaturesfound"),
    .words("registry-error", "unexpectedmediatypetext/html", "unknowntype:text/html"),
    .words(
      "unsupported-image", "schema1", "nolongersupported", "unsupportedmanifestmediatype", "unsupportedimagemanifest",
      "unexpectedmediatype", "mismatchedimagerootfs", "manifest.v1+prettyjws", "unknownmediatype",
      "unsupportedmediatype", "v2s2mediatype",
      "mediatypenotsupported", "unsupportedschemaversion", "encounteredunknowntype", "unrecognizedmanifest",
      "unsupportedmanifest", "invalidmanifest"),
    .words(
      "corrupt-layer", "unexpectedcommitdigest", "failedsizevalidation", "diffid", "layerverificationfailed",
      "digestdidnotmatch", "invalidtarheader", "manifestverificationfailed", "gzip:invalid", "flate:corrupt",
      "digestmismatch", "checksumdoesnotmatch", "invalidchecksum", "unexpectedcommitsize", "unexpecteddigest",
      "doesnotmatchdigest"),
    .words(
      "platform-mismatch", "nomatchforplatform", "nomatchingmanifestfor", "noimagefoundinmanifestlist",
      "noimagefoundinimageindex", "execformaterror", "cannotbeusedonthisplatform", "operatingsystemdoesnotmatchthehost",
      "nomatchingentriesinthemanifestlist", "doesnotmatchthespecifiedplatform", "-basedimageisincompatiblewith"),
    ClassRule(pullClass: "corrupt-layer") { attempt in
      attempt.step == .extract ? attempt.last("unexpectedeof").map { [$0] } : nil
    },
    // What is "not found" or "denied" while a layer is unpacked is a matter of the node.
    ClassRule(pullClass: "layer-extract") { attempt in
      guard attempt.step == .extract, !attempt.has("contextcanceled") else { return nil }
      return attempt.any(extractions).map { [$0] }
    },
  ]

  /// Words of the step that puts layers on the disk of the node.
  private static let extractions = [
    "failedtoextractlayer", "failedtoregisterlayer", "applylayer", "applyingdiff", "unpackimageonsnapshotter",
    "extractionsnapshot",
  ]

  private static let mirrors: [ClassRule] = [
    ClassRule(pullClass: "runtime-config") { attempt in
      guard attempt.isMirror, let url = attempt.url else { return nil }
      let hit = (proxies + names + certificates + transport).lazy.compactMap { $0.test(attempt) }.first
      return hit.map { attempt.text.find(url.host, in: attempt.range).map { host in [host] } ?? $0 }
    }
  ]

  /// A proxy refuses with the bare words of a status, without its number, right behind the URL.
  ///
  /// Source: Go's `net/http` reports so an answer to CONNECT that is not 200.
  private static let proxies: [ClassRule] = [
    .words("proxy", "proxyconnect", "proxyauthenticationrequired", "socksconnect"),
    .status("proxy", 407...407),
    ClassRule(pullClass: "proxy") { attempt in
      guard let url = attempt.url, attempt.status == nil else { return nil }
      let text = attempt.text
      var start = url.tail.upperBound
      for byte in [Byte.quote, Byte.colon] where start < attempt.range.upperBound && text.bytes[start] == byte {
        start += 1
      }
      for word in refusalsOfConnect where text.starts(with: word, at: start, before: attempt.range.upperBound) {
        let end = start + word.utf8.count
        guard end >= attempt.range.upperBound || text.isAfterBlank(end) || "\"'],)}`*".utf8.contains(text.bytes[end])
        else { continue }
        return [start..<end]
      }
      return nil
    },
  ]

  /// A 401 is left out: old docker versions print it so for the registry.
  private static let refusalsOfConnect =
    AttemptReader.phrases.filter { $0.key != 401 }.map(\.value).sorted() + ["unknownstatuscode", "conflict", "gone"]

  /// Any failure of a lookup is a failure of DNS, whatever words follow.
  private static let names: [ClassRule] = [
    ClassRule(pullClass: "dns") { attempt in
      guard let lookup = attempt.lookup else { return nil }
      let causes = [
        "nosuchhost", "servermisbehaving", "temporaryfailureinnameresolution", "i/otimeout", "connectionrefused",
        "deadlineexceeded",
      ]
      let ends = causes.compactMap { attempt.text.find($0, in: lookup.all) }
      return ends.first.map { [lookup.host.lowerBound - "lookup".utf8.count..<lookup.host.upperBound, $0] } ?? [
        lookup.all
      ]
    },
    .words(
      "dns", "nosuchhost", "nameresolution", "couldnotresolvehost", "namedoesnotresolve", "noaddressassociatedwith",
      "nameorservicenotknown", "remotenamecouldnotberesolved"),
  ]
}
