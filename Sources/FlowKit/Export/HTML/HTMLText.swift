/// A piece of a page; text gets into it only escaped, so that nothing from outside can become markup.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// Attributes of an element; one with an empty value is left out.
  package typealias Attributes = KeyValuePairs<StaticString, String>

  /// The characters of the file, well-formed as XML too.
  package private(set) var markup: String

  /// Nothing at all.
  package static let nothing = HTML(markup: "")

  package init(stringLiteral value: String) { self.init(value) }

  /// Text on one line.
  package init(_ text: String) { markup = Self.escaped(text) }

  /// Text that keeps its lines.
  package init(lines text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.escaped(String($0)) }
    markup = lines.joined(separator: "\n")
  }

  /// Pieces one after the other.
  package init(_ parts: [HTML]) { markup = parts.map(\.markup).joined() }

  private init(markup: String) { self.markup = markup }

  /// An element; without content it closes itself.
  package static func tag(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]? = nil) -> HTML {
    var result = "<\(name)"
    for (key, value) in attributes where !value.isEmpty { result += " \(key)=\"\(escaped(value))\"" }
    guard let content else { return HTML(markup: result + "/>") }
    result += ">"
    for part in content { result += part.markup }
    return HTML(markup: result + "</\(name)>")
  }

  /// An element that ends its line in the file.
  package static func block(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]? = nil) -> HTML {
    HTML(markup: tag(name, attributes, content).markup + "\n")
  }

  /// A block whose content begins on the next line of the file.
  package static func group(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]) -> HTML {
    block(name, attributes, [HTML(markup: "\n")] + content)
  }

  /// A style sheet of our own; it must hold nothing from outside.
  static func style(_ sheet: String) -> HTML { HTML(markup: "<style>\n\(sheet)</style>\n") }

  /// Paragraphs of a text, one for each of its lines.
  static func paragraphs(_ text: String) -> HTML {
    HTML(text.split(separator: "\n").map { .block("p", [:], [HTML(String($0))]) })
  }

  /// A link to another page when the address is a plain one over https, otherwise its text.
  static func link(_ address: String) -> HTML {
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\`{}|^".utf8.contains($0) }
    guard isPlain, address.hasPrefix("https://"), address.utf8.count > 8 else { return HTML(address) }
    return .tag("a", ["href": address, "rel": "noreferrer"], [HTML(address)])
  }

  /// A link to a place of the page itself.
  static func jump(_ id: String, _ content: HTML) -> HTML { .tag("a", ["href": "#" + id], [content]) }

  /// Scalar by scalar, because a mark with a combining character after it is still a mark.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Inert.text(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether XML and HTML allow it; Unicode has numbers that never stand for a character.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
  }
}
