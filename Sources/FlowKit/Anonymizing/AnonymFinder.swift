/// One place of a text that is to be replaced, or that must stay.
struct AnonymHit: Equatable {
  var range: Range<Int>
  /// nil for what stays as it is.
  var kind: AnonymKind?
}

/// Finds the places of a text that are names by their shape or by what stands around them, in one pass over its words.
struct AnonymFinder {
  let bytes: [UInt8]
  /// What a list of JSON strings holds, where the command tells it; nil when nobody knows.
  private let list: AnonymKeys.Use?
  private(set) var hits: [AnonymHit] = []
  private var context = AnonymContext()
  /// Hosts that were looked at.
  private var hosts: [String: AnonymHost] = [:]

  init(_ bytes: [UInt8], source: String = "") {
    self.bytes = bytes
    list =
      source.contains("acr repository list") ? .path : source.contains("acr repository show-tags") ? .stays : nil
  }

  /// The places, in the order in which they were found; they may overlap.
  static func hits(in bytes: [UInt8], source: String = "") -> [AnonymHit] {
    var finder = AnonymFinder(bytes, source: source)
    finder.scan()
    return finder.hits
  }

  private mutating func scan() {
    var index = 0
    context.begin(line: 0, in: bytes)
    while index < bytes.count {
      let byte = bytes[index]
      if AnonymPatterns.isNameByte(byte) {
        index = read(from: index)
      } else {
        if byte == Byte.newline { context.begin(line: index + 1, in: bytes) }
        context.take(byte, at: index, in: bytes)
        index += 1
      }
    }
  }

  /// Reads the word at an offset; where to go on.
  private mutating func read(from first: Int) -> Int {
    var end = first
    while end < bytes.count, AnonymPatterns.isNameByte(bytes[end]) { end += 1 }
    let start = AnonymText.start(of: first..<end, in: bytes)
    if start == end { return end }
    if let (range, kind) = address(from: start, end) {
      hits.append(AnonymHit(range: range, kind: kind))
      context.leave("", at: range.upperBound)
      return range.upperBound
    }
    let run = AnonymText.trimmed(start..<end, in: bytes)
    let word = String(decoding: bytes[run], as: UTF8.self)
    context.reach(first, start, in: bytes)
    let next = run.isEmpty ? nil : pattern(word, run)
    let use = run.isEmpty ? nil : context.use(of: word, at: run, in: bytes, list: list)
    let after = use.flatMap { read($0, at: run) }
    context.leave(run == start..<end ? word : String(decoding: bytes[start..<end], as: UTF8.self), at: end)
    return max(end, next ?? end, after ?? end)
  }

  private func address(from start: Int, _ end: Int) -> (Range<Int>, AnonymKind)? {
    guard end < bytes.count, bytes[end] == Byte.colon, end - start <= 4, AnonymPatterns.isHex(bytes[start]) else {
      return nil
    }
    return AnonymPatterns.longAddress(bytes, start)
  }

  // MARK: - Shapes

  /// Notes what the shape of a word tells; where to go on when that reaches behind the word.
  private mutating func pattern(_ word: String, _ run: Range<Int>) -> Int? {
    let guids = AnonymPatterns.guids(bytes, run)
    if !guids.isEmpty {
      hits += guids.map { AnonymHit(range: $0, kind: .guid) }
    } else if bytes[run].contains(UInt8(ascii: ".")) {
      guard Byte.isDigit(bytes[run.lowerBound]), AnonymPatterns.isAddress(word) else { return host(word, run) }
      hits.append(AnonymHit(range: run, kind: .address))
    } else if run.count == 13 || run.count == 14, ["subscriptions", "resourcegroups"].contains(word.lowercased()) {
      resource(word.lowercased(), run.upperBound)
    } else if AnonymPatterns.isHardware(word) {
      hits.append(AnonymHit(range: run, kind: .hardware))
    } else if run.count > 8, !word.hasPrefix("kube-"), let kind = AnonymPatterns.kind(word) {
      hits.append(AnonymHit(range: run, kind: kind))
    }
    return nil
  }

  private mutating func host(_ word: String, _ run: Range<Int>) -> Int? {
    let host = hosts[word] ?? AnonymHost(word)
    hosts[word] = host
    switch host {
    case .none: return nil
    case .open: hits.append(AnonymHit(range: run, kind: nil))
    case .own: hits.append(AnonymHit(range: run, kind: .host))
    case .service, .cluster: labels(host, run)
    }
    mail(before: run)
    return repository(host: word, run)
  }

  /// The private labels of a host, and the rest that stays.
  private mutating func labels(_ host: AnonymHost, _ run: Range<Int>) {
    let labels = bytes[run].split(separator: UInt8(ascii: "."))
    let suffix = labels.count - 2
    for (number, label) in labels.enumerated() {
      let text = String(decoding: label, as: UTF8.self).lowercased()
      var kind: AnonymKind?
      switch host {
      case .service(.amazon) where number == 0 && text.utf8.count != 12: kind = text == "s3" ? nil : .storage
      case .service(let first) where number == 0: kind = first
      case .service where number < suffix && !AnonymHost.isCommonLabel(text) && !Self.azureLabels.contains(text):
        kind = .name
      case .cluster where !AnonymHost.isCommonLabel(text): kind = number == 1 ? .namespace : .name
      default: break
      }
      if let name = kind, name == .namespace || name == .name, AnonymWords.isPublic(text) { kind = nil }
      hits.append(AnonymHit(range: label.startIndex..<label.endIndex, kind: kind))
    }
  }

