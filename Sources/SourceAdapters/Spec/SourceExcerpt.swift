/// The line of a text that a diagnostic points at, with a caret under the column.
public struct SourceExcerpt: Sendable, Hashable, CustomStringConvertible {
    /// The number of the line, from 1.
    public let line: Int
    /// The line, without its end.
    public let text: String
    /// The column of the caret, from 1, in characters.
    public let column: Int

    /// Cuts a line out of a text; `nil` when the text has no such line.
    public init?(of source: String, line: Int, column: Int) {
        // Swift holds CR LF for one character, which is no "\n".
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1) else { return nil }
        self.line = line
        text = String(lines[line - 1])
        self.column = min(max(column, 1), text.count + 1)
    }

    /// Two lines: the numbered text, and the caret under its column.
    public var description: String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count + 2)
        // A tab stays a tab, so that the caret stands under its column whatever a tab's width is.
        let indent = String(text.prefix(column - 1).map { $0 == "\t" ? "\t" : " " } as [Character])
        return "  \(number) | \(text)\n\(margin) | \(indent)^"
    }
}
