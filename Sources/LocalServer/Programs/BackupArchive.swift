internal import SystemPackage

/// What a backup file says about itself.
struct BackupArchive: Sendable {
    /// The database that was saved.
    let database: String
    /// The statements that belong to the database as such: its settings and who may connect.
    let databaseStatements: [String]

    /// Reads a backup's table of contents.
    static func read(
        _ file: FilePath, with programs: ServerPrograms
    ) async throws(LocalServerError) -> BackupArchive {
        let program = programs.program("pg_restore")
        let contents = try await ServerCommand(
            program: program, arguments: ["--list", file.string]
        ).run()
        guard contents.succeeded, let database = name(in: contents.output) else {
            throw LocalServerError.noArchive(file, said: contents.lastLines)
        }
        let script = try await ServerCommand(
            program: program, arguments: ["--create", "--schema-only", "--file=-", file.string]
        ).run()
        guard script.succeeded else {
            throw LocalServerError.noArchive(file, said: script.lastLines)
        }
        return BackupArchive(
            database: database,
            databaseStatements: statements(on: database, in: script.output))
    }

    /// The name in the line `;     dbname: riktmarke`.
    private static func name(in contents: String) -> String? {
        for line in contents.split(separator: "\n") {
            if let start = line.firstRange(of: "dbname: ") {
                return String(line[start.upperBound...])
            }
        }
        return nil
    }

    /// Statements about the database itself, each a line; pg_restore leaves them out unless it
    /// makes the database under its old name.
    private static func statements(on database: String, in script: String) -> [String] {
        let starts = [
            "ALTER DATABASE \(database) SET ", "ALTER DATABASE \(database) OWNER ", "GRANT ",
            "REVOKE ", "ALTER ROLE ",
        ]
        return script.split(separator: "\n").map(String.init).filter { line in
            guard line.hasSuffix(";"), starts.contains(where: line.hasPrefix) else { return false }
            return line.hasPrefix("ALTER DATABASE ")
                || line.contains(" ON DATABASE \(database) ")
                || line.contains(" IN DATABASE \(database) SET ")
        }
    }
}
