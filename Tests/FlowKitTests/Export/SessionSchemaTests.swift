import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// The schemas and what is written have the same keys.
struct SessionSchemaTests {
  private typealias Tree = [String: Any]

  private static func tree(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    ("session.schema.json", SessionSchema.session), ("diagnosis.schema.json", SessionSchema.diagnosis),
  ])
  func `a schema looks the same as before`(_ file: String, _ schema: JSONValue) throws {
    let difference = Golden.difference(try JSON.pretty(schema), file, in: "FlowKitTests")
    #expect(difference == nil)
  }

  /// Paths of every object with the keys that a schema gives it; a type of event is part of its path.
  private static func keys(of schema: [String: Any], at path: String = "") -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    func merge(_ other: [String: Set<String>]) { result.merge(other) { $0.union($1) } }
    for case let choice as [String: Any] in schema["anyOf"] as? [Any] ?? [] {
      let type = (((choice["properties"] as? [String: Any])?["type"]) as? [String: Any])?["const"] as? String
      merge(keys(of: choice, at: path + (type.map { "(\($0))" } ?? "")))
    }
    if let items = schema["items"] as? [String: Any] { merge(keys(of: items, at: path + "[]")) }
    if let more = schema["additionalProperties"] as? [String: Any] { merge(keys(of: more, at: path + "{}")) }
    if let properties = schema["properties"] as? [String: Any] {
      #expect(schema["additionalProperties"] as? Bool == false, "\(path)")
      #expect(Set(schema["required"] as? [String] ?? []) == Set(properties.keys), "\(path)")
      merge([path: Set(properties.keys)])
      for (key, value) in properties {
        guard let value = value as? [String: Any] else { continue }
        #expect((value["description"] as? String)?.hasSuffix(".") == true, "\(path).\(key)")
        merge(keys(of: value, at: path + "." + key))
      }
    }
    return result
  }

  /// The same of a document; `schema` says which objects have keys of their own choice.
  private static func keys(of value: Any, at path: String, _ schema: [String: Set<String>]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    func merge(_ other: [String: Set<String>]) { result.merge(other) { $0.union($1) } }
    if let list = value as? [Any] {
      for element in list {
        let type = path == ".events" ? (element as? [String: Any])?["type"] as? String : nil
        merge(keys(of: element, at: path + "[]" + (type.map { "(\($0))" } ?? ""), schema))
      }
    } else if let object = value as? [String: Any] {
      let isMap = path.hasSuffix(".facts") && schema[path] == nil
      if !isMap { merge([path: Set(object.keys)]) }
      for (key, value) in object { merge(keys(of: value, at: isMap ? path + "{}" : path + "." + key, schema)) }
    }
    return result
  }

  /// Sessions that together have every kind of object.
  private static func exports() throws -> [String] {
    var walk = try RichSession()
    walk.tell("pod", "a")
    walk.tell("pod", nil)
    walk.add(.consent(Event.Consent(node: "a", line: "x", effect: .probe, isGiven: false)))
    walk.answer("pull")
    var source = Event.Source(.live)
    source.pod = "p"
    walk.add(.began(Event.Began(walk.session.library.reference(to: walk.session.flow), program: "1", source: source)))
    let demo = TwoWays(try ShippedFlow.session("1-not-attached"))
    var shipped = demo
    shipped.apply(.began(Event.Began(flow: "image-pull", version: "1", hash: "", program: "0")))
    shipped.take(try ShippedFlow.document("1-not-attached"))
    for event in Diagnosis(shipped.live).events { shipped.apply(event) }
    let span = Span(document: "describe", pieces: [Span.Piece(line: 1, column: 1, length: 4)], text: "Name")
    shipped.apply(
      .check(
        Check(
          flow: "image-pull", node: "x", result: .pulled, time: "2026-11-21T03:30:00.000Z", because: span, words: "seen"
        ))
    )
    shipped.apply(.practised(Practised(hint: 1, words: "where to look")))
    shipped.apply(
      .practised(Practised(applied: "kubectl delete pod web", .changed, state: "retried", words: "a new pod")))
    return try [try RichSession.whole(), try walk.transcript(), try #require(shipped.transcript())].map {
      try JSONExporter.export($0)
    }
  }

  @Test func `every key that is written stands in the schema, and the other way round`() throws {
    let schema = Self.keys(of: try Self.tree(try JSON.pretty(SessionSchema.session)))
    var written: [String: Set<String>] = [:]
    for export in try Self.exports() {
      for (path, keys) in Self.keys(of: try Self.tree(export), at: "", schema) {
        #expect(schema[path] == keys, "\(path)")
        written[path] = keys
      }
    }
    // No session of these has a second pod that fails.
    let missing = Set(schema.keys).subtracting(written.keys).subtracting([".diagnosis.others[]"])
    #expect(missing == [])
  }

  @Test func `a diagnosis alone is the one within a session`() throws {
    let session = Self.keys(of: try Self.tree(try JSON.pretty(SessionSchema.session)))
    let alone = Self.keys(of: try Self.tree(try JSON.pretty(SessionSchema.diagnosis)))
    for (path, keys) in alone { #expect(session[".diagnosis" + path] == keys, "\(path)") }
    #expect(alone.count == session.keys.count { $0.hasPrefix(".diagnosis") })
  }
}
