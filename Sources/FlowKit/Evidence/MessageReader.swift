/// Finds the runtime's error inside a message of the kubelet, of a runtime or of a log.
///
/// Source of the wordings: kubernetes `pkg/kubelet/images`, containerd `core/remotes`, containers/image, moby.
struct MessageReader {
  let folded: Folded
  /// The text with image names made unmatchable.
  let masked: Folded
  /// Image the message names, as written there.
  let image: String?
  /// Where the runtime's error stands.
  let body: Range<Int>

  init(_ folded: Folded) {
    self.folded = folded
    let all = 0..<folded.bytes.count
    let references = Self.references(folded)
    self.image = references.first.map { folded.original($0) }
    self.masked = folded.masked(Self.occurrences(of: references, in: folded))
    self.body = Self.body(masked, all)
  }

  /// Words of the kubelet that stand before the runtime's error; never part of that error.
  private static let openings = [
    "failedtopullimage\"", "failedpullingimage\"", "errimagepull:", "imagepullbackoff:", "failedtoinspectimage\"",
    "pullimagefromimageservicefailed", "registryunavailable:", "signaturevalidationfailed:",
  ]

  /// Words that only the error of a pull holds.
  static let marks = [
    "failedtopullimage", "failedpullingimage", "failedtopullandunpack", "failedtoresolvereference",
    "failedtoresolveimage", "failedtoresolvesourcemetadata", "back-offpullingimage", "errimagepull",
    "imagepullbackoff", "errimageneverpull", "invalidimagename", "failedtoinspectimage", "pullqpsexceeded",
    "pullpolicyofnever", "failedtoapplydefaultimagetag", "couldn'tparseimage", "failedtoparseimagereference",
    "pullaccessdenied", "failedtogetsandboximage", "initializingsourcedocker://", "initializingimagefromsource",
    "invalidsourcename", "imagepullfailedfor", "errorpullingimage", "errorparsingimagename",
    "pingingcontainerregistry", "pingingdockerregistry", "readingmanifest", "failedtofetchoauthtoken",
    "failedtofetchanonymoustoken", "nomatchingmanifest", "nomatchforplatform", "pullingimage:",
    "failedtoregisterlayer", "failedtoextractlayer", "httpreadseeker", "httpreaderseeker", "unabletopullimage",
    "invalidreferenceformat", "dockerapiexception", "readingblob", "writingblob", "copyingsystemimage",
    "choosinganimagefrommanifestlist", "choosingimageinstance", "getimageconfigdescriptor",
    "unabletoretrieveauthtoken", "requestingbear", "sourceimagerejected", "failedcommitonref", "wrongdiffid",
    "filesystemlayerverificationfailed", "unexpectedmediatype", "unknowntype:text/html", "pullratelimit",
    "failedtorefresharmaccesstoken", "rejectedtokenexchange", "failedtoensurefreshserviceprincipaltoken",
    "credentialproviderplugin", "validaadchallenge", "cannotconnecttothedockerdaemon", "unknownserviceruntime.v1",
    "schemaversion", "unsupportedmanifestmediatype", "execformaterror", "failedtoresolvespecifiedfqdn",
    "acrtokenexchange", "tryingandfailingtopullimage", "tryingtopullrepository", "pullingimagefailed",
    "extractionsnapshot", "downloadfailedafterattempts",
    "toconstructregistrysecret",
  ]

  /// Words that the error of a pull holds, and now and then the log of a program.
  static let hints = [
    "/manifests/", "/blobs/", "/v2/\":", "/v2/:", "manifestfor", "manifestunknown", "nameunknown",
    "errorresponsefromdaemon:",
    "toomanyrequests", "isnotallowedaccess", "unauthorized:authenticationrequired",
    "requestedaccesstotheresourceisdenied", "imagepullsecrets", "retrievepullsecret", "shortread:",
    "expectednumberofbytes",
    "failedtocopy:", "aadsts7000222", "aadsts7000215", "invalidusername/password", "containerd.sock",
    "nomatchingsignatures", "nosignaturesfound", "unsupportedmediatype",
  ]

