internal import LocalServer
internal import Subprocess
internal import SystemPackage

/// The program psql, which the tests trust more than our own client library.
struct PSQL: Sendable {
    let program: FilePath

    /// Runs SQL and gives what it prints: unaligned, `|` between columns, no headers.
    func run(_ sql: String, conninfo: String) async throws -> String {
        ExitTestMonitor.yield()
        // The kernel takes no longer argument than 128 KiB.
        let isLong = sql.utf8.count > 100_000
        let options = ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", conninfo]
        let input = try PreparedInput.descriptor(isLong ? Array(sql.utf8) : [])
        let result = try await Subprocess.run(
            .path(program), arguments: Arguments(options + (isLong ? ["-f", "-"] : ["-c", sql])),
            input: .fileDescriptor(input, closeAfterSpawningProcess: true),
            output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw TestFailure("psql: \(result.standardError)\n\(sql)")
        }
        var text = result.standardOutput
        if text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
