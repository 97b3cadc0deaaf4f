internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// Checks that everything is in place.
struct DoctorCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: Text(
                sv: "Kontrollera att allt är på plats: databas, schema, roller, mappar.",
                en: "Check that everything is in place: database, schema, roles, folders."
            ).helpText,
            discussion: Text(
                sv: "Status 1 när något fattas.", en: "Status 1 when something is missing."
            ).helpText)
    }

    @Flag(
        help: Text(
            sv: "Kontrollera också lagrade data: nycklar, revisioner, huvudbok.",
            en: "Check the stored data as well: keys, revisions, ledger."
        ).help())
    var data = false
    @OptionGroup var folders: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        var findings: [Finding] = []
        findings.append(
            Finding(
                "database", Text(sv: "vald databas", en: "database chosen"), true,
                context.database.description()))
        findings += folderFindings(context)
        var faults: [Diagnostic] = []
        do {
            let session = try await Session(context.connectionOptions(for: .administer))
            findings += try await session.withConnection { try Self.databaseFindings(&$0) }
            await session.close()
            if data { findings += try await Self.dataFindings(context) }
        } catch let error as any DiagnosticConvertible {
            faults = error.diagnostics
        } catch let error as PostgresError {
            findings.append(
                Finding(
                    "connection", Text(sv: "anslutning", en: "connection"), false,
                    Text(verbatim: error.message)))
        }
        try context.write(Self.table(findings), output)
        context.report(faults)
        return faults.isEmpty && findings.allSatisfy(\.isGood) ? .ok : .negative
    }

    /// One thing that was looked at.
    private struct Finding: Sendable {
        let key: String
        let title: Text
        let isGood: Bool
        let value: Text

        init(_ key: String, _ title: Text, _ isGood: Bool, _ value: Text) {
            self.key = key
            self.title = title
            self.isGood = isGood
            self.value = value
        }
    }

    private func folderFindings(_ context: CommandContext) -> [Finding] {
        [(FolderChoice.Kind.specifications, folders.etl), (.seeds, folders.seeds)].map {
            kind, flag in
            let title =
                kind == .specifications
                ? Text(sv: "källbeskrivningar", en: "specifications")
                : Text(sv: "medföljande data", en: "shipped data")
            do throws(Failure) {
                let choice = try FolderChoice(kind, flag: flag, environment: context.environment)
                return Finding(
                    kind.flag, title, true,
                    Text(
                        sv: "\(choice.path) (\(choice.origin.text.sv))",
                        en: "\(choice.path) (\(choice.origin.text.en))"))
            } catch {
                return Finding(
                    kind.flag, title, false,
                    error.diagnostics.first?.message ?? Text(verbatim: ""))
            }
        }
    }

    private static func databaseFindings(_ connection: inout Connection) throws -> [Finding] {
        let version = connection.serverVersion
        var findings = [
            Finding(
                "server", Text(sv: "serverns version", en: "server version"), version >= 150_000,
                Text(verbatim: "\(version / 10_000).\(version % 10_000)"))
        ]
        let login = try connection.query("SELECT session_user::text", as: String.self).first ?? ""
        findings.append(
            Finding(
                "login", Text(sv: "inloggning", en: "login"), true, Text(verbatim: login)))
        let roles = try connection.query(
            """
            SELECT rolname::text FROM pg_catalog.pg_roles
            WHERE rolname IN ('riktmarke_owner', 'riktmarke_etl', 'riktmarke_read')
                AND pg_has_role(session_user, oid, 'MEMBER')
            ORDER BY rolname
            """, as: String.self)
        guard roles.contains("riktmarke_owner") || roles.isEmpty else {
            return findings + (try loginFindings(&connection, roles: roles))
        }
        let plan: MigrationPlan
        do {
            plan = try Migrator(programVersion: Tool.version).plan(&connection)
        } catch let error as Failure {
            return findings + [
                Finding(
                    "schema", Text(sv: "schema", en: "schema"), false,
                    error.diagnostics.first?.message ?? Text(verbatim: ""))
            ]
        }
        findings.append(
            Finding(
                "roles", Text(sv: "roller", en: "roles"), plan.rolesExist,
                plan.rolesExist
                    ? Text(sv: "finns", en: "there")
                    : Text(
                        sv: "saknas: kör riktmarke-etl migrate",
                        en: "missing: run riktmarke-etl migrate")))
        findings.append(
            Finding(
                "schema", Text(sv: "schema", en: "schema"), plan.isCurrent,
                plan.isCurrent
                    ? Text(sv: "aktuellt (\(plan.newest))", en: "current (\(plan.newest))")
                    : Text(
                        sv: "\(plan.steps.count) skript återstår: kör riktmarke-etl migrate",
                        en: "\(plan.steps.count) scripts to apply: run riktmarke-etl migrate")))
        return findings
    }

    /// What a login finds that may load or read but not migrate.
    private static func loginFindings(
        _ connection: inout Connection, roles: [String]
    ) throws -> [Finding] {
        let list = roles.joined(separator: ", ")
        let may = Finding(
            "roles", Text(sv: "roller", en: "roles"), true,
            Text(sv: "inloggningen får ta \(list)", en: "the login may take \(list)"))
        let title = Text(sv: "schema", en: "schema")
        do {
            try connection.execute("SET ROLE \(identifier: roles[0])")
            try SchemaCheck.run(&connection)
            return [may, Finding("schema", title, true, Text(sv: "aktuellt", en: "current"))]
        } catch let error as Failure {
            let message = error.diagnostics.first?.message ?? Text(verbatim: "")
            return [may, Finding("schema", title, false, message)]
        }
    }

    /// What the checks of the stored data find.
    private static func dataFindings(_ context: CommandContext) async throws -> [Finding] {
        let session = try await Session(context.connectionOptions(for: .load))
        let findings = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try DataCheck.all.map { check in
                let found = try check.run(&connection)
                let first = found.first.map { "\($0.subject): \($0.problem)" } ?? ""
                return Finding(
                    check.name, Text(verbatim: check.name), found.isEmpty,
                    found.isEmpty
                        ? Text(sv: "inget fel", en: "nothing wrong")
                        : Text(
                            sv: "\(found.count) fel: \(first)",
                            en: "\(found.count) errors: \(first)"))
            }
        }
        await session.close()
        return findings
    }

    private static func table(_ findings: [Finding]) -> ReportTable {
        ReportTable(
            title: Text(sv: "Kontroll", en: "Check-up"),
            columns: [
                .init("check", Text(sv: "Kontroll", en: "Check")),
                .init("result", Text(sv: "Resultat", en: "Result")),
                .init("value", Text(sv: "Värde", en: "Value")),
            ],
            rows: findings.map { finding in
                ReportTable.Row([
                    .label(finding.title),
                    finding.isGood
                        ? .label(Text(sv: "bra", en: "good"), tone: .good)
                        : .label(Text(sv: "fattas", en: "missing"), tone: .bad),
                    .label(finding.value),
                ])
            })
    }
}
