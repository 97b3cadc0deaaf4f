public import Indicators
public import Postgres
internal import Warehouse

/// Where one figure of a comparison comes from: its document, its file and line, its load.
///
/// The short form of a `Receipt`, for all figures of a report at once.
public struct FigureOrigin: Sendable, Hashable {
    /// Code of the document that states the figure.
    public var documentCode: String
    /// Title of that document.
    public var documentTitle: String
    /// Who issued the document; empty when unknown.
    public var organisation: String
    /// Who publishes the source.
    public var publisher: String?
    /// Under which terms the source is published.
    public var licence: String?
    /// Number of the version, from 1.
    public var revision: Int
    /// Line of the figure in the document's own text.
    public var documentLine: Int?
    /// The file that was loaded.
    public var fileName: String?
    /// SHA-256 of that file.
    public var fileSHA256: [UInt8]?
    /// Line of the cell in that file.
    public var line: Int
    /// Column of the cell in that file.
    public var column: Int
    /// The run that loaded it.
    public var run: Int?
    /// When it became the recorded truth.
    public var recordedFrom: PostgresTimestamp

    /// The origins of all statements about some municipalities, by key of the municipality.
    ///
    /// - Throws: what the server reports.
    public static func read(
        _ connection: inout Connection, indicator: Indicator, period: Period, gender: Gender,
        municipalities: [Municipality], asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [Int16: [FigureOrigin]] {
        var result: [Int16: [FigureOrigin]] = [:]
        let rows = try connection.rows(
            ReadStatement.figureOrigins, indicator.key, period.key, gender.key,
            municipalities.map(\.key), asOf)
        for row in rows {
            result[row.0, default: []].append(
                FigureOrigin(
                    documentCode: row.1, documentTitle: row.2, organisation: row.3,
                    publisher: row.4, licence: row.5, revision: Int(row.6),
                    documentLine: row.7.map(Int.init), fileName: row.8, fileSHA256: row.9,
                    line: Int(row.10), column: Int(row.11), run: row.12.map(Int.init),
                    recordedFrom: row.13))
        }
        return result
    }
}
