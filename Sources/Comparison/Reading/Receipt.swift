public import Indicators
public import Postgres
internal import Warehouse

/// One version of one document's statement about a figure, with where it stands.
public struct Receipt: Sendable {
    /// Whether it is an outcome or a target.
    public var isTarget: Bool
    /// The gender.
    public var gender: Gender
    /// Code of the document.
    public var documentCode: String
    /// Title of the document.
    public var documentTitle: String
    /// Who issued the document; empty when unknown.
    public var organisation: String
    /// Registration number of the document.
    public var reference: String?
    /// Name of the document's own file.
    public var documentFile: String?
    /// SHA-256 of the document's own file.
    public var documentSHA256: [UInt8]?
    /// Date of the document.
    public var publishedOn: PostgresDate?
    /// Code of the source that reads the document.
    public var sourceCode: String?
    /// Declared precedence of that source: the smallest number speaks; `nil` for targets.
    public var precedence: Int?
    /// Who publishes the source.
    public var publisher: String?
    /// Under which terms the source is published.
    public var licence: String?
    /// Number of the version, from 1.
    public var revision: Int
    /// The value; `nil` when the status says that there is none.
    public var value: ScaledDecimal?
    /// Why there is a value, or none.
    public var status: OutcomeStatus
    /// Numerator, where stated.
    public var numerator: ScaledDecimal?
    /// Denominator, where stated.
    public var denominator: ScaledDecimal?
    /// Whether the source states the period; always true of outcomes.
    public var periodDeclared: Bool
    /// Line of the figure in the document's own text.
    public var documentLine: Int?
    /// Remark on the figure.
    public var note: String?
    /// The file that was loaded.
    public var fileName: String?
    /// SHA-256 of that file.
    public var fileSHA256: [UInt8]?
    /// Where it was fetched, for an answer of a service that a snapshot keeps.
    public var fileURL: String?
    /// When it was fetched.
    public var fetchedAt: PostgresTimestamp?
    /// Line of the cell in that file.
    public var line: Int
    /// Column of the cell in that file.
    public var column: Int
    /// The run that loaded it.
    public var run: Int?
    /// The load that recorded it.
    public var load: Int
    /// When it became the recorded truth.
    public var recordedFrom: PostgresTimestamp
    /// When it was superseded; `nil` for a current version.
    public var recordedTo: PostgresTimestamp?

    /// Every statement and version of a figure: the current ones first, the one that speaks before
    /// all others, then superseded ones.
    public static func outcomes(
        _ connection: inout Connection, indicator: Indicator, municipality: Municipality,
        period: Period
    ) throws -> [Receipt] {
        var receipts: [Receipt] = []
        try connection.stream(
            ReadStatement.explainOutcome, [indicator.key, municipality.key, period.key]
        ) { row in
            var receipt = try Receipt(
                row, isTarget: false, value: 14, status: 18, documentLine: 19, revision: 13)
            receipt.organisation = try row.decode(String.self, at: 3)
            receipt.publishedOn = try row.decode(PostgresDate?.self, at: 4)
            receipt.reference = try row.decode(String?.self, at: 5)
            receipt.documentFile = try row.decode(String?.self, at: 6)
            receipt.documentSHA256 = try row.decode([UInt8]?.self, at: 7)
            receipt.sourceCode = try row.decode(String.self, at: 8)
            receipt.publisher = try row.decode(String?.self, at: 9)
            receipt.licence = try row.decode(String?.self, at: 10)
            receipt.precedence = Int(try row.decode(Int16.self, at: 11))
            receipt.numerator = try row.decode(ScaledDecimal?.self, at: 15)
            receipt.denominator = try row.decode(ScaledDecimal?.self, at: 16)
            receipt.fileURL = try row.decode(String?.self, at: 29)
            receipt.fetchedAt = try row.decode(PostgresTimestamp?.self, at: 30)
            receipts.append(receipt)
        }
        return receipts
    }

    /// Every statement and version of a target, in the same order.
    public static func targets(
        _ connection: inout Connection, indicator: Indicator, municipality: Municipality,
        period: Period
    ) throws -> [Receipt] {
        var receipts: [Receipt] = []
        try connection.stream(
            ReadStatement.explainTarget, [indicator.key, municipality.key, period.key]
        ) { row in
            var receipt = try Receipt(
                row, isTarget: true, value: 4, status: 5, documentLine: 7, revision: 3)
            receipt.periodDeclared = try row.decode(Bool.self, at: 6)
            receipts.append(receipt)
        }
        return receipts
    }

    /// Reads what both queries return: from the line in the document on, in the same order.
    private init(
        _ row: borrowing Row, isTarget: Bool, value: Int, status: Int, documentLine: Int,
        revision: Int
    ) throws(PostgresError) {
        self.isTarget = isTarget
        gender = try Self.gender(row.decode(String.self, at: 0))
        documentCode = try row.decode(String.self, at: 1)
        documentTitle = try row.decode(String.self, at: 2)
        organisation = ""
        periodDeclared = true
        self.revision = Int(try row.decode(Int32.self, at: revision))
        self.value = try row.decode(ScaledDecimal?.self, at: value)
        self.status = try Self.status(row.decode(Int16.self, at: status))
        self.documentLine = try row.decode(Int32?.self, at: documentLine).map(Int.init)
        note = try row.decode(String?.self, at: documentLine + 1)
        fileName = try row.decode(String?.self, at: documentLine + 2)
        fileSHA256 = try row.decode([UInt8]?.self, at: documentLine + 3)
        line = Int(try row.decode(Int32.self, at: documentLine + 4))
        column = Int(try row.decode(Int16.self, at: documentLine + 5))
        run = try row.decode(Int32?.self, at: documentLine + 6).map(Int.init)
        load = Int(try row.decode(Int32.self, at: documentLine + 7))
        recordedFrom = try row.decode(PostgresTimestamp.self, at: documentLine + 8)
        recordedTo = try row.decode(PostgresTimestamp?.self, at: documentLine + 9)
    }

    private static func gender(_ code: String) throws(PostgresError) -> Gender {
        guard let gender = Gender(rawValue: code) else {
            throw PostgresError(.decoding, "the gender \(code) is unknown to this program")
        }
        return gender
    }

    private static func status(_ key: Int16) throws(PostgresError) -> OutcomeStatus {
        guard let status = OutcomeStatus(key: key) else {
            throw PostgresError(.decoding, "the status \(key) is unknown to this program")
        }
        return status
    }
}
