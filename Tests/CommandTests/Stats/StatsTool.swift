import TestSupport

/// The built `riktmarke stats`, far from any database.
enum StatsTool {
    /// Runs a method over a table on standard input.
    static func run(_ arguments: [String], _ table: String) async throws -> CommandResult {
        try await CommandRunner("riktmarke").run(
            ["stats"] + arguments, input: Array(table.utf8))
    }

    /// The rows of the result, cells by column; a failure where it does not succeed quietly.
    static func rows(_ arguments: [String], _ table: String) async throws -> [[String: String]] {
        let result = try await run(arguments, table)
        guard result.status == 0, result.errors.isEmpty else {
            throw TestFailure("\(arguments): \(result)")
        }
        let lines = result.output.split(separator: "\r\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { throw TestFailure("no header: \(result)") }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}

/// Whether a cell holds a number, to 1e-12 relative.
func holds(_ cell: String?, _ expected: Double) -> Bool {
    guard let cell, let value = Double(cell) else { return false }
    return abs(value - expected) <= 1e-12 * abs(expected)
}
