import FlowKit
import TestSupport
import Testing
import Wizard

/// I1: what may run, and how grave it is.
struct PolicyTests {
  @Test(arguments: EffectTable.all)
  func `the policy is never laxer than what a command was seen to do`(_ effect: EffectClass, _ line: String) throws {
    switch Policy.rule(Self.words(line)) {
    case .allowed(let ruled): #expect(ruled >= effect, "\(line)")
    case .refused(let why): #expect(!why.isEmpty)
    }
  }

  /// Words in the manner of a shell, for lines that hold characters which a flow would have to quote.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == " " {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return words + [word]
  }

  @Test func `of what was seen, only this is refused`() {
    let refused = EffectTable.all.map(\.line).filter { Self.refusal(Self.words($0)) != nil }
    #expect(
      refused.map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "az rest --method post", "kubectl config view --raw", "kubectl get --raw /api/v1/namespaces/shop/secrets",
        "kubectl get --raw /api/v1/nodes/aks-1/proxy/pods", "sudo systemctl start docker",
      ])
  }

  @Test func `the table of effects covers every class`() {
    #expect(EffectTable.all.count == 173)
    #expect(Set(EffectTable.all.map(\.effect)) == Set(EffectClass.allCases))
  }

  @Test func `most of what only reads may run`() {
    let reads = EffectTable.all.filter { $0.effect == .read }
    let allowed = reads.filter { if case .allowed(.read) = Policy.rule(Self.words($0.line)) { true } else { false } }
    #expect(allowed.count >= reads.count - 2)
  }

  @Test func `only reads, secrets that are read and probes may run`() {
    #expect(EffectClass.allCases.filter { Policy.mayRun($0) } == [.read, .readsSecret, .probe])
    #expect(EffectClass.allCases == EffectClass.allCases.sorted())
    #expect(Set(EffectClass.allCases.map(\.words)).count == 5)
  }

  @Test(arguments: [
    ("kubectl get pods", EffectClass.read), ("kubectl get pods -n kube-system -o json", .read),
    ("kubectl get secret", .read), ("kubectl get secret s -o name", .read), ("kubectl get secrets -o wide", .read),
    ("kubectl get secret s -o json", .readsSecret), ("kubectl get secret s -ojson", .readsSecret),
    ("kubectl get secret s --output=yaml", .readsSecret), ("kubectl get secret s --output yaml", .readsSecret),
    ("kubectl get pods,secrets -o yaml", .readsSecret), ("kubectl get secret/s -o yaml", .readsSecret),
    ("kubectl get pod/p secret/s -o yaml", .readsSecret), ("kubectl get SECRETS -o yaml", .readsSecret),
    ("kubectl get secrets.v1. -o yaml", .readsSecret), ("kubectl get all -o yaml", .readsSecret),
    ("kubectl get -n x secret s -o yaml", .readsSecret), ("kubectl get -o yaml secret s", .readsSecret),
    ("kubectl get --namespace=x secrets -o yaml", .readsSecret), ("kubectl get -A secrets -o yaml", .readsSecret),
    ("kubectl get secret s -o yaml -o name", .readsSecret), ("kubectl get secret s -o name -o yaml", .readsSecret),
    ("kubectl get secret s --template={{.data}}", .readsSecret),
    ("kubectl get secret s -o jsonpath={.data}", .readsSecret),
    ("kubectl create token default", .readsSecret), ("kubectl config view", .read),
    ("kubectl describe secret s", .read), ("kubectl delete pod p", .change), ("kubectl exec p -- ls", .probe),
    ("kubectl cluster-info", .read), ("kubectl cluster-info dump", .localWrite),
    ("kubectl rollout status deployment/d", .read), ("kubectl rollout restart deployment/d", .change),
    ("kubectl rollout -n x restart deployment/d", .change), ("kubectl auth reconcile -n x", .change),
    ("kubectl config --context=x use-context y", .localWrite),
    ("az aks show -g g -n c", .read), ("az aks update -g g -n c", .change), ("az acr login -n r", .localWrite),
    ("az acr credential show -n r", .readsSecret), ("az aks check-acr -g g -n c --acr r", .probe),
    ("nslookup contoso.azurecr.io", .read), ("dig +short contoso.azurecr.io", .read),
    ("docker manifest inspect x", .read), ("docker pull x", .localWrite), ("docker push x", .change),
  ])
  func `a command has at least the class of the worst that it does`(_ line: String, _ effect: EffectClass) {
    switch Policy.rule(Self.words(line)) {
    case .allowed(let ruled): #expect(ruled >= effect)
    case .refused: #expect(Self.mayBeRefused(line))
    }
  }

  /// Lines whose refusal is as good as their class.
  private static func mayBeRefused(_ line: String) -> Bool {
    ["--template", "get -", "create token", "-o name -o", "-o yaml -o", "rollout -n", "config --context"].contains {
      line.contains($0)
    }
  }

  @Test(arguments: [
    "", " ", "rm -rf x", "sh -c ls", "bash", "sudo kubectl get pods", "/usr/bin/kubectl get pods", "./kubectl get pods",
    "KUBECTL get pods", "kubectl", "kubectl foo", "kubectl ge pods", "kubectl --context x delete pod y",
    "kubectl -n x delete pod y", "kubectl get --raw /api", "kubectl get pods --raw=/api", "kubectl get pods --as=admin",
    "kubectl get pods --as admin", "kubectl get pods --token=x", "kubectl get pods --server https://x",
    "kubectl get pods -s https://x", "kubectl get pods -shttps://x", "kubectl get pods --insecure-skip-tls-verify",
    "kubectl get pods -w", "kubectl get pods --watch", "kubectl get pods --watch=true", "kubectl get -f x.yaml",
    "kubectl get -fx.yaml", "kubectl get --filename=x", "kubectl get -k x", "kubectl get -kx", "kubectl get pods -v=9",
    "kubectl get pods -v9", "kubectl get pods --v=9", "kubectl get pods -Aw", "kubectl get pods -Aw -o json",
    "kubectl config view --raw", "kubectl config view --raw=true", "kubectl config view --minify --flatten --raw",
    "kubectl get pods --cache-dir=/tmp/x", "kubectl get pods --profile=cpu", "kubectl get pods --log-file=x",
    "kubectl get pods --kuberc=x", "kubectl logs p -f", "kubectl get pods --user=x --token x",
    "kubectl get pods -o go-template-file=/etc/passwd", "kubectl get pods --template=/etc/passwd -o jsonpath-file",
    "kubectl get pods -o jsonpath-file=/etc/passwd", "kubectl get pods -o custom-columns-file=/etc/passwd",
    "kubectl plugin list", "kubectl proxy", "kubectl krew install x",
    "az", "az aks", "az rest --method get --url x", "az aks show --debug",
    "az --debug aks show", "az acr build x", "az vm delete",
    "kubectl logs p --follow", "az aks show --deb", "az aks show -n @/etc/passwd", "az aks show --name=@/etc/passwd",
    "dig -f names", "dig -fnames", "dig -k key",
    "curl", "wget https://x", "docker run x", "docker exec x", "docker rm x", "nc x 443", "openssl s_client",
  ])
  func `what is not known to be harmless is refused`(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(Self.refusal(words)?.isEmpty == false)
  }

  @Test(arguments: ["\n", "\u{0}", "\u{1b}[2J", "\t", "\r", "\u{7f}"])
  func `a control character in an argument is refused`(_ text: String) throws {
    let why = try #require(Self.refusal(["kubectl", "get", "pods", "a\(text)b"]))
    #expect(why.contains("control character"))
    #expect(Inert.text(why) == why)
  }

  /// Why the policy refuses; nil when it does not.
  private static func refusal(_ arguments: [String]) -> String? {
    if case .refused(let why) = Policy.rule(arguments) { why } else { nil }
  }

  @Test func `what follows the double dash belongs to the program in the container`() {
    #expect(Policy.rule(["kubectl", "exec", "p", "--", "ls", "-f", "--raw"]) == .allowed(.probe))
  }

  @Test(arguments: [
    "https://contoso.azurecr.io/v2/", "-s https://contoso.azurecr.io/v2/",
    "-sS --max-time 10 https://10.0.0.1:5000/v2/",
    "-sS -o /dev/null -w %{http_code} --max-time 10 https://contoso.azurecr.io/v2/",
    "--head --connect-timeout 5 https://contoso.azurecr.io/v2/", "-m 3 -f https://contoso.azurecr.io/v2/",
  ])
  func `curl may ask a registry for its status`(_ line: String) {
    #expect(Policy.rule(["curl"] + line.split(separator: " ").map(String.init)) == .allowed(.read))
  }

  @Test(arguments: [
    "", "http://contoso.azurecr.io/v2/", "https://contoso.azurecr.io/v2/_catalog", "https://contoso.azurecr.io/",
    "https:///v2/", "https://user:pw@contoso.azurecr.io/v2/", "https://a/v2/ https://b/v2/", "https://a/x/v2/",
    "https://a?/v2/", "https://a#/v2/", "https://{a,b}/v2/", "https://[1-9]/v2/", "file:///v2/", "-o x https://a/v2/",
    "-o https://a/v2/", "-w @/etc/passwd https://a/v2/", "-w %{json} https://a/v2/", "-d x https://a/v2/",
    "-X POST https://a/v2/", "-T x https://a/v2/", "-K x https://a/v2/", "-L https://a/v2/", "-k https://a/v2/",
    "-u a:b https://a/v2/", "-H x https://a/v2/", "--proxy x https://a/v2/", "-x x https://a/v2/", "-O https://a/v2/",
    "--max-time x https://a/v2/", "--max-time", "-sSo x https://a/v2/", "--output=/etc/x https://a/v2/",
    "-m-1 https://a/v2/",
    "--resolve a:443:1.2.3.4 https://a/v2/", "-n https://a/v2/", "--netrc https://a/v2/", "-sL https://a/v2/",
  ])
  func `curl may do nothing else`(_ line: String) {
    #expect(Self.refusal(["curl"] + line.split(separator: " ").map(String.init)) != nil)
  }

  @Test func `every command that the shipped flows could run is allowed, and none changes anything`() throws {
    for flow in try ShippedFlow.library.flows {
      for node in flow.nodes where "\(type(of: node.kind))" == "Command" {
        for command in node.kind.commands {
          let arguments = command.words.map { $0.filled { _ in "x" } }
          guard case .allowed(let effect) = Policy.rule(arguments) else {
            Issue.record("refused: \(arguments)")
            continue
          }
          #expect(Policy.mayRun(effect) && effect <= command.effect)
        }
      }
    }
  }
}
