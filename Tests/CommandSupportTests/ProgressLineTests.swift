import Synchronization
import Testing

@testable import CommandSupport

struct ProgressLineTests {
    /// Gathers what is written and moves a clock by hand.
    final class Recorder: Sendable {
        let written = Mutex<[String]>([])
        let clock = Mutex(ContinuousClock.now)

        func line(
            _ environment: [String: String] = [:], isTerminal: Bool = true, isQuiet: Bool = false
        ) -> ProgressLine {
            let environment = Environment(environment)
            return ProgressLine(
                Terminal(
                    isTerminal: isTerminal, windowWidth: 24, environment: environment,
                    color: .never),
                environment: environment, isQuiet: isQuiet,
                write: { text in self.written.withLock { $0.append(text) } },
                now: { self.clock.withLock { $0 } })
        }

        func wait(_ time: Duration) {
            clock.withLock { $0 += time }
        }

        var texts: [String] { written.withLock { $0 } }
    }

    @Test func `changes at most ten times a second and is cleared at the end`() {
        let recorder = Recorder()
        do {
            let line = recorder.line()
            for step in 0..<10 {
                line.show("\(step)")
                recorder.wait(.milliseconds(30))
            }
        }
        #expect(
            recorder.texts == [
                "\r0\u{1B}[K", "\r4\u{1B}[K", "\r8\u{1B}[K", "\r\u{1B}[K",
            ])
    }

    @Test func `fits the width and shows no control character from data`() {
        let recorder = Recorder()
        let line = recorder.line()
        line.show("läser \u{1B}[2Jmycket långt namn.csv")
        line.clear()
        line.clear()
        #expect(recorder.texts == ["\rläser \\x1B[2Jmycket lå…\u{1B}[K", "\r\u{1B}[K"])
    }

    @Test func `is silent without a terminal, when quiet, in CI and on a dumb terminal`() {
        let recorder = Recorder()
        for line in [
            recorder.line(isTerminal: false), recorder.line(isQuiet: true),
            recorder.line(["CI": "true"]), recorder.line(["TERM": "dumb"]),
        ] {
            line.show("x")
            line.clear()
        }
        #expect(recorder.texts.isEmpty)
    }
}
