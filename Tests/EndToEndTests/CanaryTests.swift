import Foundation
import TestSupport
import Testing

/// No secret of the evidence leaves the program: not to the screen, the journal or an export.
struct CanaryTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test func `Planted secrets are in no file that is written and on no line that is shown`() throws {
    let state = temporary.url
    let canaries = [
      "c4n4rySAS0123456789", "c4n4ryPassw0rd", "c4n4ryB64TokenAbcdefghijklmnop", "c4n4ryStorageKey0123456789abcdef==",
    ]
    let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjNG40cnkiLCJpYXQiOjF9.c4n4ryB64TokenAbcdefghijklmnop"
    let evidence = """
      Name:             orders-0
      Namespace:        store
      Containers:
        orders:
          Image:          fabrikam.azurecr.io/orders:1
          State:          Waiting
            Reason:       ImagePullBackOff
          Environment:
            DB_PASSWORD:  \(canaries[1])
            STORE:        DefaultEndpointsProtocol=https;AccountName=x;AccountKey=\(canaries[3]);EndpointSuffix=core.windows.net
      Events:
        Type     Reason  Age  From     Message
        ----     ------  ---- ----     -------
        Warning  Failed  2m   kubelet  Failed to pull image "fabrikam.azurecr.io/orders:1": failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://weu15.blob.core.windows.net/a/data?se=2026&sig=\(canaries[0])&sp=r": EOF
        Warning  Failed  3m   kubelet  Authorization: Bearer \(jwt)
      """
    let file = state.appending(path: "pod.txt")
    try evidence.write(to: file, atomically: true, encoding: .utf8)
    let walk = try Program.fairway(
      "run", "--evidence", file.path, "--plain", input: "e\na\nlogin with --password=\(canaries[1])\n\n\n\nw\nq\n",
      state: state)
    #expect(walk.output.contains("‹secret-"))
    let folder = state.appending(path: "fairway/sessions")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let journal = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    var shown = [walk.output + walk.errors, journal]
    for format in ["markdown", "html", "json", "jsonl", "answers", "asciicast"] {
      shown.append(try Program.fairway("export", String(name.dropLast(6)), "--format", format, state: state).output)
    }
    for format in ["text", "json"] {
      shown.append(try Program.fairway("diagnose", "--evidence", file.path, "-o", format, state: state).output)
    }
    for (index, text) in shown.enumerated() {
      #expect(text.contains("orders-0"))
      for canary in canaries { #expect(!text.contains(canary), "\(canary) in text \(index)") }
    }
  }
}
