/// A place that a diagnostic points at: in a file, in the database, in a statement or behind a URL.
public enum SourceLocation: Sendable, Hashable, CustomStringConvertible {
    /// A place in a file; line and column count from 1.
    case file(path: String, line: Int? = nil, column: Int? = nil)
    /// A column, or a whole table, of the database.
    case table(name: String, column: String? = nil)
    /// A position in characters, from 1, in a named SQL statement.
    case statement(name: String, position: Int?)
    /// A resource on the network.
    case url(String)
    /// An argument or option of the command line.
    case argument(String)

    /// The place as editors and people read it: `file:line:column`, `table.column`.
    public var description: String {
        switch self {
        case .file(let path, let line, let column):
            [path, line.map(String.init), column.map(String.init)].compactMap(\.self)
                .joined(separator: ":")
        case .table(let name, let column):
            column.map { "\(name).\($0)" } ?? name
        case .statement(let name, let position):
            position.map { "\(name):\($0)" } ?? name
        case .url(let url): url
        case .argument(let name): name
        }
    }
}
