internal import Diagnostics
internal import Tabular

/// Why a table cannot be read.
enum StatsFailure {
    /// A table without a header.
    static func empty(_ name: String) -> Failure {
        Failure(
            .data, code: "stats.empty", Text(sv: "tabellen är tom", en: "the table is empty"),
            at: .file(path: name),
            hint: Text(
                sv: "den första raden ska vara kolumnernas namn",
                en: "the first row must be the names of the columns"))
    }

    /// A file that cannot be read, or is no text.
    static func reading(_ error: TabularError, _ name: String) -> Failure {
        let status: ExitStatus =
            switch error.code {
            case .notFound, .isDirectory: .noInput
            case .permissionDenied: .permission
            case .cannotOpen, .cannotRead, .notARegularFile: .inputOutput
            default: .data
            }
        let swedish =
            switch error.code {
            case .notFound: "filen finns inte"
            case .isDirectory: "sökvägen är en mapp"
            case .permissionDenied: "filen får inte läsas"
            case .changedWhileReading: "filen ändrades medan den lästes"
            case .cannotOpen, .cannotRead, .notARegularFile: "filen kan inte läsas"
            default: "filen är ingen text som kan läsas"
            }
        let isText = status == .data && error.code != .changedWhileReading
        return Failure(
            status, code: "stats.unreadable", Text(sv: swedish, en: error.code.sentence),
            at: .file(path: name, line: error.line),
            hint: isText
                ? Text(sv: "spara tabellen som CSV i UTF-8", en: "save the table as CSV in UTF-8")
                : nil,
            notes: error.detail.isEmpty ? [] : [Text(verbatim: error.detail)])
    }

    /// A header that is not valid as CSV.
    static func broken(_ problem: RecordProblem, _ name: String, line: Int) -> Failure {
        var problems = StatsProblems()
        problems.add(Self.problem(problem), name, line: line)
        return problems.failure
    }

    /// A record that is not valid as CSV.
    static func problem(_ problem: RecordProblem) -> StatsProblem {
        let message =
            switch problem {
            case .textAfterClosingQuote:
                Text(sv: "text efter ett citattecken som slutar", en: "text after a closing quote")
            case .quoteInUnquotedField:
                Text(
                    sv: "ett citattecken inne i en cell som inte börjar med ett",
                    en: "a quote within a cell that does not begin with one")
            case .unclosedQuote:
                Text(sv: "ett citattecken som aldrig slutar", en: "a quote that is never closed")
            case .tooLong: Text(sv: "raden är för lång", en: "the row is too long")
            case .nulByte: Text(sv: "en cell innehåller NUL", en: "a cell holds a NUL byte")
            }
        return StatsProblem(
            "stats.broken-row", message,
            hint: Text(
                sv: "skriv citattecken inne i en cell dubbelt, och hela cellen inom citattecken",
                en: "double the quotes within a cell, and put the whole cell in quotes"))
    }
}
