internal import Diagnostics
internal import Postgres

extension Migrator {
    /// What the database says has been applied to it.
    struct Ledger {
        /// Number, name and whether the hash is that of our script, in order.
        var migrations: [(number: Int32, name: String, hash: [UInt8])] = []
        /// Hashes of repeatable scripts by name.
        var repeatables: [String: [UInt8]] = [:]
        /// Hashes of our own scripts by name, computed by the server.
        var ours: [String: [UInt8]] = [:]

        /// The number of the newest migration applied.
        var installed: Int32 { migrations.last?.number ?? 0 }
    }

    /// Reads the ledger; empty for a database without one.
    func readLedger(_ connection: inout Connection) throws -> Ledger {
        var ledger = Ledger()
        let present = try connection.query(
            "SELECT to_regclass('etl.schema_migration') IS NOT NULL", as: Bool.self)
        guard present.first == true else { return ledger }
        for (number, name, hash) in try connection.query(
            "SELECT migration_no, name, sha256 FROM etl.schema_migration ORDER BY migration_no",
            as: Int32.self, String.self, [UInt8].self)
        {
            ledger.migrations.append((number, name, hash))
        }
        for (name, hash) in try connection.query(
            "SELECT name, sha256 FROM etl.schema_repeatable", as: String.self, [UInt8].self)
        {
            ledger.repeatables[name] = hash
        }
        ledger.ours = try hashes(
            scripts.migrations.map { ($0.name, $0.text) }
                + scripts.repeatables.map { ($0.name, $0.text) }, &connection)
        ledger.repeatables = ledger.repeatables.filter { ledger.ours[$0.key] == $0.value }
        return ledger
    }

    /// Refuses a database that this program does not understand.
    func check(_ ledger: Ledger) throws {
        if ledger.installed > newest {
            throw Failure(
                .configuration, code: "schema.newer-than-program",
                Text(
                    sv:
                        "databasens schema (\(ledger.installed)) är nyare än programmet (\(newest))",
                    en: "the database's schema (\(ledger.installed)) is newer than the program "
                        + "(\(newest))"),
                hint: Text(
                    sv: "installera en nyare version av riktmarke",
                    en: "install a newer version of riktmarke"))
        }
        let changed = ledger.migrations.filter { applied in
            ledger.ours[applied.name] != applied.hash
        }
        guard changed.isEmpty else {
            throw Failure(
                .configuration,
                changed.map { applied in
                    Diagnostic(
                        .error, code: "schema.migration-changed",
                        Text(
                            sv: "migreringen \"\(applied.name)\" har ändrats sedan den kördes",
                            en: "the migration \"\(applied.name)\" has changed since it was applied"
                        ),
                        at: .table(name: "etl.schema_migration"),
                        hint: Text(
                            sv: "en körd migrering ändras aldrig: skriv en ny i stället",
                            en: "a migration never changes once applied: write a new one instead"))
                })
        }
    }

    /// The scripts to apply after a migration, given the repeatable ones that are in force.
    func steps(after installed: Int32, hashes: [String: [UInt8]]) -> [MigrationPlan.Step] {
        scripts.migrations.filter { $0.number > installed }
            .map { MigrationPlan.Step(kind: .migration, name: $0.name, text: $0.text) }
            + scripts.repeatables.filter { hashes[$0.name] == nil }
            .map { MigrationPlan.Step(kind: .repeatable, name: $0.name, text: $0.text) }
    }

    private func hashes(
        _ texts: [(name: String, text: String)], _ connection: inout Connection
    ) throws -> [String: [UInt8]] {
        let rows = try connection.query(
            """
            SELECT name, sha256(convert_to(script, 'UTF8'))
            FROM unnest(\(texts.map(\.name))::text[], \(texts.map(\.text))::text[])
                AS t (name, script)
            """, as: String.self, [UInt8].self)
        return Dictionary(rows.map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
}
