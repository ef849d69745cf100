import FlowKit
import TestSupport
import Testing
import Wizard

/// Ages and durations that no cluster prints.
struct AgeTests {
  private static let long = String(repeating: "999999999y", count: 300)

  @Test(arguments: ["999999999y", long, "9999999999s", "99999999d99999999999999999999s"])
  func `an age that is too long is no age, and no end of the program`(_ age: String) {
    let text = """
      Name:         web
      Namespace:    shop
      Containers:
        web:
          Image:      acme.azurecr.io/web:1
          State:      Waiting
            Reason:   ImagePullBackOff
      Events:
        Type     Reason  Age   From     Message
        ----     ------  ----  ----     -------
        Warning  Failed  \(age)  kubelet  Failed to pull image "acme.azurecr.io/web:1": not found
      """
    let document = Document(id: "describe", title: "x", provenance: Provenance(.file, source: "x"), text: text)
    #expect(EvidenceReading([document]).main != nil)
  }

  @Test func `a pause of a script that is too long is said`() {
    #expect(KeyScript.read("- pause: \(Self.long)", file: "s").findings.map(\.rule) == ["structure"])
    #expect(KeyScript.read("- pause: 5m", file: "s").findings.isEmpty)
  }
}