  /// How surely a text speaks of a pull.
  enum Certainty: Comparable { case no, maybe, sure }

  /// How surely a text speaks of a pull.
  static func certainty(_ folded: Folded) -> Certainty {
    let all = 0..<folded.bytes.count
    if marks.contains(where: { folded.find($0, in: all) != nil }) { return .sure }
    return hints.contains { folded.find($0, in: all) != nil } ? .maybe : .no
  }

  private static func body(_ folded: Folded, _ all: Range<Int>) -> Range<Int> {
    var start = 0
    for opening in openings {
      if let hit = folded.findLast(opening, in: all) { start = max(start, hit.upperBound) }
    }
    // containers/image names what the mirrors said first, then the registry itself.
    if folded.find("mirrorsalsofailed", in: all) != nil, let hit = folded.findLast("]):", in: all) {
      start = max(start, hit.upperBound)
    }
    return start..<all.upperBound
  }

  /// Words that introduce an image name in quotes, and words that introduce a bare one.
  private static let quoted = ["image\"", "reference\"", "converterfor\"", "imagereference\"", "image=\""]
  private static let bare = ["docker://", "manifestfor", "pullingimage:", "pullaccessdeniedfor"]

  private static func references(_ folded: Folded) -> [Range<Int>] {
    let all = 0..<folded.bytes.count
    var found: [Range<Int>] = []
    for (word, isBare) in quoted.map({ ($0, false) }) + bare.map({ ($0, true) }) {
      var rest = all
      while let hit = folded.find(word, in: rest) {
        let end = isBare ? folded.wordEnd(from: hit.upperBound) : name(folded, from: hit.upperBound)
        if end > hit.upperBound { found.append(hit.upperBound..<end) }
        rest = hit.upperBound..<all.upperBound
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// End of a quoted name.
  private static func name(_ folded: Folded, from start: Int) -> Int {
    folded.bytes[start...].firstIndex { stops.contains($0) } ?? start
  }

  private static let stops: Set<UInt8> = Set("\"'(),[]{}<>`\0".utf8)

  private static func occurrences(of references: [Range<Int>], in folded: Folded) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var seen: Set<String> = []
    for reference in references {
      let name = folded.string(reference)
      // A name of a few letters would hide words of the message.
      guard name.utf8.count > 3, seen.insert(name).inserted else { continue }
      var rest = 0..<folded.bytes.count
      while let hit = folded.find(name, in: rest) {
        result.append(hit)
        rest = hit.upperBound..<folded.bytes.count
      }
    }
    return result
  }

  /// Beginnings of an entry of a list of attempts.
  private static let beginnings = [
    "rpcerror:", "failedto", "initializingsource", "errorresponsefromdaemon", "getimageconfigdescriptor",
    "pullingfromhost",
    "unableto", "wrongdiffid", "shortread", "reading", "writing", "choosing", "schema1", "pullqpsexceeded",
    "pullaccessdenied",
    "unexpectedstatus", "copying", "committing", "pinging", "contextcanceled", "unknown:", "error", "get\"", "head\"",
  ]

  /// Splits `[e1, e2]` into its entries; a message without a list is one entry.
  var entries: [Range<Int>] {
    var cuts: [Int] = []
    var index = body.lowerBound
    while let comma = masked.find(",", in: index..<body.upperBound) {
      let next = comma.upperBound
      if Self.beginnings.contains(where: { masked.starts(with: $0, at: next, before: body.upperBound) }),
        isInList(comma.lowerBound)
      {
        cuts.append(comma.lowerBound)
      }
      index = next
    }
    var result: [Range<Int>] = []
    var start = body.lowerBound
    for cut in cuts {
      result.append(start..<cut)
      start = cut + 1
    }
    return result + [start..<body.upperBound]
  }

  /// A list opens with a bracket right before its first entry.
  private func isInList(_ comma: Int) -> Bool {
    Self.beginnings.contains { masked.find("[" + $0, in: body.lowerBound..<comma) != nil }
      || masked.bytes[body.lowerBound..<comma].contains(UInt8(ascii: "["))
        && masked.bytes[body].contains(UInt8(ascii: "]"))
  }
}
