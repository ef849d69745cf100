import Subprocess

/// Draws with Graphviz, where it is installed.
package enum Graphviz {
  /// Why there is no drawing.
  package enum Fault: Error {
    case absent
    case failed(String)
  }

  /// The drawing of a text of DOT, as SVG; for the main thread, which waits.
  package static func svg(_ dot: String) throws(Fault) -> [UInt8] {
    let waiting = Waiting<Result<[UInt8], Fault>>()
    Task.detached {
      do throws(Fault) { waiting.finish(.success(try await draw(dot))) } catch { waiting.finish(.failure(error)) }
    }
    return try waiting.wait().get()
  }

  private static func draw(_ dot: String) async throws(Fault) -> [UInt8] {
    do {
      let result = try await HandedFile.with(dot) { path in
        try await Subprocess.run(
          .name("dot"), arguments: ["-Tsvg", path], input: .none, output: .bytes(limit: 64 << 20),
          error: .bytes(limit: 1 << 20))
      }
      guard result.terminationStatus.isSuccess else {
        throw Fault.failed(String(decoding: result.standardError, as: UTF8.self))
      }
      return result.standardOutput
    } catch let fault as Fault {
      throw fault
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .absent
    } catch {
      throw .failed("\(error)")
    }
  }
}
