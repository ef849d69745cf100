/// Finds any of many literals in one pass over bytes, whatever blanks, breaks and case stand between.
///
/// An Aho–Corasick automaton; own code because text search of the standard library is slower by a factor
/// of a hundred, and no available package has it.
package struct WordScanner: Sendable {
  /// Next state per state and symbol; symbols are bytes.
  private var next: [Int32]
  /// Number of the literal that ends at a state; -1 for none.
  private var output: [Int32]

  /// Makes a scanner for literals that are folded already (lower case, no blanks).
  package init(_ words: [String]) {
    next = [Int32](repeating: -1, count: 256)
    output = [-1]
    for (number, word) in words.enumerated() {
      var state = 0
      for byte in word.utf8 {
        let slot = state * 256 + Int(byte)
        if next[slot] < 0 {
          next[slot] = Int32(output.count)
          output.append(-1)
          next.append(contentsOf: repeatElement(-1, count: 256))
        }
        state = Int(next[slot])
      }
      if output[state] < 0 { output[state] = Int32(number) }
    }
    complete()
  }

  /// Adds the failure edges, breadth first, so that scanning never looks back.
  private mutating func complete() {
    var fail = [Int](repeating: 0, count: output.count)
    var queue: [Int] = []
    for symbol in 0..<256 {
      if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if output[state] < 0 { output[state] = output[fail[state]] }
      for symbol in 0..<256 {
        let slot = state * 256 + symbol
        let back = next[fail[state] * 256 + symbol]
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
      bytes.withUnsafeBufferPointer { bytes in
        var state = 0
        for index in 0..<bytes.count {
          var byte = bytes[index]
          if byte <= 0x20 || byte == Byte.backslash { continue }
          if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
          state = Int(next[state << 8 | Int(byte)])
          if state != 0, output[state] >= 0 { found(Int(output[state]), index + 1) }
        }
      }
    }
  }
}
