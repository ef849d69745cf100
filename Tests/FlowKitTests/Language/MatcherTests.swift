import FlowKit
import TestSupport
import Testing

/// A matcher with a text, and what comes of it.
struct MatchCase: Sendable, CustomTestStringConvertible {
  let matcher: String
  let text: String
  let exit: Int?
  /// `line:column:length:text` of each piece's span, "-" for a match without a place; nil for none.
  let span: String?
  let captures: [String: String]

  init(matcher: String, text: String, exit: Int? = nil, span: String?, captures: [String: String] = [:]) {
    self.matcher = matcher
    self.text = text
    self.exit = exit
    self.span = span
    self.captures = captures
  }

  var testDescription: String { "\(matcher) on \(text.prefix(40).debugDescription)" }
}

private let json = """
  {"a": {"b": [{"c": "Deny"}, {"c": "allow"}, {"d": null}], "n": 42, "t": true, "e": ""},
   "x.y": 1, "list": ["p", "q"], "esc": "l\\u00e4nge \\"q\\"", "nothing": null}
  """

private let texts: [MatchCase] = [
  MatchCase(matcher: "{contains: needle}", text: "hay\n a needle\nneedle", span: "2:4:6:needle"),
  MatchCase(matcher: "{contains: [no, hay]}", text: "hay\n a needle", span: "1:1:3:hay"),
  MatchCase(matcher: "{contains: NEEDLE}", text: "needle", span: nil),
  MatchCase(matcher: "{contains: ä}", text: "öö ä", span: "1:4:1:ä"),
  MatchCase(matcher: "{contains: x}", text: "", span: nil),
  MatchCase(
    matcher: "{matches: 'IP (?<ip>[0-9.]+)'}", text: "one\nclient IP 10.0.0.1 two", span: "2:8:11:IP 10.0.0.1",
    captures: ["ip": "10.0.0.1"]),
  MatchCase(matcher: "{matches: '^two$'}", text: "one\r\ntwo\r\nthree", span: "2:1:3:two"),
  MatchCase(matcher: "{matches: 'ONE'}", text: "one", span: nil),
  MatchCase(matcher: "{matches: '(?i)ONE'}", text: "one", span: "1:1:3:one"),
  MatchCase(matcher: "{matches: 'one.two'}", text: "one\ntwo", span: nil),
  MatchCase(matcher: "{matches: '(?<a>x)|(?<b>y)'}", text: "y", span: "1:1:1:y", captures: ["b": "y"]),
  MatchCase(matcher: "{matches: '(?<c>b)(?=c)'}", text: "abc", span: "1:2:1:b", captures: ["c": "b"]),
  MatchCase(matcher: "{matches: 'x*'}", text: "abc", span: "1:1:0:"),
]

private let exits: [MatchCase] = [
  MatchCase(matcher: "{exit: 0}", text: "", exit: 0, span: "-"),
  MatchCase(matcher: "{exit: 0}", text: "", exit: 1, span: nil),
  MatchCase(matcher: "{exit: 0}", text: "", span: nil),
  MatchCase(matcher: "{exit: [1, 3]}", text: "", exit: 3, span: "-"),
  MatchCase(matcher: "{exit: [1, 3]}", text: "", exit: 2, span: nil),
]

private let paths: [MatchCase] = [
  MatchCase(matcher: "{json: 'a.b[0].c', is: deny}", text: json, span: "1:21:4:Deny"),
  MatchCase(matcher: "{json: 'a.b[1].c', is: Deny}", text: json, span: nil),
  MatchCase(matcher: "{json: 'a.b[*].c', is: Allow}", text: json, span: "1:36:5:allow"),
  MatchCase(matcher: "{json: 'a.b[9].c', is: Allow}", text: json, span: nil),
  MatchCase(matcher: "{json: 'a.b[*].c', in: [x, ALLOW]}", text: json, span: "1:36:5:allow"),
  MatchCase(matcher: "{json: 'a.n', is: 42}", text: json, span: "1:64:2:42"),
  MatchCase(matcher: "{json: 'a.t', is: 'True'}", text: json, span: "1:73:4:true"),
  MatchCase(matcher: "{json: 'a.e', is: ''}", text: json, span: "-"),
  MatchCase(
    matcher: "{json: 'list[*]', matches: '^(?<item>q)$'}", text: json, span: "2:27:1:q", captures: ["item": "q"]),
  MatchCase(matcher: "{json: esc, contains: 'LÄNGE \"'}", text: json, span: "2:40:16:l\\u00e4nge \\\"q\\\""),
  MatchCase(matcher: "{json: nothing, present: false}", text: json, span: "-"),
  MatchCase(matcher: "{json: nothing, present: true}", text: json, span: nil),
  MatchCase(matcher: "{json: absent.deep, present: false}", text: json, span: "-"),
  MatchCase(matcher: "{json: 'a.b[2].d', present: false}", text: json, span: "-"),
  MatchCase(matcher: "{json: 'a.b[*].c', present: true}", text: json, span: "1:21:4:Deny"),
  MatchCase(matcher: "{json: 'a.b[*].c', present: false}", text: json, span: nil),
  MatchCase(matcher: "{json: '[1].z', is: 2}", text: "[{\"z\": 1}, {\"z\": 2}]", span: "1:18:1:2"),
  MatchCase(matcher: "{json: a, present: true}", text: "no JSON", span: nil),
  MatchCase(matcher: "{json: a, present: false}", text: "no JSON", span: nil),
]

