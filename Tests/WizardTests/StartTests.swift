import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Keys and answers on the start screen.
struct StartTests {
  @Test func `Enter begins on the marked pod, and Esc drops it`() throws {
    var walk = try StartWalk.listed()
    walk.press(.down, .enter)
    #expect(walk.begun == ["Reading pod billing/migrate-x7x7x"])
    walk.model.waited = .seconds(3)
    #expect(walk.text.contains("Reading pod billing/migrate-x7x7x 3 s") && walk.lastRow.contains("cancel"))
    walk.press(.character("A"), .enter)
    #expect(walk.begun.count == 1)
    walk.press(.escape)
    guard case .stopBeginning? = walk.effects.last else { return #expect(Bool(false), "nothing was stopped") }
    #expect(walk.model.begun == nil && walk.model.keyContext == .start)
  }

  @Test func `what is typed narrows the list, and Esc shows all again`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("/"))
    walk.type("NOT found orders")
    #expect(walk.model.list.pods.map(\.name) == ["orders-5c6d7e8f9-bbbbb", "orders-5c6d7e8f9-aaaaa"])
    walk.press(.down, .enter)
    #expect(walk.model.prompt == nil && walk.text.contains("filter: NOT found orders"))
    #expect(walk.text.contains("7 of 10 pods fail, 2 shown") && walk.begun.isEmpty)
    walk.press(.enter)
    #expect(walk.begun == ["Reading pod shop/orders-5c6d7e8f9-aaaaa"])
    walk.press(.escape, .escape)
    #expect(walk.model.filter.isEmpty && walk.model.list.pods.count == 7)
    #expect(walk.model.selectedPod?.name == "orders-5c6d7e8f9-aaaaa")
    walk.press(.character("/"))
    walk.type("zzz")
    #expect(walk.text.contains("No failing pod matches 'zzz'. Esc shows all."))
  }

  @Test func `a list that comes anew keeps the marked pod`() throws {
    var walk = try StartWalk.listed()
    walk.press(.end)
    let name = try #require(walk.model.selectedPod?.name)
    walk.press(.character("r"))
    #expect(walk.model.isListing && walk.model.selectedPod?.name == name)
    walk.list(FleetText.list([FleetText.pod("a", state: FleetText.waiting("ErrImagePull"))]))
    #expect(walk.model.selectedPod?.name == "a")
    walk.list(FleetText.pods)
    walk.press(.end)
    walk.list(FleetText.pods, FleetText.events)
    #expect(walk.model.selectedPod?.name == name)
  }

  @Test func `A looks at all namespaces, and back`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("A"))
    #expect(
      walk.model.isAll && walk.model.list.pods.isEmpty && walk.text.contains("Listing the pods of all namespaces"))
    guard case .list? = walk.effects.last else { return #expect(Bool(false), "nothing was listed") }
    walk.answer(.failure(FleetFault(.denied, detail: "pods is forbidden")))
    #expect(walk.text.contains("You may not list the pods of all namespaces."))
    #expect(walk.text.contains("pods is forbidden") && walk.text.contains("A goes back to one namespace."))
    walk.press(.character("A"))
    #expect(!walk.model.isAll)
  }

  @Test(arguments: [
    (FleetFault(.absent, hasContext: false), "kubectl is not on PATH", "Put it on PATH"),
    (FleetFault(.ran, hasContext: false), "kubectl knows no cluster", "--kubeconfig FILE"),
    (FleetFault(.denied), "You may not list the pods of namespace shop.", "fairway -n NAMESPACE"),
    (FleetFault(.notLoggedIn), "kubectl is not logged in", "r lists again"),
    (FleetFault(.unreachable), "The cluster cannot be reached.", "r lists again"),
    (
      FleetFault(.unreachable, unknownContext: "nope"), "kubectl knows no context 'nope'.",
      "kubectl config get-contexts"
    ),
    (FleetFault(.notFound, detail: "the server could not find it"), "The pods of namespace shop could not", "r lists"),
    (FleetFault(.timedOut), "did not answer in time", "r lists again"),
  ])
  func `without a list the screen says why, and what can be done`(_ fault: FleetFault, _ why: String, _ way: String)
    throws
  {
    var walk = try StartWalk(80, 24)
    walk.answer(.failure(fault))
    #expect(walk.text.contains(why) && walk.text.contains(way), "\(walk.text)")
    #expect(walk.text.contains("p  paste") && walk.text.contains("d  exercises and recorded faults"))
    walk.press(.enter)
    #expect(walk.lastRow.contains("There is no pod to begin on.") && walk.begun.isEmpty)
  }

  @Test func `Esc stops a list that takes long, and r lists again`() throws {
    var walk = try StartWalk()
    walk.press(.enter)
    #expect(walk.lastRow.contains("still being listed"))
    walk.press(.escape)
    #expect(!walk.model.isBusy && walk.text.contains("The list was stopped."))
    walk.press(.character("r"))
    #expect(walk.model.isListing)
  }

  @Test func `pasted text begins a session, with or without p`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("p"))
    walk.type("Failed to pull")
    walk.press(.enter)
    #expect(walk.text.contains("1 line so far") && walk.lastRow.isEmpty)
    walk.press(.character("."), .enter)
    walk.press(.escape, .paste("a\nb"))
    #expect(walk.text.contains("2 lines so far"))
    walk.press(.control("d"))
    let texts = walk.effects.compactMap { effect -> String? in
      if case .begin(.text(let text)) = effect { text } else { nil }
    }
    #expect(texts == ["Failed to pull\n", "a\nb"])
    walk.press(.escape, .character("p"), .control("d"))
    #expect(walk.lastRow.contains("Nothing was pasted.") && walk.begun.count == 2)
  }

  @Test func `a file that cannot be read leaves its name to be mended`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("o"))
    walk.type("pod.txt")
    walk.press(.enter)
    #expect(walk.begun == ["Reading pod.txt"])
    walk.send(.failed(.file("pod.txt"), "pod.txt: No such file or directory"))
    #expect(walk.text.contains("No such file or directory") && walk.lastRow.contains("file: pod.txt"))
    walk.press(.backspace, .backspace, .backspace, .escape)
    #expect(walk.model.prompt == nil && walk.begun.count == 1)
  }

  @Test func `a pod that is gone leaves the list as it is, with the reason`() throws {
    var walk = try StartWalk.listed()
    walk.press(.enter)
    let pod = try #require(walk.model.selectedPod)
    walk.send(.failed(.pod(pod), "There is no pod 'x' in namespace 'shop'."))
    #expect(walk.lastRow.contains("There is no pod 'x'") && walk.model.list.pods.count == 7)
    walk.send(.failed(.pod(pod), "The pod could not be read.\n  " + String(repeating: "long ", count: 40)))
    #expect(walk.text.contains("Before you go on") && walk.model.keyContext == .overlay)
  }

  @Test func `recordings and sessions are lists to choose from`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("s"))
    #expect(walk.lastRow.contains("still being read"))
    walk.send(.sessions([]))
    walk.press(.character("s"))
    #expect(walk.lastRow.contains("No session is unfinished."))
    var summary = SessionSummary("20261121T031500", broken: "")
    summary.subject = "shop/web-0"
    walk.send(.sessions([summary]))
    walk.press(.character("R"))
    #expect(walk.text.contains("1 shop/web-0"))
    walk.model.practice = nil
    walk.press(.enter, .escape, .character("d"))
    #expect(walk.text.contains("the exercises are being read"))
    walk.send(.practice(Shipped.demos.map { StartPractice(title: $0.title, choice: .recording($0)) }))
    walk.press(.down, .enter)
    #expect(walk.begun == ["Opening session 20261121T031500", "Opening \(Shipped.demos[1].title)"])
    walk.press(.escape, .character("d"), .character("1"))
    #expect(walk.begun.last == "Opening \(Shipped.demos[0].title)")
  }

  @Test func `exercises stand before the recorded faults, and one that was left is gone on with`() throws {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    let exercises = Course(try FlowFiles()).exercises
    let all = StartPractice.all(exercises, store)
    #expect(all.count == exercises.count + Shipped.demos.count && all[0].title.hasPrefix(exercises[0].id))
    #expect(all.last?.title == Shipped.demos.last.map { "Demo: \($0.title)" })
    guard case .exercise(let first) = all[0].choice else {
      Issue.record("the first thing is no exercise")
      return
    }
    #expect(all[0].choice.words == "Opening \(first.id): \(first.title)")
    var source = Event.Source(.recording)
    source.exercise = first.id
    let library = try ShippedFlow.library
    let flow = try #require(first.fault.flatMap { library[$0.flow] })
    let journal = Journal(in: store)
    var session = Session(flow, library: library)
    journal.begin([.began(Event.Began(library.reference(to: flow), program: "t", source: source))], &session)
    guard case .session(let id) = StartPractice.all(exercises, store)[0].choice else {
      Issue.record("it is begun anew")
      return
    }
    #expect(id == journal.id)
  }

  @Test func `a letter without a meaning says how to filter`() throws {
    var walk = try StartWalk.listed()
    walk.press(.character("z"))
    #expect(walk.lastRow.contains("Press / to filter"))
  }
}
