import Glibc
import Postgres
import TestSupport
import Testing

@Suite struct StreamingTests {
    private struct Stop: Error {}

    @Test func `rows come in order, with their values`() async throws {
        let numbers = try await ServerFixture.withConnection { connection in
            var numbers: [Int] = []
            try connection.forEachRow("SELECT generate_series(1, \(5000))") { row in
                numbers.append(try row.decode(Int.self, at: 0))
            }
            return numbers
        }
        #expect(numbers == Array(1...5000))
    }

    @Test func `memory stays flat over 300 MB of rows`() async throws {
        let conninfo = try await EphemeralCluster.shared().conninfo()
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            var connection = try Connection(
                ConnectionOptions(target: .conninfo(conninfo), applicationName: "t"))
            try connection.execute("SELECT 1")
            let before = residentBytes()
            var (rows, bytes) = (0, 0)
            try connection.forEachRow(
                "SELECT i, repeat('x', 1000) FROM generate_series(1, 300000) AS i"
            ) { row in
                rows += 1
                bytes += try row.withBytes(at: 1) { $0.byteCount } ?? 0
            }
            let growth = residentBytes() - before
            guard rows == 300_000, bytes == 300_000_000 else { exit(1) }
            guard growth < 16 << 20 else { throw TestFailure("grew by \(growth) bytes") }
        }
    }

    @Test func `an error after many rows is thrown, and the connection goes on`() async throws {
        try await ServerFixture.withConnection { connection in
            var count = 0
            let error = try postgresError {
                try connection.forEachRow(
                    "SELECT 1 / (5000 - i) FROM generate_series(1, 9999) AS i"
                ) { _ in
                    count += 1
                }
            }
            #expect(error.sqlState == "22012")
            #expect(count == 4999)
            let one = try connection.queryOne("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `what the closure throws stops the query`() async throws {
        try await ServerFixture.withConnection { connection in
            let clock = ContinuousClock()
            let start = clock.now
            #expect(throws: Stop.self) {
                try connection.forEachRow("SELECT generate_series(1, 1000000000)") { _ in
                    throw Stop()
                }
            }
            #expect(clock.now - start < .seconds(20))
            let one = try connection.queryOne("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `within a transaction the closure's error leaves the transaction whole`()
        async throws
    {
        let rows = try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int)")
            try connection.transaction { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                try? connection.forEachRow("SELECT generate_series(1, 100000)") { _ in throw Stop()
                }
                try connection.execute("INSERT INTO t VALUES (2)")
            }
            return try connection.query("SELECT a FROM t ORDER BY a", as: Int.self)
        }
        #expect(rows == [1, 2])
    }

    @Test func `a statement without rows calls nobody`() async throws {
        try await ServerFixture.withConnection { connection in
            var count = 0
            try connection.forEachRow("CREATE TEMP TABLE t (a int)") { _ in count += 1 }
            try connection.forEachRow("SELECT a FROM t") { _ in count += 1 }
            #expect(count == 0)
        }
    }
}

/// How much memory this process holds now.
private func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    fgets(&line, 128, file)
    let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        .split(separator: " ")
    return (Int(words[1]) ?? 0) * Int(getpagesize())
}