private let facts: [MatchCase] = [
  MatchCase(matcher: "{fact: pod, is: WEB-1}", text: "pod web-1", span: "1:5:5:web-1"),
  MatchCase(matcher: "{fact: pod, is: web}", text: "pod web-1", span: nil),
  MatchCase(matcher: "{fact: pod, in: [x, Web-1]}", text: "pod web-1", span: "1:5:5:web-1"),
  MatchCase(matcher: "{fact: pod, contains: B-}", text: "pod web-1", span: "1:7:2:b-"),
  MatchCase(
    matcher: "{fact: pod, matches: '-(?<number>[0-9])$'}", text: "pod web-1", span: "1:8:2:-1",
    captures: ["number": "1"]),
  MatchCase(matcher: "{fact: pod, matches: '^WEB'}", text: "pod web-1", span: nil),
  MatchCase(matcher: "{fact: pod, present: true}", text: "pod web-1", span: "1:5:5:web-1"),
  MatchCase(matcher: "{fact: pod, present: false}", text: "pod web-1", span: nil),
  MatchCase(matcher: "{fact: none, present: false}", text: "pod web-1", span: "-"),
  MatchCase(matcher: "{fact: none, present: true}", text: "pod web-1", span: nil),
  MatchCase(matcher: "{fact: none, is: x}", text: "pod web-1", span: nil),
  MatchCase(matcher: "{fact: said, is: yes}", text: "pod web-1", span: "-"),
  MatchCase(matcher: "{fact: pod, contains: web, matches: '[0-9]$'}", text: "pod web-1", span: "1:5:3:web"),
]

private let combined: [MatchCase] = [
  MatchCase(matcher: "{any: [{contains: x}, {contains: b}, {contains: a}]}", text: "ab", span: "1:2:1:b"),
  MatchCase(matcher: "{any: [{contains: x}, {contains: y}]}", text: "ab", span: nil),
  MatchCase(
    matcher: "{all: [{matches: '(?<l>a)'}, {matches: '(?<r>b)'}]}", text: "ab", span: "1:1:1:a",
    captures: ["l": "a", "r": "b"]),
  MatchCase(matcher: "{all: [{exit: 0}, {contains: b}]}", text: "ab", exit: 0, span: "1:2:1:b"),
  MatchCase(matcher: "{all: [{contains: a}, {contains: x}]}", text: "ab", span: nil),
  MatchCase(matcher: "{none: [{contains: x}, {contains: y}]}", text: "ab", span: "-"),
  MatchCase(matcher: "{none: [{contains: x}, {contains: b}]}", text: "ab", span: nil),
  MatchCase(matcher: "{all: [{none: [{contains: x}]}, {any: [{contains: b}]}]}", text: "ab", span: "1:2:1:b"),
]

/// Tests on evidence and facts.
struct MatcherTests {
  @Test(arguments: texts + exits + paths + facts + combined)
  func `a matcher hits or misses, and marks what decided`(_ test: MatchCase) throws {
    let matcher = try read(test.matcher)
    let document = Document(id: "d", title: "d", provenance: Provenance(.paste, source: "s"), text: test.text)
    let pod = document.span(4..<min(9, max(4, document.bytes.count)))
    let scope = MatchScope(
      facts: [
        "pod": Fact("pod", pod.text, .evidence(pod)), "said": Fact("said", "Yes", .operatorEntry),
      ], documents: [document], exit: test.exit)
    let match = matcher.match(scope)
    #expect(match.map { Self.picture($0.span) } == test.span)
    #expect(match?.captures ?? [:] == test.captures)
    let captured: Set<String> = Set(match.map { Array($0.captures.keys) } ?? [])
    #expect(captured.isSubset(of: Self.names(test.matcher)))
  }

  private static func picture(_ span: Span?) -> String {
    guard let span else { return "-" }
    return span.pieces.map { "\($0.line):\($0.column):\($0.length)" }.joined(separator: "+") + ":" + span.text
  }

  private static func names(_ text: String) -> Set<String> {
    Set(text.matches(of: /\(\?<([a-z]+)>/).map { String($0.output.1) })
  }

  private func read(_ text: String) throws -> any Matcher {
    let findings = Findings()
    let matcher = Matchers.read(try SourceNode.read(text, file: "m.yaml"), findings)
    #expect(findings.all == [])
    return try #require(matcher)
  }

  @Test func `inside a command node only its output counts`() throws {
    let evidence = Document(id: "e", title: "e", provenance: Provenance(.paste, source: "s"), text: "needle")
    let output = Document(id: "o", title: "o", provenance: Provenance(.paste, source: "s"), text: "{\"a\": 1}")
    let scope = MatchScope(facts: [:], documents: [evidence, output], output: output, exit: 0)
    #expect(try read("{contains: needle}").match(scope) == nil)
    #expect(try read("{json: a, is: 1}").match(scope)?.span?.document == "o")
    let all = MatchScope(facts: [:], documents: [evidence, output])
    #expect(try read("{contains: needle}").match(all)?.span?.document == "e")
    #expect(try read("{json: a, is: 1}").match(all)?.span?.document == "o")
  }

  @Test func `facts and captures of a matcher are known to lint`() throws {
    let matcher = try read(
      "{all: [{fact: a, matches: '(?<x>.)'}, {any: [{fact: b, matches: '(?<y>.)(?<z>.)'}, {matches: '(?<y>.)'}]}]}")
    #expect(matcher.facts == ["a", "b"])
    #expect(matcher.captures == ["x", "y"])
    #expect(try read("{none: [{matches: '(?<x>.)'}]}").captures == [])
  }
}
