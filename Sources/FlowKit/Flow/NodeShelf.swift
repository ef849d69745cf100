import Synchronization

/// The nodes of a flow in the order of its file; one that is still text is read when somebody asks for it.
final class NodeShelf: Sendable {
  private enum Place: Sendable {
    case node(Node)
    /// Text of the node with its key, as it stands behind some lines of the file.
    case text(Substring, linesBefore: Int)
  }

  private let places: Mutex<[Place]>
  /// Places by the id of the node; the first of two counts.
  private let index: [String: Int]
  private let file: String

  /// Nodes that were read.
  init(_ nodes: [Node]) {
    places = Mutex(nodes.map { .node($0) })
    index = Self.index(nodes.map(\.id))
    file = ""
  }

  /// Nodes of a file that is known to be right.
  init(_ texts: [NodeSlices.Slice], file: String) {
    places = Mutex(texts.map { .text($0.text, linesBefore: $0.linesBefore) })
    index = Self.index(texts.map(\.id))
    self.file = file
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { index.isEmpty }

  var all: [Node] { places.withLock { places in places.indices.compactMap { node(at: $0, &places) } } }

  subscript(id: String) -> Node? { index[id].flatMap { place in places.withLock { node(at: place, &$0) } } }

  /// The same nodes with another in the place of the one with its id.
  func replacing(_ node: Node) -> NodeShelf { NodeShelf(all.map { $0.id == node.id ? node : $0 }) }

  private func node(at index: Int, _ places: inout [Place]) -> Node? {
    switch places[index] {
    case .node(let node): return node
    case .text(let text, let linesBefore):
      guard let (key, value) = try? YAMLReader.read(text, file: file, linesBefore: linesBefore).map?.first,
        let node = FlowReader.node(key, value, Findings(isTested: true))
      else { return nil }
      places[index] = .node(node)
      return node
    }
  }
}

/// Where the nodes stand in the text of a flow, without reading them.
struct NodeSlices {
  /// Text of one node with its key.
  struct Slice {
    var id: String
    var text: Substring
    /// Lines of the file before it.
    var linesBefore: Int
  }

  /// What stands before the nodes.
  let head: Substring
  private(set) var slices: [Slice] = []

  /// Cuts a text as flows are written here: `nodes:` last, each node indented by two blanks; nil for any other.
  init?(_ text: String) {
    guard let mark = text.firstRange(of: "\nnodes:\n") else { return nil }
    head = text[..<mark.lowerBound]
    let body = text[mark.upperBound...]
    let before = head.utf8.count { $0 == Byte.newline } + 2
    let cut = body.utf8.withContiguousStorageIfAvailable { Self.cuts($0) }
    guard let cuts = cut ?? nil else { return nil }
    for (number, cut) in cuts.enumerated() {
      let end = number + 1 < cuts.count ? cuts[number + 1].offset : body.utf8.count
      let start = body.utf8.index(body.startIndex, offsetBy: cut.offset)
      let slice = body[start..<body.utf8.index(body.startIndex, offsetBy: end)]
      let id = body[body.utf8.index(start, offsetBy: 2)..<body.utf8.index(start, offsetBy: 2 + cut.length)]
      slices.append(Slice(id: String(id), text: slice, linesBefore: before + cut.line))
    }
  }

  /// Offsets of the lines that begin a node, with the length of its id; nil when a line is none of a node.
  private static func cuts(_ bytes: UnsafeBufferPointer<UInt8>) -> [(offset: Int, length: Int, line: Int)]? {
    var cuts: [(offset: Int, length: Int, line: Int)] = []
    var start = 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Byte.newline) ?? bytes.count
      defer {
        start = end + 1
        line += 1
      }
      let row = bytes[start..<end]
      guard let letter = row.firstIndex(where: { $0 != Byte.space }), row[letter] != UInt8(ascii: "#") else { continue }
      if letter < start + 2 { return nil }
      guard letter == start + 2 else { continue }
      guard let colon = row.firstIndex(of: Byte.colon), colon + 1 == end,
        row[letter..<colon].allSatisfy({ $0 > Byte.space && $0 != Byte.quote && $0 != Byte.apostrophe })
      else { return nil }
      cuts.append((start, colon - letter, line))
    }
    return cuts
  }
}
