public import Diagnostics
public import Indicators

/// A report of several comparisons, as its file describes it.
public struct PublicationSpec: Sendable, Hashable {
    /// A word of the file with the place it stands in.
    public struct Word: Sendable, Hashable {
        /// The word.
        public var text: String
        /// Where it stands.
        public var location: SourceLocation
    }

    /// Whom a comparison is made with.
    public enum Peers: Sendable, Hashable {
        /// Municipalities, named one by one.
        case names([Word])
        /// A peer group.
        case group(Word)
    }

    /// One comparison.
    public struct Comparison: Sendable, Hashable {
        /// The name of its files: small letters, digits and hyphens; unique in the report.
        public var name: String
        /// The indicator's code, name or words to search for.
        public var indicator: Word
        /// The municipality in focus.
        public var municipality: Word?
        /// Whom it is compared with; its SKR group where nobody is named.
        public var peers: Peers?
        /// The period; the latest with a value where none is named.
        public var period: Period?
        /// The gender.
        public var gender: Gender
        /// Whether the complement is shown.
        public var isComplement: Bool
    }

    /// The heading of the report.
    public var title: Text
    /// Lines below the heading.
    public var lead: [Text]
    /// The language that the report is written in; the reader's own where none is named.
    public var language: Language?
    /// The comparisons in order.
    public var comparisons: [Comparison]
    /// The path of the file.
    public var path: String
}
