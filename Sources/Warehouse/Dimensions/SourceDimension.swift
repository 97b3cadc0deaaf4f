public import Postgres

/// Sources and the documents through which they state figures.
public enum SourceDimension {
    /// How a source is described in its specification.
    public struct Description: Sendable, Hashable {
        /// The name of the source.
        public var code: String
        /// Swedish title.
        public var title: String
        /// Who publishes it.
        public var publisher: String?
        /// Under which terms.
        public var licence: String?
        /// Where it is published.
        public var url: String?
        /// Which source speaks when several state a figure: the smallest number.
        public var precedence: Int16

        /// Describes a source.
        public init(
            code: String, title: String, publisher: String?, licence: String?, url: String?,
            precedence: Int16
        ) {
            self.code = code
            self.title = title
            self.publisher = publisher
            self.licence = licence
            self.url = url
            self.precedence = precedence
        }
    }

    /// A report as its manifest describes it.
    public struct Report: Sendable, Hashable {
        /// Code of the document.
        public var code: String
        /// Its title, where the register of documents has none.
        public var title: String
        /// Code of the kommun that issued it.
        public var municipality: String
        /// The committee that issued it.
        public var organisation: String
        /// The kind of report.
        public var kind: String
        /// The last day that it speaks of, YYYY-MM-DD; `nil` where that is not declared.
        public var periodEnd: String?
        /// Name of the file that was read.
        public var fileName: String
        /// SHA-256 of that file.
        public var sha256: [UInt8]

        /// Describes a report.
        public init(
            code: String, title: String, municipality: String, organisation: String,
            kind: String, periodEnd: String?, fileName: String, sha256: [UInt8]
        ) {
            self.code = code
            self.title = title
            self.municipality = municipality
            self.organisation = organisation
            self.kind = kind
            self.periodEnd = periodEnd
            self.fileName = fileName
            self.sha256 = sha256
        }
    }

    /// Records a report as a document of a source and returns the document's key.
    public static func upsertReport(
        _ connection: inout Connection, source: Int16, _ report: Report
    ) throws(PostgresError) -> Int32 {
        try connection.onlyRow(
            LoadStatement.upsertReport, source, report.code, report.title, report.municipality,
            report.organisation, report.kind, report.periodEnd, report.fileName, report.sha256)
    }

    /// Records a source as declared and returns its key.
    public static func upsert(
        _ connection: inout Connection, _ source: Description
    ) throws(PostgresError) -> Int16 {
        try connection.onlyRow(
            LoadStatement.upsertSource, source.code, source.title, source.publisher,
            source.licence, source.url, source.precedence)
    }

    /// Records a source as its own document and returns the document's key.
    public static func upsertOwnDocument(
        _ connection: inout Connection, source: Int16
    ) throws(PostgresError) -> Int32 {
        try connection.onlyRow(LoadStatement.upsertOwnDocument, source)
    }

    /// Records registered documents as documents of a source.
    /// - Parameters:
    ///   - connection: where to record them.
    ///   - source: key of the source.
    ///   - codes: codes of the documents; `nil` for every registered one.
    /// - Returns: keys of the documents by their codes.
    /// - Throws: what the server reports.
    public static func upsertDocuments(
        _ connection: inout Connection, source: Int16, codes: [String]?
    ) throws(PostgresError) -> [String: Int32] {
        let rows = try connection.rows(LoadStatement.upsertDocuments, source, codes)
        return Dictionary(rows.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Keys of every document through which a source has ever stated figures.
    ///
    /// More than its specification names now: a figure that is attributed to another document since
    /// the last load must be withdrawn from the one before.
    public static func documents(
        _ connection: inout Connection, of source: Int16
    ) throws(PostgresError) -> [Int32] {
        try connection.rows(LoadStatement.listSourceDocuments, source)
    }
}
