public import Diagnostics
public import Tabular

/// What is known about a file before its first row is read: which bytes it is and how they are read.
public struct SourceInspection: Sendable, Hashable {
    /// What a column of the file is used for.
    public enum Role: Sendable, Hashable {
        /// It fills a field.
        case field(OutcomeField)
        /// Its cells are figures of their own, in a wide layout.
        case figures
        /// Its header may name a period, an indicator, a municipality or a gender.
        case candidate
        /// The specification says that it is not read.
        case ignored
        /// Nothing says what it is.
        case unknown
    }

    /// A column of the file.
    public struct Column: Sendable, Hashable {
        /// Its header, without blanks around it.
        public var header: String
        /// What it is used for.
        public var role: Role
    }

    /// Which bytes the file holds.
    public var identity: FileIdentity
    /// The encoding that it is read in.
    public var encoding: TextEncoding
    /// How cells are set apart.
    public var dialect: CSVDialect
    /// The line of the header, from 1.
    public var headerLine: Int
    /// The columns, in the order of the file.
    public var columns: [Column]
    /// What was detected and why, and what is doubtful.
    public var diagnostics: [Diagnostic]
}
