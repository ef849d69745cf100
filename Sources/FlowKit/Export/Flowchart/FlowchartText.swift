/// Text in a drawing that nobody can measure before it is seen.
package enum FlowchartText {
  /// Width in pixels of a text at a font size, rather too large than too small for common sans-serif fonts.
  package static func width(_ text: String, size: Int, isBold: Bool = false) -> Int {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width($1) }
    return (thousandths * (isBold ? 112 : 100) * size + 99_999) / 100_000
  }

  /// Thousandths of the font size.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "I", "|", "!", "'", ".", ",", ":", ";", " ": 330
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "\"", "`": 420
    case "m", "M", "W", "w", "@", "%", "…", "—": 1000
    case "a"..."z": 640
    case "A"..."Z": 770
    case "0"..."9": 650
    default: scalar.value < 0x80 ? 850 : scalar.value < 0x2E80 ? 900 : 1400
    }
  }

  /// The lines of a text in a width; what does not fit into the last is left out behind an ellipsis.
  package static func lines(
    _ text: String, size: Int, width space: Int, most: Int = 4, isBold: Bool = false
  ) -> [String] {
    let limit = isBold ? space * 100 / 112 : space
    var lines: [String] = []
    for word in Inert.text(text).split(separator: " ") {
      for part in parts(word, size: size, width: limit) {
        if let last = lines.last, width(last + " " + part, size: size) <= limit {
          lines[lines.count - 1] = last + " " + part
        } else {
          lines.append(part)
        }
      }
    }
    guard lines.count > most else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, width(last + "…", size: size) > limit { last.removeLast() }
    return lines[..<(most - 1)] + [last + "…"]
  }

  /// A word in pieces that fit.
  private static func parts(_ word: Substring, size: Int, width limit: Int) -> [String] {
    if width(String(word), size: size) <= limit { return [String(word)] }
    var result = [""]
    for character in word {
      if !result[result.count - 1].isEmpty, width(result[result.count - 1] + String(character), size: size) > limit {
        result.append("")
      }
      result[result.count - 1].append(character)
    }
    return result
  }
}

extension HTML {
  /// Lines of text in a drawing, from the base line of the first; `size` is the font size in pixels.
  static func drawn(_ lines: [String], x: Int, y: Int, size: Int, kind: String = "") -> HTML {
    guard !lines.isEmpty else { return .nothing }
    let step = FlowchartText.leading(size)
    let rest = lines.dropFirst().map { HTML.tag("tspan", ["x": "\(x)", "dy": "\(step)"], [HTML($0)]) }
    return .block(
      "text", ["class": kind, "x": "\(x)", "y": "\(y)", "font-size": "\(size)"], [HTML(lines[0])] + rest)
  }
}

extension FlowchartText {
  /// Distance of two base lines.
  static func leading(_ size: Int) -> Int { (size * 4 + 2) / 3 }
}
