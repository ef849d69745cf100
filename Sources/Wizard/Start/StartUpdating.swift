import FlowKit
package import TerminalUI

/// What happened to the start screen.
package enum StartMessage: Sendable {
  case key(Key)
  case resized(Size)
  /// The pods were listed, or could not be.
  case listed(LiveFleet.Answer, isProduction: Bool)
  /// Sessions that can be gone on with.
  case sessions([SessionSummary])
  /// What there is to practise on.
  case practice([StartPractice])
  /// What was chosen cannot be begun on.
  case failed(StartChoice, String)
}

/// What the loop of the start screen is to do.
package enum StartEffect: Sendable {
  /// List the pods, in place of a list that is under way.
  case list
  case stopListing
  case begin(StartChoice)
  case stopBeginning
  case redraw
  case quit
}

/// Changes the start screen by a message and answers what is to be done.
package func update(_ model: inout StartModel, _ message: StartMessage) -> [StartEffect] {
  switch message {
  case .key(let key): return StartUpdating.key(&model, key)
  case .resized(let size):
    model.size = size
    model.arrange()
  case .listed(let answer, let isProduction):
    model.isListing = false
    model.answer = answer
    model.context = answer.context ?? ""
    model.namespace = answer.namespace
    model.isProduction = isProduction
    model.arrange()
  case .sessions(let unfinished): model.unfinished = unfinished
  case .practice(let practice): model.practice = practice
  case .failed(let choice, let reason):
    model.begun = nil
    if case .file(let path) = choice {
      model.prompt = StartModel.Prompt(purpose: .file, field: Field("file: ", text: path), remark: reason)
    } else {
      model.say(reason)
    }
  }
  return []
}

/// The parts of ``update(_:_:)`` for the start screen.
enum StartUpdating {
  static func key(_ model: inout StartModel, _ key: Key) -> [StartEffect] {
    if model.prompt != nil { return StartPrompting.key(&model, key) }
    if model.pasted != nil { return StartPrompting.paste(&model, key) }
    model.message = ""
    if case .character(let digit) = key, let number = digit.wholeNumberValue, number > 0 {
      return pick(&model, number - 1)
    }
    guard let action = model.keys.action(for: key, in: model.keyContext) else {
      if case .paste = key, model.keyContext == .start {
        model.pasted = Pasted()
        return StartPrompting.paste(&model, key)
      }
      if case .character = key, model.keyContext == .start { model.message = "Press / to filter, ? for every key." }
      return []
    }
    return act(&model, action)
  }

  private static func act(_ model: inout StartModel, _ action: Action) -> [StartEffect] {
    if let reason = model.reasonAgainst(action) {
      model.message = reason
      return []
    }
    switch action {
    case .up, .down, .pageUp, .pageDown, .top, .bottom: StartMoving.move(&model, action)
    case .choose: return choose(&model)
    case .search:
      model.prompt = StartModel.Prompt(purpose: .filter, field: Field("filter: ", text: model.filter))
    case .allNamespaces:
      model.isAll.toggle()
      return list(&model, keeps: false)
    case .refresh: return list(&model, keeps: true)
    case .paste: model.pasted = Pasted()
    case .open:
      model.prompt = StartModel.Prompt(
        purpose: .file, field: Field("file: "), remark: "what kubectl describe pod or get pod -o json prints, or a log")
    case .resume: open(&model, .sessions)
    case .practise: open(&model, .practice)
    case .help: open(&model, .help)
    case .cancel: return cancel(&model)
    case .redraw: return [.redraw]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  /// Lists anew; what is shown stays only when it is of the same place.
  private static func list(_ model: inout StartModel, keeps: Bool) -> [StartEffect] {
    if !keeps {
      model.answer = nil
      model.arrange()
    }
    model.isListing = true
    return [.list]
  }

  private static func open(_ model: inout StartModel, _ box: StartModel.Box) {
    model.box = box
    model.boxSelected = 0
    model.boxScroll = Scroll()
  }

  private static func cancel(_ model: inout StartModel) -> [StartEffect] {
    if model.begun != nil {
      model.begun = nil
      model.message = "Nothing was begun."
      return [.stopBeginning]
    }
    if model.box != nil {
      model.box = nil
    } else if !model.filter.isEmpty {
      model.filter = ""
      model.arrange()
    } else if model.isListing {
      model.isListing = false
      if model.answer == nil {
        model.answer = LiveFleet.Answer(
          context: model.context, namespace: model.namespace, isAll: model.isAll, .failure(FleetFault(.skipped)))
      }
      return [.stopListing]
    }
    return []
  }

  private static func choose(_ model: inout StartModel) -> [StartEffect] {
    switch model.box {
    case nil: return model.selectedPod.map { begin(&model, .pod($0)) } ?? []
    case .sessions, .practice: return pick(&model, model.boxSelected)
    case .help, .said: return []
    }
  }

  /// Takes a thing of a box that is a list.
  private static func pick(_ model: inout StartModel, _ index: Int) -> [StartEffect] {
    let choices = StartBoxView(model).choices
    guard choices.indices.contains(index) else {
      if model.box != nil { model.message = "There is no option \(index + 1)." }
      return []
    }
    model.box = nil
    return begin(&model, choices[index])
  }

  static func begin(_ model: inout StartModel, _ choice: StartChoice) -> [StartEffect] {
    model.begun = choice
    return [.begin(choice)]
  }
}

/// Moves selection and scroll positions of the start screen.
enum StartMoving {
  static func move(_ model: inout StartModel, _ action: Action) {
    switch model.keyContext {
    case .start:
      model.select(target(action, from: model.selected, page: StartLayout(model).list.height, model.list.pods.count))
    case .list:
      let count = StartBoxView(model).choices.count
      model.boxSelected = min(max(0, target(action, from: model.boxSelected, page: 8, count)), max(0, count - 1))
    default:
      let view = StartBoxView(model)
      model.boxScroll = Moving.moved(model.boxScroll, action, view.lines, view.textSize)
    }
  }

  private static func target(_ action: Action, from index: Int, page: Int, _ count: Int) -> Int {
    switch action {
    case .up: index - 1
    case .down: index + 1
    case .pageUp: index - max(1, page - 1)
    case .pageDown: index + max(1, page - 1)
    case .top: 0
    default: count - 1
    }
  }
}