  private static let azureLabels: Set<String> = ["blob", "core", "cloudapp", "vault", "database", "privatelink"]

  /// The part of a mail address before its host.
  private mutating func mail(before run: Range<Int>) {
    guard run.lowerBound > 1, bytes[run.lowerBound - 1] == UInt8(ascii: "@") else { return }
    var start = run.lowerBound - 1
    while start > 0, AnonymPatterns.isNameByte(bytes[start - 1]) || "+#'".utf8.contains(bytes[start - 1]) { start -= 1 }
    while start < run.lowerBound - 1, !AnonymPatterns.isLetterOrDigit(bytes[start]) { start += 1 }
    guard start < run.lowerBound - 1 else { return }
    hits.append(AnonymHit(range: start..<run.lowerBound - 1, kind: .user))
  }

  /// The repository behind the host of a registry; a URL is read by what stands in its path.
  private mutating func repository(host word: String, _ run: Range<Int>) -> Int? {
    var end = run.upperBound
    if end + 1 < bytes.count, bytes[end] == Byte.colon, Byte.isDigit(bytes[end + 1]) {
      end += 1
      while end < bytes.count, Byte.isDigit(bytes[end]) { end += 1 }
    }
    guard end < bytes.count, bytes[end] == Byte.slash, run.lowerBound < 3 || !bytes[..<run.lowerBound].ends(with: "://")
    else { return nil }
    let path = AnonymPath(bytes, from: end + 1)
    // Behind a host that everybody uses stands the key of a label more often than an image.
    guard AnonymHost.keepsImages(word) || AnonymHost(word) == .own && path.tag != nil else { return nil }
    hits += path.hits(onHost: word)
    return path.end
  }

  // MARK: - Resources

  /// The segments of a resource id of Azure.
  private mutating func resource(_ word: String, _ end: Int) {
    var type = word
    var isProvider = false
    for segment in AnonymPath.segments(bytes, from: end) {
      let text = String(decoding: bytes[segment], as: UTF8.self)
      let lower = text.lowercased()
      if lower == "providers" || lower == "resourcegroups" && type.isEmpty {
        type = lower
      } else if type == "providers" {
        // The provider itself, such as Microsoft.Network.
        type = ""
        isProvider = true
        hits.append(AnonymHit(range: segment, kind: nil))
      } else if type.isEmpty {
        guard isProvider || lower == "resourcegroups" else { return }
        type = lower
        hits.append(AnonymHit(range: segment, kind: nil))
      } else {
        name(type, text, segment)
        type = ""
      }
    }
  }

  private mutating func name(_ type: String, _ text: String, _ segment: Range<Int>) {
    let isKept = AnonymWords.isPublic(text) || text.utf8.allSatisfy(Byte.isDigit) || text.contains("{")
    guard !isKept, AnonymPatterns.guids(bytes, segment).isEmpty else { return }
    if type.contains("zones"), text.contains("."), AnonymHost(text) == .open { return }
    let kind: AnonymKind =
      type == "subscriptions" ? .subscription : type == "resourcegroups" ? .group : AnonymKeys.kind(ofType: type)
    hits.append(AnonymHit(range: segment, kind: kind))
  }

  // MARK: - Values

  /// Notes a value whose use is known; where to go on when it reaches behind its first word.
  private mutating func read(_ use: AnonymKeys.Use, at run: Range<Int>) -> Int? {
    switch use {
    case .stays: hits.append(AnonymHit(range: run, kind: nil))
    case .label:
      let text = String(decoding: bytes[run], as: UTF8.self)
      let isWord = text.utf8.allSatisfy(Byte.isDigit) || text == "true" || text == "false" || AnonymWords.isPublic(text)
      if !isWord { hits.append(AnonymHit(range: run, kind: .name)) }
    case .name(let kind), .list(let kind): note(kind, run)
    case .image, .path:
      // A scheme is no part of a name, and somebody may have put it there.
      let scheme = bytes[run.upperBound...].starts(with: "://".utf8) ? run.upperBound + 3 : run.lowerBound
      let path = AnonymPath(bytes, from: scheme, isImage: use == .image)
      hits += path.hits(onHost: nil)
      return nil
    case .whole(let kind):
      let range = AnonymText.quoted(run, in: bytes)
      let text = String(decoding: bytes[range], as: UTF8.self)
      if text.contains("@") || text.hasPrefix("system:") || AnonymHost(text) != .none { return nil }
      note(kind, range)
    case .file:
      let range = AnonymText.path(run, in: bytes)
      hits.append(AnonymHit(range: range, kind: .file))
      return range.upperBound
    }
    return nil
  }

  private mutating func note(_ kind: AnonymKind, _ range: Range<Int>) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard !AnonymWords.isPublic(text), AnonymPatterns.guids(bytes, range).isEmpty, !AnonymPatterns.isAddress(text)
    else {
      return
    }
    if kind.isWeak, AnonymWords.isOrdinary(text) { return }
    hits.append(AnonymHit(range: range, kind: kind))
  }
}

extension ArraySlice where Element == UInt8 {
  /// Whether the bytes end with a text.
  func ends(with text: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return suffix(text.count).elementsEqual(text)
  }
}
