internal import SystemPackage

/// SQL on the cluster itself, through psql: this target knows no client library.
struct AdministrativeSQL: Sendable {
    let programs: ServerPrograms
    let address: ClusterAddress

    /// How to reach another database of the cluster.
    func address(of database: String) -> ClusterAddress {
        var other = address
        other.database = database
        return other
    }

    /// Runs statements one after the other until one fails.
    ///
    /// - Parameters:
    ///   - statements: the statements, without semicolons.
    ///   - database: where; not in the warehouse, so that it can be renamed.
    /// - Throws: ``LocalServerError`` with psql's messages as its details.
    /// - Returns: the lines of the results, unaligned.
    @discardableResult
    func run(
        _ statements: [String], database: String = "postgres"
    ) async throws(LocalServerError) -> [String] {
        let outcome = try await ServerCommand(
            program: programs.program("psql"),
            arguments: [
                "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1",
                "-d", address.conninfo(database: database),
            ] + statements.flatMap { ["-c", $0] }
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.statement(said: outcome.lastLines)
        }
        return outcome.output.split(separator: "\n").map(String.init)
    }

    /// Makes roles that may not log in.
    func makeRoles(_ names: [String]) async throws(LocalServerError) {
        guard !names.isEmpty else { return }
        try await run(
            names.map { name in
                let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"")
                return "CREATE ROLE \"\(quoted)\" NOLOGIN"
            })
    }
}

/// PostgreSQL's complaint about a role that does not exist.
enum MissingRole {
    /// The names in messages such as `ERROR:  role "riktmarke_read" does not exist`, each once.
    static func names(in messages: String) -> [String] {
        var names: [String] = []
        for line in messages.split(separator: "\n") {
            guard let start = line.firstRange(of: "ERROR:  role \""),
                let end = line.firstRange(of: "\" does not exist"),
                start.upperBound < end.lowerBound
            else { continue }
            let name = String(line[start.upperBound..<end.lowerBound])
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
