import Foundation
import TestSupport
import Testing

/// An exported page in a real browser that could reach nothing but a listener of our own.
@Suite(.enabled(if: Browser.isThere, "chromium is not on PATH"), .serialized)
struct BrowserTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let attacks = [
    "<img src=x onerror=alert(1)>", "</pre><script>document.title='taken'</script>",
    "</code></li></ol><img src=http://page.invalid/y.png>", "<link rel=stylesheet href=//page.invalid/z.css>",
    "<svg onload=alert(2)>", "</title><meta http-equiv=refresh content='0;url=http://page.invalid/'>",
    "</style><iframe src=http://page.invalid/f></iframe>",
  ]

  /// A session whose evidence and note attack, as a file.
  private func page() throws -> URL {
    let evidence = """
      Name:  orders-0
      Failed to pull image "fabrikam.azurecr.io/orders:1\(Self.attacks[0])": failed to do request: Head \
      "https://fabrikam.azurecr.io/v2/": dial tcp: lookup fabrikam.azurecr.io on 10.0.0.10:53: no such host \(Self.attacks[1])
      \(Self.attacks.joined(separator: "\n"))
      """
    let file = state.appending(path: "\(Self.attacks[4].filter(\.isLetter)).txt")
    try evidence.write(to: file, atomically: true, encoding: .utf8)
    _ = try Program.fairway(
      "run", "--evidence", file.path, "--plain", input: "a\n\(Self.attacks[1])\n\n\nq\n", state: state)
    let folder = state.appending(path: "fairway/sessions")
    let journal = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".jsonl") })
    let html = try Program.fairway("export", String(journal.dropLast(6)), "--format", "html", state: state)
    let page = state.appending(path: "page.html")
    try html.output.write(to: page, atomically: true, encoding: .utf8)
    return page
  }

  @Test func `a page with hostile evidence runs nothing, asks for nothing and shows the text as text`() throws {
    let browser = try Browser(state)
    defer { browser.stop() }
    let result = try browser.show(try page())
    #expect(result.status == 0, "\(result.errors)")
    #expect(Browser.complaints(result.errors) == [])
    #expect(browser.requests == [])
    for attack in Self.attacks {
      let text = attack.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(result.output.contains(text), "\(attack)")
    }
    for element in ["<script", "<img", "<iframe", "<link"] { #expect(!result.output.contains(element)) }
    #expect(!result.output.contains("<title>taken"))
    #expect(result.output.contains("<main"))
  }

  @Test func `a page that runs and loads something would be noticed`() throws {
    let browser = try Browser(state)
    defer { browser.stop() }
    let page = state.appending(path: "bad.html")
    try "<!DOCTYPE html><script>console.error('heard')</script><img src='http://page.invalid/y.png'>"
      .write(to: page, atomically: true, encoding: .utf8)
    let result = try browser.show(page)
    #expect(Browser.complaints(result.errors).contains { $0.contains("heard") }, "\(result.errors)")
    #expect(browser.requests.contains { $0.contains("page.invalid/y.png") }, "\(browser.requests)")
  }

  @Test func `a page is drawn on a narrow screen without leaving it`() throws {
    let browser = try Browser(state)
    defer { browser.stop() }
    let frame = state.appending(path: "frame.html")
    // The frame is as wide as a phone, and only a script of ours outside the page can measure what is in it.
    try """
    <!DOCTYPE html><iframe id="f" style="width:360px;height:800px;border:0" src="\(try page().lastPathComponent)"></iframe>
    <script>onload = () => { const root = document.getElementById('f').contentDocument.documentElement;
    document.title = 'wide ' + root.scrollWidth + ' of ' + root.clientWidth }</script>
    """.write(to: frame, atomically: true, encoding: .utf8)
    let result = try browser.show(frame, "--allow-file-access-from-files")
    let widths = try #require(result.output.firstMatch(of: /<title>wide (\d+) of (\d+)/))
    #expect(widths.1 == widths.2, "the page is \(widths.1) wide on a screen of \(widths.2)")
  }
}

/// Chromium without a window, whose every request goes to a listener on loopback.
private struct Browser {
  static let isThere = (try? Program.run("/usr/bin/env", ["chromium", "--version"]).status) == 0

  private let listener: LoopbackAPI
  private let profile: URL

  init(_ folder: URL) throws {
    listener = try LoopbackAPI()
    profile = folder.appending(path: "profile")
  }

  func stop() { listener.stop() }

  /// What pages asked for; a browser also calls its makers by itself.
  var requests: [String] {
    let makers = /^[A-Z]+ (?:https?:\/\/)?[a-z0-9.-]*\.(?:google|googleapis|gstatic)\.com[:\/]/
    return listener.requests.filter { $0.firstMatch(of: makers) == nil }
  }

  /// The document after everything in it has run, with the console on standard error.
  func show(_ page: URL, _ extra: String...) throws -> Program.Result {
    let arguments =
      [
        "60", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--user-data-dir=\(profile.path)", "--proxy-server=127.0.0.1:\(listener.port)",
        "--host-resolver-rules=MAP * 127.0.0.1:\(listener.port)", "--enable-logging=stderr", "--v=0",
        "--virtual-time-budget=2000", "--dump-dom",
      ] + extra + [page.absoluteString]
    return try Program.run("/usr/bin/env", ["timeout"] + arguments, environment: ["HOME": profile.path])
  }

  /// What pages said on the console.
  static func complaints(_ errors: String) -> [String] {
    errors.split(separator: "\n").map(String.init).filter { $0.contains("CONSOLE") }
  }
}
