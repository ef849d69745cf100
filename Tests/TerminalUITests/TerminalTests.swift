import Foundation
import Glibc
import Testing

@testable import TerminalUI

@Suite struct TerminalTests {
  @Test func memoryTerminal() {
    let terminal = MemoryTerminal(Size(width: 5, height: 1))
    terminal.type("ab\n")
    #expect(terminal.readKeys() == [.character("a"), .character("b"), .enter])
    #expect(terminal.readKeys().isEmpty)
    var buffer = Buffer(terminal.size)
    buffer.draw(Label("hello"), in: buffer.area)
    terminal.draw(buffer)
    #expect(terminal.text == "hello")
    #expect(terminal.copy("x") && terminal.copied == ["x"])
  }

  @Test func errorsHaveWords() {
    #expect("\(TerminalError.unknownTerminal("vt9"))".contains("\"vt9\""))
    #expect("\(TerminalError.unknownTerminal(""))" == "TERM is not set, so the terminal is unknown")
  }
}

@Suite struct PollTests {
  @Test func wakeupIsReadyAndDrained() throws {
    let wakeup = try Wakeup()
    defer { wakeup.close() }
    #expect(Poll.wait(for: [wakeup.descriptor], timeout: .zero).isEmpty)
    wakeup.wake()
    wakeup.wake()
    #expect(Poll.wait(for: [wakeup.descriptor]) == [Poll.Ready(descriptor: wakeup.descriptor, isClosed: false)])
    wakeup.drain()
    #expect(Poll.wait(for: [wakeup.descriptor], timeout: .milliseconds(1)).isEmpty)
  }

  @Test func aFullPipeDoesNotBlock() throws {
    let wakeup = try Wakeup()
    defer { wakeup.close() }
    for _ in 0..<100_000 { wakeup.wake() }
    wakeup.drain()
    #expect(Poll.wait(for: [wakeup.descriptor], timeout: .zero).isEmpty)
  }

  @Test func closedIsToldApart() {
    var ends: [CInt] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[1])
    #expect(Poll.wait(for: [ends[0]]) == [Poll.Ready(descriptor: ends[0], isClosed: true)])
    close(ends[0])
  }

  @Test func wakesFromAnotherThread() throws {
    let wakeup = try Wakeup()
    defer { wakeup.close() }
    // A thread of its own: the pool of tasks may be busy with other tests that wait.
    Thread.detachNewThread { wakeup.wake() }
    #expect(Poll.wait(for: [wakeup.descriptor], timeout: .seconds(10)).count == 1)
  }
}
