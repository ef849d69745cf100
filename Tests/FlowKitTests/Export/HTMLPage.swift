import FlowKit
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read as XML: what an export wrote, seen by somebody else's parser.
final class HTMLPage: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private var open: [Int] = []

  /// Reads a page; throws when it is not well-formed.
  init(_ page: String) throws {
    super.init()
    let (first, rest) = try #require(page.firstIndex(of: "\n").map { (page[..<$0], page[$0...].dropFirst()) })
    #expect(first == "<!DOCTYPE html>")
    let parser = XMLParser(data: Data(rest.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw Malformed(line: parser.lineNumber, reason: "\(parser.parserError.map { "\($0)" } ?? "")")
    }
  }

  struct Malformed: Error {
    var line: Int
    var reason: String
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
    for index in open { elements[index].text += string }
  }

  /// Elements of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Values of an attribute.
  func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  /// The element with an id.
  func element(_ id: String) -> Element? { elements.first { $0.attributes["id"] == id } }
}
