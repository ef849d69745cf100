/// A colour of the palette.
package enum Colour: Hashable, Sendable {
  /// What the terminal uses by itself.
  case standard
  /// One of the 16 colours that the user chose for the terminal.
  case ansi(UInt8)
  /// Red, green and blue as 0xRRGGBB.
  case rgb(UInt32)

  /// The colour number of a terminal with so many colours; -1 is its default colour.
  package func number(of colours: Int) -> Int32 {
    switch self {
    case .standard: -1
    // Where a number is red, green and blue, only the first eight are still colours of the user.
    case .ansi(let index): Int32(colours < 16 || colours > 256 ? index & 7 : index)
    case .rgb(let value) where colours > 256: Int32(value)
    case .rgb(let value) where colours == 256: Self.nearest(value)
    case .rgb: -1
    }
  }

  /// The nearest of the colours 16 to 255, the cube and the greys of xterm.
  private static func nearest(_ value: UInt32) -> Int32 {
    let wanted = [value >> 16 & 255, value >> 8 & 255, value & 255].map { Int($0) }
    let steps = wanted.map { step(of: $0) }
    let cube = steps.map { $0 == 0 ? 0 : 55 + 40 * $0 }
    let grey = min(23, max(0, (wanted.reduce(0, +) / 3 - 3) / 10))
    let greys = [Int](repeating: 8 + 10 * grey, count: 3)
    if distance(wanted, greys) < distance(wanted, cube) { return Int32(232 + grey) }
    return Int32(16 + 36 * steps[0] + 6 * steps[1] + steps[2])
  }

  private static func step(of part: Int) -> Int {
    part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40
  }

  private static func distance(_ one: [Int], _ other: [Int]) -> Int {
    zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
