import Glibc
import LocalServer
import TestSupport
import Testing

@Suite struct CrashTests {
    @Test func `a killed server comes back with every committed row`() async throws {
        // As for a user: with the log on disk, so that there is something to recover from.
        let scratch = try await ScratchCluster.made(settings: .personal)
        try await scratch.cluster.start()
        try await scratch.psql("CREATE TABLE kept AS SELECT generate_series(1, 10000) AS n")
        let process = try await scratch.process()
        try await scratch.killServer()
        try await scratch.cluster.ensureRunning()
        #expect(try await scratch.process() != process)
        #expect(try await scratch.psql("SELECT sum(n) FROM kept") == "50005000")
        try await scratch.discard()
    }

    @Test func `a start waits for the sessions that outlive a killed server`() async throws {
        let scratch = try await ScratchCluster.made(settings: .personal)
        try await scratch.cluster.start()
        let session = try await scratch.openSession()
        // A busy session does not see at once that the main process is gone; one that is halted
        // does not see it at all.
        try await Shell.run("kill -STOP $1", session.process)
        try await scratch.killServer()
        let halt = Duration.seconds(1)
        let start = ContinuousClock.now
        async let resumed = Task {
            try await Task.sleep(for: halt)
            try await Shell.run("kill -CONT $1", session.process)
        }.value
        try await scratch.cluster.ensureRunning()
        #expect(ContinuousClock.now - start >= halt)
        _ = try await resumed
        #expect(try await scratch.psql("SELECT 1") == "1")
        try await scratch.discard()
    }

    @Test func `a note that names a living stranger does not block the start`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let note = "\(scratch.data)/postmaster.pid"
        let text = try await Shell.run("tail -n +2 \"$1\" | tr '\\n' '|'", note)
        try await scratch.cluster.stop()
        // After a power cut the number may belong to any process of the same user: here to another
        // server of his, whom PostgreSQL would believe.
        let stranger = try await EphemeralCluster.shared()
            .psql("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")
        let lines =
            [stranger]
            + text.split(separator: "|", omittingEmptySubsequences: false)
            .map(String.init)
        try await Shell.run(
            "printf '%s' '\(lines.joined(separator: "\n"))' >\"$1\"", note)
        // The server keeps a second such note beside its socket.
        try await Shell.run(
            "cp \"$1\" \"$2.lock\"", note, scratch.cluster.address.socket)
        #expect(try await scratch.cluster.status().state == .stopped)
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SELECT 1") == "1")
        try await scratch.discard()
    }

    @Test func `Ctrl-C in the terminal that started it spares the server`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        // A session of its own: Ctrl-C in our terminal signals our process group, not the server.
        #expect(getsid(try await scratch.process()) != getsid(0))
        try await scratch.discard()
    }
}
