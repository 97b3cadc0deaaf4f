import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct RetryMachineTests {
    private static func answered(_ status: Int, _ retryAfter: Double? = nil) -> AttemptOutcome {
        .answered(status: status, retryAfter: retryAfter, complaint: "said")
    }

    @Test func `accepts a good answer`() {
        var machine = RetryMachine(RetryPolicy(), path: "kpi")
        #expect(machine.handle(Self.answered(200), jitter: 0) == .accept)
    }

    @Test(arguments: [
        answered(500), answered(502), answered(503), answered(429), answered(408), .timedOut,
        .broken("reset"), .invalidBody(KoladaFormatError(.cutOff, byteOffset: 7)),
    ])
    func `tries again after doubled pauses, and gives up in the end`(outcome: AttemptOutcome) {
        var machine = RetryMachine(
            RetryPolicy(attempts: 5, firstPause: 1, longestPause: 3), path: "kpi")
        for pause in [1.0, 2, 3, 3] {
            #expect(machine.handle(outcome, jitter: 1) == .wait(seconds: pause, everybody: false))
        }
        guard case .giveUp(let fault) = machine.handle(outcome, jitter: 1) else {
            Issue.record("did not give up")
            return
        }
        #expect(fault.path == "kpi")
        #expect(!fault.concernsAll)
    }

    @Test func `spreads its pauses between half and the whole`() {
        for jitter in [0.0, 0.5, 1] {
            var machine = RetryMachine(RetryPolicy(firstPause: 4), path: "kpi")
            #expect(
                machine.handle(.timedOut, jitter: jitter)
                    == .wait(seconds: 2 + 2 * jitter, everybody: false))
        }
    }

    @Test func `waits as long as the server asks, everybody, and that is no failure`() {
        var machine = RetryMachine(RetryPolicy(attempts: 2, serverPauses: 3), path: "kpi")
        for _ in 0..<3 {
            #expect(
                machine.handle(Self.answered(429, 2), jitter: 0)
                    == .wait(seconds: 2, everybody: true))
        }
        #expect(
            machine.handle(Self.answered(429, 2), jitter: 0)
                == .giveUp(FetchFault(.status(429), path: "kpi", said: "said")))
        #expect(
            machine.handle(Self.answered(429, 86_400), jitter: 0)
                == .giveUp(FetchFault(.status(429), path: "kpi", said: "said")))
    }

    @Test(arguments: [400, 401, 403, 404, 410, 422, 301])
    func `gives up at once where trying again cannot help`(status: Int) {
        var machine = RetryMachine(RetryPolicy(), path: "kpi")
        let fault = FetchFault(.status(status), path: "kpi", said: "said")
        #expect(machine.handle(Self.answered(status), jitter: 0) == .giveUp(fault))
        #expect(fault.concernsAll == [401, 403, 410].contains(status))
        #expect(fault.exitStatus == .configuration)
    }

    @Test func `gives up at once when the server says why it has no values`() {
        var machine = RetryMachine(RetryPolicy(), path: "kpi")
        let error = KoladaFormatError(.noValues, byteOffset: 0, detail: "deprecated")
        #expect(
            machine.handle(.invalidBody(error), jitter: 0)
                == .giveUp(FetchFault(.refused, path: "kpi", said: "deprecated")))
    }

    @Test(arguments: [(410, "/v3/"), (422, "25"), (404, "/v3/"), (429, "--rate")])
    func `says what to change`(status: Int, words: String) {
        let diagnostic = FetchFault(.status(status), path: "kpi", service: "http://x/v2/")
            .diagnostics[0]
        #expect(diagnostic.code == "kolada.status-\(status)")
        #expect(diagnostic.hint?.sv.contains(words) == true)
        #expect(diagnostic.hint?.en.contains(words) == true)
        #expect(diagnostic.location == .url("http://x/v2/kpi"))
    }

    @Test(
        arguments: [
            // Epoch seconds as `date -u -d … +%s` gives them.
            ("120", 0, 120.0), ("0", 0, 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 1_445_412_400, 80),
            ("Wed, 21 Oct 2015 07:28:00 GMT", 1_445_412_480, 0),
            ("Thu, 01 Jan 1970 00:00:10 GMT", 0, 10),
            ("Fri, 31 Dec 1999 23:59:59 GMT", 946_684_700, 99),
            ("-5", 0, nil), ("soon", 0, nil), ("", 0, nil), ("1.5", 0, nil),
            ("Wed, 41 Oct 2015 07:28:00 GMT", 0, nil),
        ] as [(String, Double, Double?)])
    func `reads how long a server asks to wait`(header: String, now: Double, seconds: Double?) {
        #expect(RetryAfter.seconds(header, now: now) == seconds)
    }
}

@Suite struct RateScheduleTests {
    @Test func `lets requests through evenly, never more than so many a second`() {
        var schedule = RateSchedule(perSecond: 5)
        let starts = (0..<20).map { _ in schedule.reserve(now: 100) }
        for (index, start) in starts.enumerated() {
            #expect(abs(start - (100 + Double(index) / 5)) < 1e-9)
        }
        // What was not used is not saved up.
        #expect(schedule.reserve(now: 200) == 200)
        #expect(schedule.reserve(now: 200) > 200.19)
    }

    @Test func `lets everybody wait during a pause`() {
        var schedule = RateSchedule(perSecond: 10)
        schedule.pause(until: 50)
        #expect(schedule.reserve(now: 10) == 50)
        #expect(schedule.isPaused(at: 49) == 50)
        #expect(schedule.isPaused(at: 50) == nil)
        schedule.pause(until: 20)
        #expect(schedule.isPaused(at: 49) == 50)
    }

    @Test func `knows no limit where none is set`() {
        var schedule = RateSchedule(perSecond: 0)
        #expect((0..<5).map { _ in schedule.reserve(now: 7) } == [7, 7, 7, 7, 7])
    }
}
