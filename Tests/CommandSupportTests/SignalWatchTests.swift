import Diagnostics
import Glibc
import Synchronization
import Testing

@testable import CommandSupport

/// Signals belong to the whole process, so each of these runs in one of its own.
@Suite struct SignalWatchTests {
    /// With which status a program ends that was asked to by a signal.
    private static let statuses: [(Int32, Int32)] = [(SIGINT, 130), (SIGTERM, 143)]

    @Test(arguments: statuses)
    func `a signal calls what was set, on an ordinary thread`(
        signal: Int32, status: Int32
    ) async {
        await #expect(processExitsWith: .exitCode(7)) {
            [signal = signal as Int32, status = status as Int32] in
            let watch = SignalWatch()
            watch.begin()
            watch.listen()
            watch.onSignal { exit(watch.received?.rawValue == status ? 7 : 1) }
            kill(getpid(), signal)
            sleep(10)
        }
    }

    @Test(arguments: statuses)
    func `where nobody listens a signal is taken by whoever asks`(
        signal: Int32, status: Int32
    ) async {
        await #expect(processExitsWith: .exitCode(7)) {
            [signal = signal as Int32, status = status as Int32] in
            let watch = SignalWatch()
            watch.begin()
            let calls = Mutex(0)
            watch.onSignal { calls.withLock { $0 += 1 } }
            kill(getpid(), signal)
            // The handler may run on any thread.
            usleep(200_000)
            guard calls.withLock(\.self) == 0 else { exit(1) }
            for _ in 0..<10_000 where watch.received == nil { usleep(1_000) }
            exit(watch.received?.rawValue == status && calls.withLock(\.self) == 1 ? 7 : 2)
        }
    }

    @Test func `a second signal ends the process at once`() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            let watch = SignalWatch()
            watch.begin()
            watch.listen()
            let isBusy = Mutex(false)
            // Stands for work that does not heed its cancellation.
            watch.onSignal {
                isBusy.withLock { $0 = true }
                sleep(60)
            }
            kill(getpid(), SIGINT)
            // Not by asking what was received: that would take the signal itself.
            while !isBusy.withLock(\.self) { usleep(1_000) }
            kill(getpid(), SIGINT)
            sleep(5)
            exit(3)
        }
    }

    @Test func `a signal that was ignored before stays ignored`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGINT, SIG_IGN)
            let watch = SignalWatch()
            watch.begin()
            kill(getpid(), SIGINT)
            usleep(100_000)
            if watch.received != nil { exit(1) }
        }
    }
}
