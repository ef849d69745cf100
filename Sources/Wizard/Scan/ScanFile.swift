package import FlowKit
import Glibc

/// Reads a fleet from a file, without holding it.
package enum ScanFile {
  /// Bytes that are read at once.
  private static let piece = 1 << 18

  /// The pods of a file, or of standard input for `-`, without secrets.
  package static func read(_ path: String) -> Result<Fleet, ScanFault> {
    let isInput = path == "-"
    let name = isInput ? "standard input" : path
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return .failure(ScanFault("\(name): \(FileBytes.Fault.last.reason)")) }
    defer { if !isInput { close(file) } }
    var stream = FleetStream()
    var redactor = Redactor()
    do {
      try feed(&stream, file)
      return .success(try stream.fleet().redacted(by: &redactor))
    } catch let fault as FileBytes.Fault {
      return .failure(ScanFault("\(name): \(fault.reason)"))
    } catch let fault as StreamFault {
      let done = stream.count == 0 ? "" : ", after \(Blast.count(stream.count, "pod"))"
      return .failure(ScanFault(redactor.redact("\(name): \(fault.words)\(done)")))
    } catch {
      return .failure(ScanFault("\(name): \(error)"))
    }
  }

  private static func feed(_ stream: inout FleetStream, _ file: Int32) throws {
    var bytes = [UInt8](repeating: 0, count: piece)
    var pieces = UTF16Pieces()
    while true {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileBytes.Fault.last }
      let text = count == 0 ? pieces.finish() : pieces.next(bytes[..<count])
      try text.withUnsafeBytes { try stream.feed($0) }
      if count == 0 { return }
    }
  }
}
