public import Cases
internal import Diagnostics
public import Indicators
public import Postgres

/// Case data in the database: personal data, in a schema and under roles of their own.
public enum CaseStore {
    /// The role that delivers, computes from and purges case data.
    public static let role = "riktmarke_case_load"

    /// What is known of a source before its cases are read; nothing about any of them.
    public struct State: Sendable, Hashable {
        /// Tells by which key the pseudonyms are made; `nil` before the first delivery.
        public var fingerprint: [UInt8]?
        /// Number of the access by which something was last purged; 0 for never.
        public var lastPurge: Int64
        /// How many cases there are.
        public var cases: Int64
    }

    /// What is delivered, and what it tells of.
    public struct Delivery: Sendable {
        /// The source.
        public var source: String
        /// The municipality whose cases they are.
        public var municipality: MunicipalityCode
        /// The load in the ledger.
        public var load: Int32
        /// Of the key by which the pseudonyms are made.
        public var fingerprint: [UInt8]
        /// The days that the delivery tells of.
        public var observation: CaseObservation
        /// Rows read, rejected ones included.
        public var readRows: Int64
        /// Rows that could not be read.
        public var rejectedRows: Int64

        /// Describes a delivery.
        public init(
            source: String, municipality: MunicipalityCode, load: Int32, fingerprint: [UInt8],
            observation: CaseObservation, readRows: Int64, rejectedRows: Int64
        ) {
            self.source = source
            self.municipality = municipality
            self.load = load
            self.fingerprint = fingerprint
            self.observation = observation
            self.readRows = readRows
            self.rejectedRows = rejectedRows
        }
    }

    /// What a delivery changed.
    public struct Merged: Sendable, Hashable {
        /// Cases that were new.
        public var new: Int64
        /// Cases that were stated otherwise before.
        public var revised: Int64
        /// Cases that were there already.
        public var unchanged: Int64
        /// Cases that the delivery no longer states.
        public var withdrawn: Int64

        /// The share of the cases known before that the delivery no longer states, 0 to 1.
        public var withdrawnShare: Double {
            let before = revised + unchanged + withdrawn
            return before == 0 ? 0 : Double(withdrawn) / Double(before)
        }
    }

    /// Which cases to remove.
    public enum Doomed: Sendable, Hashable {
        /// Those closed before a day.
        case closedBefore(CalendarDay)
        /// Those of persons, by their pseudonyms.
        case persons([[UInt8]])
        /// All of them.
        case all
    }

    /// Runs a closure as the role of case data, inside the caller's transaction; what follows is run as
    /// whoever the session was before.
    ///
    /// - Throws: `Failure` with status 77 when the login is no member of the role; what `body` throws, an
    ///   error of the server without the row or the values that it quotes.
    public static func withRole<R>(
        _ connection: inout Connection, _ body: (inout Connection) throws -> R
    ) throws -> R {
        let before = try connection.query("SELECT current_setting('role')", as: String.self)
        do throws(PostgresError) {
            _ = try connection.query("SELECT set_config('role', \(role), true)", as: String.self)
        } catch {
            guard error.sqlState == .insufficientPrivilege else { throw error }
            throw noRole
        }
        let result: R
        do {
            result = try body(&connection)
        } catch let error as PostgresError {
            throw withoutValues(error)
        }
        _ = try connection.query(
            "SELECT set_config('role', \(before.first ?? "none"), true)", as: String.self)
        return result
    }

    /// An error without what the server quotes of the row that it is about: messages end up in logs.
    private static func withoutValues(_ error: PostgresError) -> PostgresError {
        var told = error
        told.detail = nil
        told.where_ = nil
        // "invalid input syntax for type date: ..." holds the value itself.
        if error.sqlState?.stateClass == .dataException {
            told.message = "a value of the case data was not taken"
        }
        if let underlying = error.underlying as? PostgresError {
            told.underlying = withoutValues(underlying)
        }
        return told
    }

    /// Whether the server writes the values of statements that succeed into its log, where the pseudonyms
    /// and days of cases would end up.
    public static func serverLogsValues(
        _ connection: inout Connection
    ) throws(PostgresError) -> Bool {
        try connection.onlyRow(CaseStatement.serverLogsValues)
    }

    /// Whether anything of a source has been delivered, whatever is left of it.
    public static func isKnown(
        _ connection: inout Connection, source: String
    ) throws(PostgresError) -> Bool {
        try connection.onlyRow(CaseStatement.isKnown, source)
    }

