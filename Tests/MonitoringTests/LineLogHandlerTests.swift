import Foundation
import Logging
import Synchronization
import Testing

@testable import Monitoring

/// Collects lines.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// The lines as JSON objects, each of which must be exactly one line.
    func objects() throws -> [[String: Any]] {
        try all.map { line in
            try #require(line.hasSuffix("\n"))
            let isOneLine = !line.dropLast().contains { $0.isNewline }
            try #require(isOneLine, "\(line)")
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any], "\(line)")
        }
    }

    func logger(isJSON: Bool = true, level: Logger.Level = .info) -> Logger {
        var handler = LineLogHandler(isJSON: isJSON, now: { 1_792_814_400.1234 }) { self.add($0) }
        handler.logLevel = level
        let fixed = handler
        return Logger(label: "test", factory: { _ in fixed })
    }
}

/// Lines of a log, for programs and for people.
@Suite struct LineLogHandlerTests {
    @Test func `an event is one JSON object on one line, time, level and name first`() throws {
        let lines = Lines()
        lines.logger().notice(
            "request.retried",
            metadata: [
                "url": "http://x/a?b=1", "attempt": .count(2), "pause": .seconds(1.25),
                "run": .count(7), "is": .truth(true),
            ])
        #expect(
            lines.all == [
                #"{"time":"2026-10-24T04:00:00.123Z","level":"notice","event":"request.retried","#
                    + #""run":7,"attempt":2,"is":true,"pause":1.250,"url":"http://x/a?b=1"}"# + "\n"
            ])
        #expect(try lines.objects().count == 1)
    }

    @Test func `nothing that is logged can end a line or reach a terminal`() throws {
        let lines = Lines()
        let hostile = "a\nb\r\"c\\\u{1B}[31m\u{202E}å\u{0}"
        lines.logger().info("x", metadata: ["text": .string(hostile)])
        let object = try #require(try lines.objects().first)
        #expect(object["text"] as? String == hostile)
        #expect(!lines.all[0].contains("\u{1B}"))
        let words = Lines()
        words.logger(isJSON: false).info("x", metadata: ["text": .string(hostile)])
        #expect(words.all.count == 1)
        #expect(words.all[0].dropLast().allSatisfy { !$0.isNewline })
        #expect(!words.all[0].contains("\u{1B}"))
    }

    @Test func `people read words with names and values`() {
        let lines = Lines()
        lines.logger(isJSON: false).warning(
            "source.ended", metadata: ["source": "kolada", "hint": "try again", "none": ""])
        #expect(
            lines.all == [
                "2026-10-24T04:00:00.123Z warning source.ended source=kolada hint=\"try again\" "
                    + "none=\"\"\n"
            ])
    }

    @Test func `what is below the level is left out`() {
        let lines = Lines()
        let logger = lines.logger(level: .warning)
        logger.info("a")
        logger.error("b")
        #expect(lines.all.count == 1)
    }

    @Test func `seconds that are none do no harm`() throws {
        let lines = Lines()
        for seconds in [Double.nan, .infinity, -.infinity, 1e300] {
            lines.logger().info("x", metadata: ["seconds": .seconds(seconds)])
        }
        #expect(try lines.objects().count == 4)
    }

    @Test(
        arguments: [
            (nil, true, true, LogForm.none), (nil, false, true, .json), (nil, false, false, .none),
            (LogForm.text, false, true, .text), (LogForm.none, false, true, .none),
            (.json, true, false, .json),
        ] as [(LogForm?, Bool, Bool, LogForm)])
    func `JSON is for a fetch that no terminal shows`(
        asked: LogForm?, isTerminal: Bool, fetches: Bool, form: LogForm
    ) {
        #expect(LogForm.chosen(asked: asked, isTerminal: isTerminal, fetches: fetches) == form)
    }
}
