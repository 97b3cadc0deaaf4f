public import Diagnostics

/// A table as data: what it says, not how it looks.
///
/// Every renderer reads this one model, so a figure can only be right or wrong in one place.
/// A row has one cell for each column; a shorter row is read as if `Cell.empty` followed.
public struct ReportTable: Sendable, Hashable {
    /// The heading; may be left out for a table that needs none.
    public var title: Text?
    /// Lines between the title and the table: unit, period, reference window.
    public var lead: [Text]
    /// The columns from left to right.
    public var columns: [Column]
    /// Whether people see the column headers; a list of facts hides them.
    public var showsHeader: Bool
    /// The rows from top to bottom.
    public var rows: [Row]
    /// Lines under the table: sources, reservations, what is missing and why.
    public var notes: [Text]
    /// What it all says, in whole sentences; the last that is read.
    public var closing: [Text]

    /// Creates a table.
    public init(
        title: Text? = nil, lead: [Text] = [], columns: [Column], showsHeader: Bool = true,
        rows: [Row] = [], notes: [Text] = [], closing: [Text] = []
    ) {
        self.title = title
        self.lead = lead
        self.columns = columns
        self.showsHeader = showsHeader
        self.rows = rows
        self.notes = notes
        self.closing = closing
    }

    /// A column: its stable key for machines and its header for people.
    public struct Column: Sendable, Hashable {
        /// The name in machine formats: English, ASCII, `snake_case`.
        public var key: String
        /// The header that people read.
        public var header: Text
        /// How the cells stand in the column.
        public var alignment: Alignment
        /// The unit, shown after the header in parentheses.
        public var unit: Text?
        /// Whether the column only draws what others state in numbers.
        ///
        /// It is shown at a terminal that has room for it, and nowhere else.
        public var isDrawing = false

        /// Creates a column.
        public init(
            _ key: String, _ header: Text, _ alignment: Alignment = .text, unit: Text? = nil
        ) {
            self.key = key
            self.header = header
            self.alignment = alignment
            self.unit = unit
        }

        /// The header with its unit in a language.
        public func heading(_ language: Language) -> String {
            guard let unit else { return header[language] }
            return "\(header[language]) (\(unit[language]))"
        }
    }

    /// How the cells of a column stand.
    public enum Alignment: Sendable, Hashable {
        /// From the left; may be shortened on a narrow terminal.
        case text
        /// On the decimal mark; never shortened.
        case number
        /// From the right; never shortened.
        case right
    }

    /// A row of cells and what sets it apart.
    public struct Row: Sendable, Hashable {
        /// The cells in the order of the columns.
        public var cells: [Cell]
        /// What sets the row apart.
        public var emphasis: Emphasis

        /// Creates a row.
        public init(_ cells: [Cell], emphasis: Emphasis = .plain) {
            self.cells = cells
            self.emphasis = emphasis
        }
    }

    /// What sets a row apart from its neighbours.
    public enum Emphasis: Sendable, Hashable {
        /// Nothing.
        case plain
        /// The row that the reader asked about; marked with a sign, not with colour alone.
        case focus
        /// A figure about the other rows, such as their mean; stands below a rule.
        case summary
    }
}
