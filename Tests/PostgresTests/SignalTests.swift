import Glibc
import Postgres
import TestSupport
import Testing

/// Signals belong to the whole process, so each of these runs in one of its own.
@Suite struct SignalTests {
    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `a signal cancels the work, which is rolled back before the process ends`(
        signal: Int32, status: Int32
    ) async throws {
        let conninfo = try await EphemeralCluster.shared().conninfo()
        let table = "signal_\(signal)"
        await #expect(processExitsWith: .exitCode(status)) {
            [conninfo = conninfo as String, table = table as String, signal = signal as Int32] in
            let signals = try SignalCancellation()
            var connection = try Connection(
                ConnectionOptions(target: .conninfo(conninfo), applicationName: "t"))
            signals.add(connection.cancellation)
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("CREATE TABLE \(identifier: table) ()")
                    signalOnceAsleep(signal)
                    try connection.execute("SELECT pg_sleep(60)")
                }
            }
            guard error.code == .cancelled, signals.received == signal else { exit(1) }
            let left = try connection.queryOne(
                "SELECT count(*) FROM pg_class WHERE relname = \(table)", as: Int.self)
            guard left == 0 else { exit(2) }
            exit(signals.exitStatus ?? 3)
        }
    }

    @Test func `a second signal ends the process at once`() async throws {
        await #expect(processExitsWith: .exitCode(130)) {
            let signals = try SignalCancellation()
            // Stands for work that does not heed its cancellation.
            signals.add { pause(milliseconds: 60_000) }
            kill(getpid(), SIGINT)
            pause(milliseconds: 50)
            kill(getpid(), SIGINT)
            pause(milliseconds: 60_000)
        }
    }

    @Test func `what is added after the signal is cancelled too`() async throws {
        await #expect(processExitsWith: .exitCode(5)) {
            let signals = try SignalCancellation()
            kill(getpid(), SIGTERM)
            while signals.received == nil { pause(milliseconds: 1) }
            signals.add { exit(5) }
        }
    }

    @Test func `a signal that was ignored before stays ignored`() async throws {
        await #expect(processExitsWith: .success) {
            signal(SIGINT, SIG_IGN)
            let signals = try SignalCancellation()
            kill(getpid(), SIGINT)
            kill(getpid(), SIGINT)
            pause(milliseconds: 100)
            guard signals.received == nil else { exit(1) }
        }
    }

    @Test func `stopping gives the signals back`() async throws {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            let signals = try SignalCancellation()
            let second = try postgresError { _ = try SignalCancellation() }
            guard second.code == .protocolMisuse else { exit(1) }
            signals.stop()
            let third = try SignalCancellation()
            third.stop()
            kill(getpid(), SIGTERM)
            pause(milliseconds: 60_000)
        }
    }
}

/// Sends a signal to this process from another thread, a little later.
private func signalOnceAsleep(_ signal: Int32) {
    Task.detached {
        try await Task.sleep(for: .milliseconds(300))
        kill(getpid(), signal)
    }
}
