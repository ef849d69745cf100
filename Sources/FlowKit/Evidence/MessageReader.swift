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
    "failedtopullimage\"", "errimagepull:", "imagepullbackoff:", "failedtoinspectimage\"",
    "pullimagefromimageservicefailed", "registryunavailable:", "signaturevalidationfailed:",
  ]

  /// Words that only a pull's error holds; a loose text without any of them is no pull error.
  static let marks = [
    "failedtopullimage", "failedtopullandunpack", "failedtoresolvereference", "failedtoresolveimage",
    "back-offpullingimage", "errimagepull", "imagepullbackoff", "failedtoinspectimage", "pullqpsexceeded",
    "pullpolicyofnever", "failedtoapplydefaultimagetag", "couldn'tparseimage", "failedtoparseimagereference",
    "pullaccessdenied", "/manifests/", "/blobs/", "/v2/", "failedtogetsandboximage", "initializingsourcedocker://",
    "invalidsourcename", "imagepullfailedfor", "errorpullingimage", "manifestunknown", "manifestfor", "nameunknown",
    "errorresponsefromdaemon:", "pingingcontainerregistry", "pingingdockerregistry", "readingmanifest",
    "failedtofetchoauthtoken", "failedtofetchanonymoustoken", "nomatchingmanifest", "nomatchforplatform",
    "toomanyrequests", "pullingimage:", "failedtoregisterlayer", "failedtoextractlayer", "httpreadseeker",
    "httpreaderseeker", "unabletopullimage", "invalidreferenceformat", "dockerapiexception", "readingblob",
    "writingblob", "choosinganimagefrommanifestlist", "choosingimageinstance", "execformaterror",
    "getimageconfigdescriptor", "isnotallowedaccess", "unabletoretrieveauthtoken", "requestingbear",
    "sourceimagerejected", "unauthorized:authenticationrequired", "requestedaccesstotheresourceisdenied",
    "failedcommitonref", "imagepullsecrets", "shortread:", "filesystemlayerverificationfailed",
  ]

  /// Whether a text speaks of a pull at all.
  static func speaksOfPull(_ folded: Folded) -> Bool {
    let all = 0..<folded.bytes.count
    return marks.contains { folded.find($0, in: all) != nil }
  }

  private static func body(_ folded: Folded, _ all: Range<Int>) -> Range<Int> {
    var start = 0
    for opening in openings {
      if let hit = folded.findLast(opening, in: all) { start = max(start, hit.upperBound) }
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
      if Self.beginnings.contains(where: { starts(with: $0, at: next, before: body.upperBound) }),
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

  private func starts(with word: String, at offset: Int, before end: Int) -> Bool {
    offset + word.utf8.count <= end && masked.bytes[offset..<(offset + word.utf8.count)].elementsEqual(word.utf8)
  }

  /// A list opens with a bracket right before its first entry.
  private func isInList(_ comma: Int) -> Bool {
    Self.beginnings.contains { masked.find("[" + $0, in: body.lowerBound..<comma) != nil }
      || masked.bytes[body.lowerBound..<comma].contains(UInt8(ascii: "["))
        && masked.bytes[body].contains(UInt8(ascii: "]"))
  }
}
