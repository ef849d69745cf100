import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Pictures of the screen.
struct PictureTests {
  @Test(arguments: Scene.all, [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 40, height: 10)])
  func `every screen looks the same as before`(_ scene: Scene, _ size: Size) throws {
    let picture = try scene.picture(size)
    let text = "\(picture.text)\n\(String(repeating: "-", count: size.width))\n\(picture.styles)\n"
    let name = "Screens/\(scene.name)-\(size.width)x\(size.height).txt"
    #expect(Golden.difference(text, name, in: "WizardTests") == nil)
  }

  @Test func `no two screens have one name`() {
    let names = Scene.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [1, 2, 5, 20, 39, 40, 41, 59, 60, 61, 79, 80, 101, 119, 120, 121, 130])
  func `every size is drawn, and every row fits`(_ width: Int) throws {
    var walk = try Walk.recording("1-not-attached", 80, 24)
    var models = [walk.model]
    for keys in [
      [Key.tab], [.tab, .character("?")], [.escape, .character("h")], [.escape, .enter, .enter, .enter], [.enter],
    ] {
      for key in keys { walk.press(key) }
      models.append(walk.model)
    }
    for height in [1, 2, 5, 9, 10, 11, 17, 18, 19, 24, 45] {
      let size = Size(width: width, height: height)
      for var model in models {
        _ = update(&model, .resized(size))
        let picture = view(model)
        #expect(picture.size == size)
        for y in 0..<height {
          #expect(Width.of(picture.text(ofRow: y)) <= width, "\(width)x\(height), row \(y)")
        }
        for key in [Key.end, .pageUp] { _ = update(&model, .key(key)) }
        _ = view(model)
      }
    }
  }

  @Test func `too small a screen says what it needs`() throws {
    #expect(try Walk.recording("2-wrong-tag", 39, 10).text.hasPrefix("fairway needs 40x10"))
    #expect(try Walk.recording("2-wrong-tag", 40, 9).text.hasPrefix("fairway needs 40x10"))
    #expect(try Walk.recording("2-wrong-tag", 5, 1).text == "fairw")
  }

  @Test func `the same model gives the same picture`() throws {
    let walk = try Walk.recording("4-dns")
    #expect(walk.text == walk.text)
    #expect(try walk.text == Walk.recording("4-dns").text)
  }

  @Test func `a screen that grew and shrank shows the deciding place again`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    for size in [Size(width: 40, height: 10), Size(width: 1, height: 1), Size(width: 80, height: 24)] {
      walk.send(.resized(size))
    }
    walk.send(.resized(Size(width: 120, height: 40)))
    #expect(walk.marked.joined().contains(": not found"))
  }

  @Test func `the header names what is looked at`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.model.context = "prod-weu"
    let header = view(walk.model).text(ofRow: 0)
    for part in ["image-pull 2.", "ctx prod-weu", "ns store", "pod orders-6b7f9c5d48-t9wlz", "read-only", "step 1"] {
      #expect(header.contains(part))
    }
    walk.press(.enter, .enter)
    #expect(view(walk.model).text(ofRow: 0).contains("step 3"))
  }
}

/// The tables that help, footer and README come from.
struct TableTests {
  @Test(arguments: KeyContext.allCases)
  func `no key stands twice in a context`(_ context: KeyContext) {
    #expect(Bindings.map.doubles(in: context) == [])
  }

  @Test func `every action has a key`() {
    #expect(Set(Bindings.map.bindings.map(\.action)) == Set(Action.allCases))
  }

  @Test(arguments: KeyContext.allCases)
  func `in every context one can quit, and see how`(_ context: KeyContext) {
    #expect(Bindings.map.action(for: .control("c"), in: context) == .quit)
    #expect(Bindings.map.footer(in: context, width: 78).text.contains("quit"))
    #expect(Width.of(Bindings.map.footer(in: context, width: 38).text) <= 38)
  }

  @Test func `exit codes differ, fit a shell, and say what they mean`() {
    let codes = ExitStatus.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count && codes.allSatisfy { (0...125).contains($0) })
    #expect(Set(ExitStatus.allCases.map(\.meaning)).count == codes.count)
    #expect(Set(Diagnosis.Verdict.allCases.map { ExitStatus($0) }).count == Diagnosis.Verdict.allCases.count)
    for outcome in Outcome.allCases { #expect(ExitStatus(outcome) != .success) }
  }

  @Test func `the tables of the README are those of the code`() throws {
    let readme = try SourceTree.text("README.md")
    #expect(Self.part(readme, "keys") == Bindings.markdown)
    let codes = try #require(Self.part(readme, "exit-codes")).split(separator: "\n")
    for status in ExitStatus.allCases { #expect(codes.contains("| \(status.rawValue) | \(status.meaning) |")) }
    #expect(codes.count == ExitStatus.allCases.count + 2)
  }

  private static func part(_ text: String, _ name: String) -> String? {
    guard let start = text.firstRange(of: "<!-- \(name) -->\n"),
      let end = text[start.upperBound...].firstRange(of: "\n<!-- /\(name) -->")
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }
}
