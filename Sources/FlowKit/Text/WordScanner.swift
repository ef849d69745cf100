/// Finds any of many literals in one pass over bytes, whatever blanks, breaks and case stand between.
///
/// An Aho–Corasick automaton; own code because text search of the standard library is slower by a factor
/// of a hundred, and no available package has it.
package struct WordScanner: Sendable {
  /// Symbol of each byte: 0 when no literal holds it, and ``passed`` when it is passed over.
  private var symbols: [UInt8]
  /// Binary digits of a symbol; few symbols keep the table small, which is made at every start.
  private let digits: Int
  /// Next state per state and symbol.
  private var next: [Int32]
  /// Number of the literal that ends at a state; -1 for none.
  private var output: [Int32]

  private static let passed: UInt8 = 255

  /// Makes a scanner for literals that are folded already (lower case, no blanks).
  package init(_ words: [String]) {
    symbols = [UInt8](repeating: 0, count: 256)
    var count = 1
    for byte in words.lazy.flatMap(\.utf8) where symbols[Int(byte)] == 0 {
      symbols[Int(byte)] = UInt8(truncatingIfNeeded: count)
      count += 1
    }
    precondition(count < 128, "literals of more than 127 different bytes")
    digits = Int.bitWidth - (count - 1).leadingZeroBitCount
    let states = words.reduce(1) { $0 + $1.utf8.count }
    next = []
    next.reserveCapacity(states << digits)
    output = []
    output.reserveCapacity(states)
    addState()
    for (number, word) in words.enumerated() { add(word, Int32(number)) }
    complete(count)
    // The case of a letter counts nothing, and neither do blanks and the mark of an escape.
    for byte in UInt8(0x41)...0x5A { symbols[Int(byte)] = symbols[Int(byte | 0x20)] }
    for byte in UInt8(0)...0x20 { symbols[Int(byte)] = Self.passed }
    symbols[Int(Byte.backslash)] = Self.passed
  }

  private mutating func addState() {
    output.append(-1)
    for _ in 0..<(1 << digits) { next.append(-1) }
  }

  private mutating func add(_ word: String, _ number: Int32) {
    var state = 0
    for byte in word.utf8 {
      let slot = state << digits + Int(symbols[Int(byte)])
      if next[slot] < 0 {
        next[slot] = Int32(output.count)
        addState()
      }
      state = Int(next[slot])
    }
    if output[state] < 0 { output[state] = number }
  }

  /// Adds the failure edges, breadth first, so that scanning never looks back.
  private mutating func complete(_ count: Int) {
    var fail = [Int](repeating: 0, count: output.count)
    var queue: [Int] = []
    for symbol in 0..<count {
      if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if output[state] < 0 { output[state] = output[fail[state]] }
      for symbol in 0..<count {
        let slot = state << digits + symbol
        let back = next[fail[state] << digits + symbol]
        if next[slot] < 0 {
          next[slot] = back
        } else {
          fail[Int(next[slot])] = Int(back)
          queue.append(Int(next[slot]))
        }
      }
    }
  }

  /// Calls for each literal found with its number and the offset behind its last byte.
  package func scan(_ bytes: [UInt8], _ found: (_ word: Int, _ end: Int) -> Void) {
    next.withUnsafeBufferPointer { next in
      symbols.withUnsafeBufferPointer { symbols in
        bytes.withUnsafeBufferPointer { bytes in
          var state = 0
          for index in 0..<bytes.count {
            let symbol = symbols[Int(bytes[index])]
            if symbol == Self.passed { continue }
            state = Int(next[state << digits + Int(symbol)])
            if state != 0, output[state] >= 0 { found(Int(output[state]), index + 1) }
          }
        }
      }
    }
  }
}
