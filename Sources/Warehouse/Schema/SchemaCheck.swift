public import Diagnostics
public import Postgres

/// Checks that a database's schema is the one that this program knows, before anything is read.
public enum SchemaCheck {
    /// Compares the newest migration of the database with the program's.
    /// - Throws: `Failure` with status 78 when they differ.
    public static func run(_ connection: inout Connection) throws {
        let newest = SchemaScripts.newestEmbedded
        let installed: Int32
        do {
            installed = try connection.onlyRow(ReadStatement.schemaVersion)
        } catch {
            guard let state = error.sqlState, Self.meansMissing(state) else { throw error }
            throw missing
        }
        guard installed != newest else { return }
        guard installed < newest else {
            throw Failure(
                .configuration, code: "schema.newer-than-program",
                Text(
                    sv: "databasens schema (\(installed)) är nyare än programmet (\(newest))",
                    en: "the database's schema (\(installed)) is newer than the program (\(newest))"
                ),
                hint: Text(
                    sv: "installera en nyare version av riktmarke",
                    en: "install a newer version of riktmarke"))
        }
        throw Failure(
            .configuration, code: "schema.older-than-program",
            Text(
                sv: "databasens schema (\(installed)) är äldre än programmet (\(newest))",
                en: "the database's schema (\(installed)) is older than the program (\(newest))"),
            hint: migrateHint)
    }

    /// What to say of a database without our schema.
    public static var missing: Failure {
        Failure(
            .configuration, code: "schema.missing",
            Text(
                sv: "databasen har inget riktmärkeslager ännu",
                en: "the database has no warehouse yet"),
            hint: migrateHint)
    }

    /// Whether a server's error says that our schema is not there, or not for this role.
    private static func meansMissing(_ state: SQLState) -> Bool {
        [.undefinedTable, .invalidSchemaName, .insufficientPrivilege].contains(state)
    }

    private static var migrateHint: Text {
        Text(sv: "kör \"riktmarke-etl migrate\"", en: "run \"riktmarke-etl migrate\"")
    }
}
