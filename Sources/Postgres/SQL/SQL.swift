/// A statement and its values, kept apart all the way to the server.
///
/// An interpolated value becomes a parameter, never text:
///
/// ```swift
/// let statement: SQL = "SELECT name FROM municipality WHERE code = \(code)"
/// statement.text        // SELECT name FROM municipality WHERE code = $1
/// ```
///
/// Names that are not known when the program is written go through `\(identifier:)`, which
/// escapes them. `\(raw:)` takes text only from the program itself.
public struct SQL: Sendable {
    /// The text, with `$1`, `$2`, … for the values.
    public private(set) var text: String
    /// The values in the order of their numbers.
    public private(set) var parameters: [any PostgresEncodable & Sendable]
    /// Why the statement must not be sent; found while it was put together.
    private(set) var problem: String?

    /// Pairs a text that holds `$1`, `$2`, … with its values.
    ///
    /// This is for texts that are part of the program, such as embedded SQL files. A text put
    /// together from data at run time does not belong here.
    public init(text: String, parameters: [any PostgresEncodable & Sendable] = []) {
        self.text = text
        self.parameters = parameters
    }
}

extension SQL: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Takes a literal as the text.
    public init(stringLiteral value: String) {
        self.init(text: value)
    }

    /// Takes an interpolated literal as the text and its values.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// Builds a ``SQL`` from a literal with interpolations.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(text: "")

        /// Makes room.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + 4 * interpolationCount)
        }

        /// Adds text from the program.
        public mutating func appendLiteral(_ literal: String) {
            sql.text += literal
        }

        /// Adds a value as the next parameter.
        public mutating func appendInterpolation<T: PostgresEncodable & Sendable>(_ value: T) {
            sql.parameters.append(value)
            sql.text += "$\(sql.parameters.count)"
        }

        /// Adds a value as the next parameter, NULL if there is none.
        public mutating func appendInterpolation<T: PostgresEncodable & Sendable>(_ value: T?) {
            sql.parameters.append(value)
            sql.text += "$\(sql.parameters.count)"
        }

        /// Adds a name, quoted and escaped.
        public mutating func appendInterpolation(identifier: String) {
            sql.problem = sql.problem ?? identifierProblem(identifier)
            sql.text += quote(identifier)
        }

        /// Adds the name of a table, quoted and escaped.
        public mutating func appendInterpolation(identifier: QualifiedName) {
            sql.problem = sql.problem ?? identifier.problem
            sql.text += identifier.quoted
        }

        /// Adds text from the program as it is.
        public mutating func appendInterpolation(raw: StaticString) {
            sql.text += raw.description
        }
    }
}
