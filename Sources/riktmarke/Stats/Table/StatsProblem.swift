internal import Diagnostics

/// What is wrong with a row of a table; the row's place is added by who reads it.
struct StatsProblem: Error {
    let code: String
    let message: Text
    let hint: Text?

    init(_ code: String, _ message: Text, hint: Text? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// A number that a column cannot hold.
    static func range(_ column: String, _ value: Double, _ rule: Text) -> StatsProblem {
        let shown = ShortestNumber.text(value)
        return StatsProblem(
            "stats.out-of-range",
            Text(
                sv: "kolumnen \(column): \(shown) går inte, \(rule.sv)",
                en: "column \(column): \(shown) will not do, \(rule.en)"))
    }
}

/// The problems of a table, collected up to a limit: the rest is only counted.
struct StatsProblems {
    private var diagnostics: [Diagnostic] = []
    private var more = 0
    private static let limit = 20

    var isEmpty: Bool { diagnostics.isEmpty }

    mutating func add(_ problem: StatsProblem, _ name: String, line: Int) {
        guard diagnostics.count < Self.limit else {
            more += 1
            return
        }
        diagnostics.append(
            Diagnostic(
                .error, code: problem.code, problem.message,
                at: .file(path: name, line: line), hint: problem.hint))
    }

    /// The failure of a table with problems: status 65.
    var failure: Failure {
        var all = diagnostics
        if more > 0 {
            all[all.count - 1].notes.append(
                Text(
                    sv: "och \(more) rader till har fel", en: "and \(more) more rows are wrong"))
        }
        return Failure(.data, all)
    }
}
