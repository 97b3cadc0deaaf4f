internal import Diagnostics
public import Postgres
internal import Warehouse

/// From when changes are told.
public struct ChangeStart: Sendable, Hashable {
    /// What was known then is what changed.
    public var moment: PostgresTimestamp
    /// The run before which that is, when a run decided it.
    public var run: Int?

    /// Reads `--since`: a day or a point in time as `--as-of` takes them, or the number of a run, whose
    /// own changes are told too; nothing means the last run that changed anything.
    ///
    /// - Parameters:
    ///   - text: what was written; `nil` for nothing.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - connection: where to look.
    /// - Returns: the start; `nil` when no run has changed anything.
    /// - Throws: `Failure` with status 64 for a text that says no time and no run, for a run that
    ///   changed nothing and was the last, and for a time after `asOf`; what the server reports.
    public static func resolve(
        _ text: String?, asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws -> ChangeStart? {
        guard let text else {
            return try connection.firstRow(ReadStatement.findChangesSince, Int32?.none, asOf)
                .map { ChangeStart(moment: $0.1, run: Int($0.0)) }
        }
        if !text.isEmpty, text.count < 10, text.allSatisfy({ $0.isASCII && $0.isNumber }),
            let run = Int32(text)
        {
            let found = try connection.firstRow(ReadStatement.findChangesSince, run, asOf)
            guard let found else { throw try noRun(run, asOf, &connection) }
            return ChangeStart(moment: found.1, run: Int(run))
        }
        let moment = try TimeOfKnowledge.resolve(text, argument: "--since", &connection)
        if let asOf, moment.microsecondsSince2000 > asOf.microsecondsSince2000 {
            throw Failure(
                .usage, code: "since.after-as-of",
                Text(
                    sv: "--since ligger efter --as-of", en: "--since lies after --as-of"),
                at: .argument("--since"),
                hint: Text(sv: "välj en tidigare tidpunkt", en: "choose an earlier time"))
        }
        return ChangeStart(moment: moment, run: nil)
    }

    private static func noRun(
        _ run: Int32, _ asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws -> Failure {
        let last = try connection.firstRow(ReadStatement.findChangesSince, Int32?.none, asOf)?.0
        return Failure(
            .usage, code: "since.no-run",
            Text(
                sv: "varken körning \(run) eller någon senare har ändrat något",
                en: "neither run \(run) nor a later one has changed anything"),
            at: .argument("--since"),
            hint: last.map {
                Text(
                    sv: "den senaste körningen som ändrade något är \($0)",
                    en: "the last run that changed anything is \($0)")
            }
                ?? Text(
                    sv: "ingen körning har ändrat något än",
                    en: "no run has changed anything yet"))
    }
}
