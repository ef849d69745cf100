import FlowKit
import Testing

/// I1: command lines that someone could try.
struct PolicyHostileTests {
  @Test(arguments: HostileLines.all)
  func `a hostile line is refused or has its class`(_ line: String, _ must: HostileLines.Must) {
    let words = Self.words(line)
    switch (Policy.rule(words), must) {
    case (.refused(let why), _):
      #expect(Inert.text(why) == why && why.count > 10 && !why.contains("\n"), "\(line): \(why)")
    case (.allowed(let effect), .beAtLeast(let least)): #expect(effect >= least, "\(line)")
    case (.allowed(let effect), .beRefused): Issue.record("'\(line)' is allowed as \(effect)")
    }
  }

  @Test func `there are many hostile lines, each once`() {
    #expect(HostileLines.all.count >= 400)
    #expect(Set(HostileLines.all.map(\.line)).count == HostileLines.all.count)
  }

  @Test(arguments: [
    ("kubectl get pods --as=admin", "--as"), ("kubectl get pods -Aw", "-w"), ("az aks show --nam=c", "--nam"),
    ("kubectl get pods --token=hunter2", "--token"), ("curl -sLhunter2 https://a/v2/", "-L"), ("dig -fhunter2", "-f"),
    ("nslookup -port=hunter2 a", "-port"), ("dig +keepopen a", "+keepopen"), ("docker ps -H hunter2", "-H"),
    ("kubectl --token=hunter2 get pods", "--token"), ("kubectl get pods -n a -n b", "-n"), ("az aks show -n", "-n"),
    ("kubectl foo bar", "kubectl foo bar"), ("sudo x", "sudo"), ("kubectl get @x", "@x"),
    ("az aks show extra", "extra"),
    ("az acr check-health -yn r", "-y"), ("az acr check-health --yes=hunter2", "--yes"), ("dig +time 2 a", "+time"),
  ])
  func `a refusal names what was refused, without a value that could be a secret`(_ line: String, _ name: String) {
    guard case .refused(let why) = Policy.rule(Self.words(line)) else {
      Issue.record("allowed: \(line)")
      return
    }
    #expect(why.contains("'\(name)'"), "\(why)")
    #expect(!why.contains("hunter2"))
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ", omittingEmptySubsequences: false).map { String($0).replacing("·", with: " ") }
  }
}