    private static var noRole: Failure {
        Failure(
            .permission, code: "cases.no-role",
            Text(
                sv: "inloggningen är inte med i rollen \(role), som ärendedata kräver",
                en: "the login is no member of the role \(role), which case data demand"),
            hint: Text(
                sv: "låt en databasadministratör köra: GRANT \(role) TO <inloggning>",
                en: "have a database administrator run: GRANT \(role) TO <login>"))
    }

    /// What is known of a source.
    public static func state(
        _ connection: inout Connection, source: String
    ) throws(PostgresError) -> State {
        let row = try connection.onlyRow(CaseStatement.sourceState, source)
        return State(fingerprint: row.0, lastPurge: row.1, cases: row.2)
    }

    /// Opens an access to the cases of a source; the transaction must be committed before ``read``.
    /// - Returns: its number in the log.
    public static func openAccess(
        _ connection: inout Connection, source: String, purpose: String
    ) throws(PostgresError) -> Int64 {
        try connection.onlyRow(CaseStatement.openAccess, source, purpose)
    }

    /// Reads the cases of an access one by one, person by person.
    public static func read(
        _ connection: inout Connection, access: Int64, _ body: (CaseRecord) -> Void
    ) throws {
        try connection.stream(CaseStatement.readCases, [access]) { row in
            body(try record(row))
        }
    }

    private static func record(_ row: borrowing Row) throws(PostgresError) -> CaseRecord {
        func day(_ column: Int, _ row: borrowing Row) throws(PostgresError) -> CalendarDay? {
            try row.decode(String?.self, at: column).flatMap { CalendarDay($0) }
        }
        guard let kind = CaseRecord.Kind(rawValue: try row.decode(String.self, at: 2)),
            let opened = try day(3, row)
        else {
            throw PostgresError(.decoding, "case_data.fact_case holds an unknown kind or day")
        }
        var record = CaseRecord(
            person: try row.decode([UInt8].self, at: 0), id: try row.decode([UInt8].self, at: 1),
            kind: kind, openedOn: opened)
        record.closedOn = try day(4, row)
        record.newInvestigationOn = try day(5, row)
        record.ageAtClose = try row.decode(Int32?.self, at: 6).map(Int.init)
        record.gender = try row.decode(String?.self, at: 7).flatMap { Gender(rawValue: $0) }
        record.isAddiction = try row.decode(Bool.self, at: 8)
        record.isEconomicAssistance = try row.decode(Bool.self, at: 9)
        record.isUnaccompaniedMinor = try row.decode(Bool.self, at: 10)
        return record
    }

    /// Bytes as lower-case hexadecimal digits; the query tool, which shares this target, has no libcrypto.
    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.reduce(into: "") { text, byte in
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
    }

    /// Makes a delivery the present state of its source; a case stands in it once.
    public static func merge(
        _ connection: inout Connection, _ delivery: Delivery, _ records: [CaseRecord]
    ) throws(PostgresError) -> Merged {
        let row = try connection.onlyRow(
            CaseStatement.mergeCases, delivery.source, delivery.municipality.description,
            delivery.load, delivery.fingerprint, delivery.observation.from.description,
            delivery.observation.until.description, delivery.readRows, delivery.rejectedRows,
            records.map { hexadecimal($0.person) }, records.map { hexadecimal($0.id) },
            records.map(\.kind.rawValue), records.map(\.openedOn.description),
            records.map { $0.closedOn?.description ?? "" },
            records.map { $0.newInvestigationOn?.description ?? "" },
            records.map { Int32($0.ageAtClose ?? -1) }, records.map { $0.gender?.rawValue ?? "" },
            records.map(\.isAddiction), records.map(\.isEconomicAssistance),
            records.map(\.isUnaccompaniedMinor))
        return Merged(new: row.0, revised: row.1, unchanged: row.2, withdrawn: row.3)
    }

    /// Removes cases with every revision of them, and logs it.
    ///
    /// - Parameters:
    ///   - connection: a session, as the role of case data.
    ///   - doomed: which.
    ///   - source: of which source; `nil` for every one.
    ///   - purpose: what for, for the log.
    /// - Returns: how many cases and how many revisions.
    /// - Throws: what the server reports.
    public static func purge(
        _ connection: inout Connection, _ doomed: Doomed, source: String?, purpose: String
    ) throws(PostgresError) -> (cases: Int64, revisions: Int64) {
        var before: String?
        var persons: [String]?
        switch doomed {
        case .closedBefore(let day): before = day.description
        case .persons(let keys): persons = keys.map { hexadecimal($0) }
        case .all: break
        }
        let row = try connection.onlyRow(
            CaseStatement.purgeCases, source, purpose, before, persons, doomed == .all)
        return (row.0, row.1)
    }
}
