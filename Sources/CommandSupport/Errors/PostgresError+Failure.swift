internal import Diagnostics
internal import Postgres

extension PostgresError {
    /// The error as diagnostics with an exit status.
    ///
    /// What the server says is kept in its own words. `isVerbose` adds the statement with a caret
    /// under the place; parameters are never part of it.
    func failure(isVerbose: Bool) -> Failure {
        if code == .rollbackFailed, let cause = underlying as? PostgresError {
            return cause.failure(isVerbose: isVerbose)
        }
        let kind = PostgresFailureKind(self)
        var lines = Self.lines(message)
        let first = lines.isEmpty ? code.description : lines.removeFirst()
        var notes = (lines + Self.lines(detail ?? "")).map(Text.init(verbatim:))
        if let hint {
            let words = Self.lines(hint).joined(separator: " ")
            notes.append(
                Text(sv: "servern föreslår: \(words)", en: "the server suggests: \(words)"))
        }
        if let constraint {
            notes.append(Text(sv: "villkor: \(constraint)", en: "constraint: \(constraint)"))
        }
        if let sqlState { notes.append(Text(verbatim: "SQLSTATE \(sqlState)")) }
        if isVerbose {
            notes += description.split(separator: "\n").map { Text(verbatim: String($0)) }
        }
        return Failure(
            kind.status, code: kind.code,
            Text(sv: "\(kind.summary.sv): \(first)", en: "\(kind.summary.en): \(first)"),
            at: place, hint: kind.hint, notes: notes)
    }

    /// What the server or libpq says, line by line; libpq indents some of them with a tab.
    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            String(line.drop { $0 == "\t" || $0 == " " })
        }
    }

    private var place: SourceLocation? {
        guard let table else { return nil }
        return .table(name: schema.map { "\($0).\(table)" } ?? table, column: column)
    }
}

/// What a database error means to the person at the keyboard.
struct PostgresFailureKind {
    let status: ExitStatus
    let code: String
    let summary: Text
    let hint: Text?
}
