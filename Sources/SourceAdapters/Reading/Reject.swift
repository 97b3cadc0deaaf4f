public import Diagnostics

/// A row or a cell that cannot be read, with its place and the reason.
public struct Reject: Sendable, Hashable {
    /// The stable code, such as `municipality.lost-leading-zero`.
    public var code: String
    /// The path of the file.
    public var file: String
    /// The physical line on which the record begins, from 1.
    public var line: Int
    /// The column, from 1; 0 where the whole row is to blame.
    public var column: Int
    /// The header of the column; empty where there is none.
    public var columnName: String
    /// The text of the cell, at most `longestCell` characters; control characters are kept.
    public var cell: String
    /// What happened.
    public var message: Text
    /// What to do about it.
    public var hint: Text?
    /// How many figures were lost: those of the whole row where its key cannot be read.
    public var figures: Int

    /// How much of a cell a reject quotes, in characters.
    public static let longestCell = 200

    /// Creates a reject.
    public init(
        code: String, file: String, line: Int, column: Int, columnName: String, cell: String,
        message: Text, hint: Text? = nil, figures: Int
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.columnName = columnName
        self.cell = cell
        self.message = message
        self.hint = hint
        self.figures = figures
    }

    /// The place as editors read it.
    public var location: SourceLocation {
        .file(path: file, line: line, column: column > 0 ? column : nil)
    }

    /// The reject as a message of its own.
    public var diagnostic: Diagnostic {
        Diagnostic(.error, code: code, message, at: location, hint: hint)
    }
}
