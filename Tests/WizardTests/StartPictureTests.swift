import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Pictures of the start screen.
struct StartPictureTests {
  @Test(arguments: [1, 2, 5, 20, 39, 40, 41, 59, 60, 61, 79, 80, 101, 119, 120, 130])
  func `every size of the start screen is drawn, and every row fits`(_ width: Int) throws {
    var models = [try StartWalk().model]
    var walk = try StartWalk.listed(isAll: true)
    models.append(walk.model)
    for key in ["p", "d", "?", "o"] {
      var other = walk
      other.press(.character(Character(key)))
      models.append(other.model)
    }
    walk.press(.enter)
    models.append(walk.model)
    for height in [1, 2, 5, 9, 10, 11, 13, 14, 18, 20, 24, 45] {
      for var model in models {
        _ = update(&model, .resized(Size(width: width, height: height)))
        for key in [Key.end, .pageUp] { _ = update(&model, .key(key)) }
        let picture = view(model)
        for y in 0..<height { #expect(Width.of(picture.text(ofRow: y)) <= width, "\(width)x\(height), row \(y)") }
      }
    }
  }

  @Test func `a context that looks like production is named`() throws {
    var walk = try StartWalk()
    walk.list(FleetText.pods, context: "prod-weu", isProduction: true)
    let header = view(walk.model).text(ofRow: 0)
    #expect(header.contains("ctx prod-weu") && header.contains("ns shop") && header.contains("PRODUCTION"))
  }

  @Test func `what the cluster wrote cannot act`() throws {
    var walk = try StartWalk()
    let name = #"x\u001b[2Jy\u202ez"#
    walk.list(FleetText.list([FleetText.pod(name, image: name, state: FleetText.waiting("ErrImagePull", name))]))
    #expect(walk.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202e })
    #expect(walk.model.list.pods.count == 1)
  }

  @Test func `of many pods only what is seen is drawn, and the selected one is seen`() throws {
    let pods = (0..<500).map {
      FleetText.pod("p-\($0)", image: "i:\($0 % 7)", state: FleetText.waiting("ImagePullBackOff"))
    }
    for (width, height) in [(40, 10), (80, 24)] {
      var walk = try StartWalk(width, height)
      walk.list(FleetText.list(pods))
      for key in [Key.end, .up, .pageUp, .down, .home, .pageDown, .pageDown, .end, .home] {
        walk.press(key)
        let name = try #require(walk.model.selectedPod?.name)
        #expect(walk.selected.contains("▸ \(name) "), "\(key)")
      }
      #expect(walk.model.top == 0)
    }
  }
}
