public import Diagnostics
public import Indicators
public import Postgres

/// What a source states about one indicator in one year: the unit in which it is compared, sent,
/// held back and accounted for.
public struct Slice: Sendable {
    /// The indicator.
    public var indicator: IndicatorCode
    /// The calendar year, within `Period.years`.
    public var year: Int
    /// The rows, in any order; repetitions are settled by the loader.
    public var rows: [SliceRow]
    /// Remarks that rows point at, such as status words of unknown meaning.
    public var notes: [String]
    /// Digest of the rows, whatever their order; 32 bytes.
    ///
    /// Equal digests mean equal rows.
    public var digest: [UInt8]
    /// Rows that the reader could not use; a slice that has any is not complete.
    public var rejectedRows: Int
    /// Identical repetitions that the reader has left out.
    public var repeatedRows: Int
    /// Where the rows were read, at least one; rows point into it.
    public var files: [SliceFile]

    /// Describes a slice.
    public init(
        indicator: IndicatorCode, year: Int, rows: [SliceRow], notes: [String] = [],
        digest: [UInt8], rejectedRows: Int = 0, repeatedRows: Int = 0, files: [SliceFile]
    ) {
        self.indicator = indicator
        self.year = year
        self.rows = rows
        self.notes = notes
        self.digest = digest
        self.rejectedRows = rejectedRows
        self.repeatedRows = repeatedRows
        self.files = files
    }

    /// How the slice is named to people and by `--accept`: `N00914/2022`.
    public var name: String { "\(indicator)/\(year)" }
}

/// One figure of a slice, packed into 24 bytes.
public struct SliceRow: Sendable, Hashable {
    /// The value in units of 10^−scale, at most 18 digits; 0 without a value.
    public var units: Int64
    /// Line in the file, from 1; 0 when it has no lines.
    public var line: Int32
    /// The four digits of the unit's code as a number, 0 to 9999.
    public var municipality: UInt16
    /// Index into `Slice.notes`; −1 for no remark.
    public var note: Int16
    /// Index into `Slice.files`.
    public var file: UInt16
    /// Key of the status in `dw.dim_outcome_status`: 0 for a value, 100 and above for none, 199 for
    /// a figure that the source has deleted.
    public var status: UInt8
    /// Key of the gender in `dw.dim_gender`: 0 total, 1 women, 2 men.
    public var gender: UInt8
    /// How many digits stand after the decimal point, 0 to 37.
    public var scale: UInt8

    /// States a figure.
    public init(
        municipality: UInt16, gender: Gender, status: OutcomeStatus, units: Int64 = 0,
        scale: UInt8 = 0, note: Int16 = -1, file: UInt16 = 0, line: Int32 = 0
    ) {
        self.units = units
        self.line = line
        self.municipality = municipality
        self.note = note
        self.file = file
        self.status = UInt8(truncatingIfNeeded: status.key)
        self.gender = UInt8(truncatingIfNeeded: gender.key)
        self.scale = scale
    }
}

/// A file or a stored answer from which slices were read: where a receipt ends.
public struct SliceFile: Sendable, Hashable {
    /// Name of the file, or of the stored answer.
    public var name: String
    /// SHA-256 of its bytes as received; 32 bytes.
    public var sha256: [UInt8]
    /// Size in bytes.
    public var byteCount: Int64
    /// The encoding it was read in.
    public var encoding: String
    /// Where it was fetched, without secrets; `nil` for a file.
    public var url: String?
    /// When it was fetched; `nil` for a file.
    public var fetchedAt: PostgresTimestamp?

    /// Describes a file.
    public init(
        name: String, sha256: [UInt8], byteCount: Int64, encoding: String = "utf-8",
        url: String? = nil, fetchedAt: PostgresTimestamp? = nil
    ) {
        self.name = name
        self.sha256 = sha256
        self.byteCount = byteCount
        self.encoding = encoding
        self.url = url
        self.fetchedAt = fetchedAt
    }
}

/// A row that the reader of a source could not use, with where it stood.
public struct SliceReject: Sendable {
    /// The file or stored answer that it stood in.
    public var file: SliceFile
    /// The slice it belongs to, as `Slice.name` writes it, as far as that could be read.
    public var slice: String?
    /// Line in the file, from 1; 0 when it has no lines.
    public var line: Int32
    /// Place in a text without lines: the byte and the path.
    public var position: String?
    /// What was found, at most 200 characters.
    public var found: String
    /// Stable code of the reason.
    public var code: String
    /// The reason.
    public var message: Text

    /// Describes a row that could not be used.
    public init(
        file: SliceFile, slice: String?, line: Int32 = 0, position: String? = nil, found: String,
        code: String, message: Text
    ) {
        self.file = file
        self.slice = slice
        self.line = line
        self.position = position
        self.found = String(found.prefix(200))
        self.code = code
        self.message = message
    }
}
