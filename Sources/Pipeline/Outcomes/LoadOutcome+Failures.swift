internal import Diagnostics
internal import Postgres

extension LoadOutcome {
    /// A source that could not be read or whose load could not go on; its figures are as they were.
    init(source: String, failure: any DiagnosticConvertible) {
        self.init(
            source: source, state: .failed, diagnostics: failure.diagnostics,
            exitStatus: failure.exitStatus)
    }

    /// A source whose load the database refused while the session goes on.
    init(source: String, refusal error: PostgresError) {
        let status = Self.exitStatus(of: error)
        var notes: [Text] = []
        if let detail = error.detail { notes.append(Text(verbatim: detail)) }
        if let constraint = error.constraint {
            notes.append(
                Text(sv: "villkor: \(constraint)", en: "constraint: \(constraint)"))
        }
        if let state = error.sqlState { notes.append(Text(verbatim: "SQLSTATE \(state)")) }
        let place = error.table.map { table in
            SourceLocation.table(
                name: error.schema.map { "\($0).\(table)" } ?? table, column: error.column)
        }
        self.init(
            source: source, state: .failed,
            diagnostics: [
                Diagnostic(
                    .error, code: "load.database-refused",
                    Text(
                        sv: "databasen tog inte emot källan \"\(source)\": \(error.message)",
                        en: "the database did not take the source \"\(source)\": \(error.message)"),
                    at: place,
                    hint: Text(
                        sv: "inget av källan lästes in; rätta felet och kör igen",
                        en: "nothing of the source was loaded; correct the fault and run again"),
                    notes: notes)
            ], exitStatus: status)
    }

    private static func exitStatus(of error: PostgresError) -> ExitStatus {
        switch error.sqlState {
        case .insufficientPrivilege: return .permission
        case .lockNotAvailable, .queryCanceled: return .tryAgain
        case "53100": return .inputOutput  // The disk is full.
        default: break
        }
        switch error.sqlState?.stateClass {
        case .transactionRollback, .insufficientResources: return .tryAgain
        case .integrityConstraint, .dataException: return .data
        default: return .software
        }
    }
}
