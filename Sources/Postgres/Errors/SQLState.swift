/// The five-character code by which a PostgreSQL server names an error.
///
/// The first two characters are the class; see "PostgreSQL Error Codes" (appendix A of its
/// manual). A `catch` can match a whole class:
///
/// ```swift
/// switch error.sqlState {
/// case .some(.uniqueViolation): …
/// case .some(let state) where SQLState.Class.integrityConstraint ~= state: …
/// default: …
/// }
/// ```
public struct SQLState: Sendable, Hashable, RawRepresentable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The code as the server sent it, such as `23505`.
    public let rawValue: String

    /// Wraps a code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps a code written in the source.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// The code itself.
    public var description: String { rawValue }

    /// The class of the code: its first two characters.
    public var stateClass: Class { Class(rawValue: String(rawValue.prefix(2))) }
}

extension SQLState {
    /// The first two characters of a ``SQLState``, which group related errors.
    public struct Class: Sendable, Hashable, RawRepresentable {
        /// Two characters, such as `23`.
        public let rawValue: String

        /// Wraps the two characters of a class.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Tells whether a code belongs to the class.
        public static func ~= (pattern: Class, state: SQLState) -> Bool {
            state.rawValue.utf8.starts(with: pattern.rawValue.utf8)
        }

        /// Tells whether there is a code and it belongs to the class.
        public static func ~= (pattern: Class, state: SQLState?) -> Bool {
            state.map { pattern ~= $0 } ?? false
        }
    }
}

extension SQLState.Class {
    /// Class 08, the connection could not be made or kept.
    public static let connection = Self(rawValue: "08")
    /// Class 22, a value does not fit its type.
    public static let dataException = Self(rawValue: "22")
    /// Class 23, a constraint was violated.
    public static let integrityConstraint = Self(rawValue: "23")
    /// Class 25, the statement does not fit the state of the transaction.
    public static let invalidTransactionState = Self(rawValue: "25")
    /// Class 28, the server refused the user.
    public static let invalidAuthorization = Self(rawValue: "28")
    /// Class 40, the transaction was rolled back; it may succeed if tried again.
    public static let transactionRollback = Self(rawValue: "40")
    /// Class 42, the statement is wrong or not permitted.
    public static let syntaxOrAccess = Self(rawValue: "42")
    /// Class 53, the server lacks memory, disk or connections.
    public static let insufficientResources = Self(rawValue: "53")
    /// Class 55, an object is not in the state the statement needs.
    public static let objectState = Self(rawValue: "55")
    /// Class 57, an operator intervened.
    public static let operatorIntervention = Self(rawValue: "57")
}

extension SQLState {
    /// 22003, a number is out of range.
    public static let numericValueOutOfRange: SQLState = "22003"
    /// 22021, text is not valid in its encoding.
    public static let characterNotInRepertoire: SQLState = "22021"
    /// 22023, a parameter has an invalid value.
    public static let invalidParameterValue: SQLState = "22023"
    /// 23502, a NULL where none may be.
    public static let notNullViolation: SQLState = "23502"
    /// 23503, a foreign key points nowhere.
    public static let foreignKeyViolation: SQLState = "23503"
    /// 23505, a key exists already.
    public static let uniqueViolation: SQLState = "23505"
    /// 23514, a CHECK constraint is violated.
    public static let checkViolation: SQLState = "23514"
    /// 25006, a write in a read-only transaction.
    public static let readOnlyTransaction: SQLState = "25006"
    /// 25P02, the transaction has failed already.
    public static let inFailedTransaction: SQLState = "25P02"
    /// 28P01, the password is wrong.
    public static let invalidPassword: SQLState = "28P01"
    /// 3D000, the database does not exist.
    public static let invalidCatalogName: SQLState = "3D000"
    /// 40001, a concurrent transaction got in between.
    public static let serializationFailure: SQLState = "40001"
    /// 40P01, two transactions waited for each other.
    public static let deadlockDetected: SQLState = "40P01"
    /// 42501, permission denied.
    public static let insufficientPrivilege: SQLState = "42501"
    /// 42601, a syntax error.
    public static let syntaxError: SQLState = "42601"
    /// 42703, a column does not exist.
    public static let undefinedColumn: SQLState = "42703"
    /// 42P01, a table does not exist.
    public static let undefinedTable: SQLState = "42P01"
    /// The schema does not exist.
    public static let invalidSchemaName: SQLState = "3F000"
    /// 53300, the server has no connection to spare.
    public static let tooManyConnections: SQLState = "53300"
    /// 55P03, a lock could not be had in time.
    public static let lockNotAvailable: SQLState = "55P03"
    /// 57014, the statement was cancelled or took longer than `statement_timeout`.
    public static let queryCanceled: SQLState = "57014"
    /// 57P01, an administrator ended the session.
    public static let adminShutdown: SQLState = "57P01"
    /// 57P03, the server is starting up or shutting down.
    public static let cannotConnectNow: SQLState = "57P03"
    /// P0001, `RAISE EXCEPTION` in a function or script.
    public static let raiseException: SQLState = "P0001"
}
