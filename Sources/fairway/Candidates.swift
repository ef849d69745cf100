import ArgumentParser
import FlowKit
import Wizard

/// Values that a shell completes, looked up when somebody presses Tab.
enum Candidates {
  /// Ids of flows.
  static let flows = looked { words in
    guard let files = try? files(words), let library = try? files.library() else { return [] }
    return library.ids
  }

  /// Ids of the nodes of the flow that stands before them.
  static let nodes = looked { words in
    guard let files = try? files(words), let library = try? files.library(),
      let flow = words.last(where: library.ids.contains)
    else { return [] }
    return library[flow]?.nodes.map(\.id) ?? []
  }

  /// What there is help on: topics and commands.
  static let helpWords = looked { _ in
    HelpTopic.all.map(\.name) + Fairway.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Ids of exercises and lessons.
  static let exercises = looked { words in
    guard let course = try? Course(files(words)) else { return [] }
    return course.exercises.map(\.id) + course.lessons.map(\.id)
  }

  /// Names of the demonstrations.
  static let recordings = looked { _ in Shipped.demos.map(\.id) }

  /// Ids of kept sessions, the newest first.
  static let sessions = looked { words in
    let ids = SessionStore(state: value(of: ["--state-dir"], in: words)).ids
    return ids.isEmpty ? [] : ["last"] + ids.prefix(100)
  }

  /// Pods of the namespace that the line names.
  static let pods = looked { words in
    let namespace = value(of: ["-n", "--namespace"], in: words)
    return named(["get", "pods", "-o", "name"] + (namespace.map { ["-n", $0] } ?? []), words)
  }

  /// Namespaces of the cluster.
  static let namespaces = looked { words in named(["get", "namespaces", "-o", "name"], words) }

  /// Contexts of the kubeconfig.
  static let contexts = looked { words in named(["config", "get-contexts", "-o", "name"], words) }

  /// A way of completion by the words of the line, of which the one being typed says nothing yet.
  private static func looked(_ find: @escaping @Sendable ([String]) -> [String]) -> CompletionKind {
    .custom { words, index, _ in
      var words = words
      if words.indices.contains(index) { words[index] = "" }
      return find(words)
    }
  }

  /// What an option of the line is set to.
  private static func value(of names: [String], in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      var value = names.contains(word) && index + 1 < words.count ? words[index + 1] : ""
      if let name = names.first(where: { word.hasPrefix($0 + "=") }) { value = String(word.dropFirst(name.count + 1)) }
      if !value.isEmpty { return value }
    }
    return nil
  }

  private static func files(_ words: [String]) throws -> FlowFiles {
    try FlowFiles(over: FlowOptions.ofEnvironment + [value(of: ["--flows"], in: words)].compactMap { $0 })
  }

  /// Names that kubectl prints; none when it does not answer soon, because somebody waits for the line.
  private static func named(_ arguments: [String], _ words: [String]) -> [String] {
    let settings = CommandSettings(
      runner: .live, context: value(of: ["--context"], in: words), kubeconfig: value(of: ["--kubeconfig"], in: words))
    let line = settings.scoped(["kubectl"] + arguments + ["--request-timeout=2s"])
    let result = settings.runner.runAndWait(line, seconds: 3)
    guard result.exit == 0 else { return [] }
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
    // Kind and name: 'pod/orders-0'. The name of a context may hold a slash, and stands alone.
    let isObject = arguments.first == "get"
    return lines.filter { Inert.text($0) == $0 }.map { line in
      isObject ? line.split(separator: "/").last.map(String.init) ?? line : line
    }
  }
}
