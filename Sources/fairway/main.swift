import ArgumentParser
import Wizard

// Synchronous on purpose: an asynchronous main parks the main thread where it misses window-size signals.
let words = Array(CommandLine.arguments.dropFirst())
if Program.isCompletion {
  for line in KubectlCompletion(words)?.lines ?? [] { print(line) }
} else {
  let names = Fairway.configuration.subcommands.compactMap { $0.configuration.commandName }
  Fairway.run(LeadingFlags.behind(JoinedValues.split(words), names: names))
}
