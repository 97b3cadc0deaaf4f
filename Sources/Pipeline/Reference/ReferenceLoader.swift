internal import Diagnostics
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// Brings the dimensions in line with the reference files of all reference sources.
///
/// The files are one declaration: they are read together, checked against each other and written in
/// one transaction, all of it or nothing. Unchanged members are not touched.
struct ReferenceLoader {
    /// A reference file with what it holds.
    private struct Loaded {
        var table: ReferenceTable
        var file: ReferenceFile
    }

    private let files: [Loaded]
    private let tables: ReferenceTables

    /// Reads the files of the reference sources.
    /// - Throws: `SourceError` with everything that is wrong in any of them.
    init(_ folder: SpecFolder) throws(SourceError) {
        let specs = folder.sources.filter { $0.reference != nil }
        var files: [Loaded] = []
        var tables = ReferenceTables()
        var problems: [Diagnostic] = []
        for table in ReferenceTable.allCases {
            for spec in specs {
                do throws(SourceError) {
                    for path in try folder.files(of: spec, table: table) {
                        let file = try ReferenceFile(
                            path: path, required: ReferenceTables.requiredColumns(of: table))
                        tables.add(file.rows, of: table)
                        files.append(Loaded(table: table, file: file))
                    }
                } catch {
                    problems += error.diagnostics
                }
            }
        }
        problems += tables.problems
        if problems.isEmpty { problems = tables.contradictions() }
        guard problems.isEmpty else { throw SourceError(.data, problems) }
        self.files = files
        self.tables = tables
    }

    /// Whether there is any reference source at all.
    var isEmpty: Bool { files.isEmpty }

    /// Writes what differs and records the files in the ledger.
    /// - Returns: how many members were new or changed, by table.
    func load(_ connection: inout Connection, run: Int32) throws -> [ReferenceTable: Int64] {
        try connection.transaction(.readWrite) { connection in
            let changed = try write(&connection)
            for loaded in files {
                let name = loaded.file.identity.path
                let before = try connection.firstRow(
                    ReferenceStatement.findReferenceLoad, loaded.table.rawValue, name)
                let rows = changed[loaded.table] ?? 0
                guard before != loaded.file.identity.sha256 || rows > 0 else { continue }
                try connection.perform(
                    ReferenceStatement.insertReferenceLoad, run, loaded.table.rawValue, name,
                    loaded.file.identity.sha256, Int32(loaded.file.rows.count),
                    Int32(truncatingIfNeeded: rows))
            }
            return changed
        }
    }

    private func write(_ connection: inout Connection) throws -> [ReferenceTable: Int64] {
        var changed: [ReferenceTable: Int64] = [:]
        changed[.municipalities] = try ReferenceStore.upsert(
            &connection, municipalities: tables.municipalities)
        changed[.municipalityAliases] = try ReferenceStore.replace(
            &connection, municipalityAliases: tables.municipalityAliases)
        changed[.indicators] = try ReferenceStore.upsert(
            &connection, indicators: tables.indicators)
        changed[.indicatorAliases] = try ReferenceStore.replace(
            &connection, indicatorAliases: tables.indicatorAliases)
        changed[.seriesBreaks] = try ReferenceStore.replace(
            &connection, seriesBreaks: tables.seriesBreaks)
        changed[.documents] = try ReferenceStore.upsert(&connection, documents: tables.documents)
        changed[.harmonisation] = try ReferenceStore.replace(
            &connection, harmonisation: tables.harmonisation)
        changed[.committeeActivities] = try ReferenceStore.replace(
            &connection, committeeActivities: tables.committeeActivities)
        let derived = ReferenceStore.derivedGroups(
            of: tables.municipalities, skrNames: tables.skrNames)
        let groups = derived.groups + tables.groups
        try refuseConflicts(try ReferenceStore.conflicts(&connection, with: groups))
        changed[.peerGroups] = try ReferenceStore.record(
            &connection, groups: groups,
            members: derived.members + tables.members, covering: [.named, .skr, .county])
        return changed
    }

    /// Members of a shipped group must not get into a group of the user's own.
    private func refuseConflicts(_ codes: [String]) throws(SourceError) {
        guard !codes.isEmpty else { return }
        throw SourceError(
            .data,
            codes.map { code in
                Diagnostic(
                    .error, code: "reference.group-taken",
                    Text(
                        sv: "gruppen \"\(code)\" finns redan som en grupp av annat slag",
                        en: "the group \"\(code)\" exists already as a group of another kind"),
                    at: .table(name: "peer_groups"),
                    hint: Text(
                        sv: "ge den ena gruppen en annan kod",
                        en: "give one of the groups another code"))
            })
    }
}
