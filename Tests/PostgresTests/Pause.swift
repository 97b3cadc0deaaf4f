import Glibc
import Postgres
import TestSupport

/// Blocks the calling thread for a while.
func pause(milliseconds: UInt32) {
    usleep(milliseconds * 1000)
}

/// Blocks until another session has begun to sleep on the server.
func waitUntilSleeping(_ process: Int, _ connection: inout Connection) throws {
    // Long enough for a machine that has much else to do.
    for _ in 0..<12_000 {
        let waits = try connection.queryOne(
            "SELECT count(*) FROM pg_stat_activity WHERE pid = \(Int32(process)) AND wait_event = 'PgSleep'",
            as: Int.self)
        if waits > 0 { return }
        pause(milliseconds: 5)
    }
    throw TestFailure("session \(process) does not sleep")
}
