import FlowKit
import Glibc

/// The file with the operator's configuration, and where it is looked for.
package struct ConfigurationFile: Sendable {
  /// Where it would be; nil without a home.
  package let path: String?
  /// Whether somebody named it, so that it must be there.
  private let isNamed: Bool
  private let home: String?

  /// `$FAIRWAY_CONFIG`, else `config.yaml` in the folder of the XDG base directory specification.
  package init(_ environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }) {
    home = environment("HOME")
    let named = environment("FAIRWAY_CONFIG") ?? ""
    isNamed = !named.isEmpty
    path = isNamed ? named : Folders.configuration(environment).map { $0 + "/config.yaml" }
  }

  /// Whether there is something to read.
  package var isThere: Bool {
    var status = stat()
    // A folder that may not be looked into holds nothing for this user.
    return path.map { isNamed || lstat($0, &status) == 0 } ?? false
  }

  /// The configuration; everything that is wrong with the file is thrown at once.
  package func read() throws(FlowFiles.Unreadable) -> Configuration {
    guard let path, isThere else { return Configuration() }
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, atMost: SourceNode.maximumSize + 1) } catch {
      throw FlowFiles.Unreadable(findings: [
        Finding("file", Position(file: path, line: 1, column: 1), error.reason)
      ])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let (configuration, findings) = ConfigurationReader.read(text, file: path, home: home)
    guard findings.isEmpty else { throw FlowFiles.Unreadable(findings: findings) }
    return configuration
  }
}
