#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The keys of an object that somebody asks for, as bytes.
struct JSONNames<Key: CaseIterable & RawRepresentable & Sendable>: Sendable where Key.RawValue == String {
  let keys: [Key]
  private let words: [[UInt8]]

  /// The names of an enum; 64 at most.
  init(_ type: Key.Type) {
    keys = Array(type.allCases)
    words = keys.map { Array($0.rawValue.utf8) }
  }

  /// Number of the key with a name; nil when nobody asks for it.
  func number(of name: UnsafeRawBufferPointer) -> Int? {
    guard let base = name.baseAddress else { return nil }
    for (number, word) in words.enumerated() where word.count == name.count {
      if memcmp(word, base, name.count) == 0 { return number }
    }
    return nil
  }
}
