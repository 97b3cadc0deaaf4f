internal import Diagnostics
internal import Glibc
public import Postgres

/// The ledger of runs: who ran what, when, and how it ended.
public enum RunLedger {
    /// The advisory lock that one run at a time holds: the letters RIKTLOAD.
    static let lock: Int64 = 0x5249_4B54_4C4F_4144

    /// Takes the lock for this session, or says at once that another run holds it.
    /// - Throws: `Failure` with status 75 when another run is under way.
    public static func takeLock(_ connection: inout Connection) throws {
        guard try connection.onlyRow(LoadStatement.tryRunLock, lock) else {
            throw Failure(
                .tryAgain, code: "run.locked",
                Text(
                    sv: "en annan körning läser in i samma databas",
                    en: "another run is loading into the same database"),
                hint: Text(
                    sv: "vänta tills den är klar; \"riktmarke-etl status\" visar den",
                    en: "wait until it has finished; \"riktmarke-etl status\" shows it"))
        }
    }

    /// Opens a run and returns its number.
    public static func begin(
        _ connection: inout Connection, command: String, programVersion: String
    ) throws -> Int32 {
        try connection.onlyRow(
            LoadStatement.beginRun, command, programVersion, operatorName, hostName, getpid())
    }

    /// Closes a run with the status that the program exits with.
    public static func finish(
        _ connection: inout Connection, run: Int32, exitStatus: Int32
    ) throws {
        try connection.perform(LoadStatement.finishRun, run, Int16(truncatingIfNeeded: exitStatus))
    }

    /// Records what became of a source; each source of a run once.
    ///
    /// - Parameters:
    ///   - connection: where to record it.
    ///   - run: the run.
    ///   - source: the name of the source.
    ///   - state: `loaded`, `unchanged`, `refused` or `failed`.
    ///   - exitStatus: the status that the source asks the program to exit with.
    ///   - code: code of the first error or held-back slice.
    ///   - seconds: seconds it took.
    /// - Throws: what the server reports.
    public static func record(
        _ connection: inout Connection, run: Int32, source: String, state: String,
        exitStatus: Int32, code: String?, seconds: Double
    ) throws(PostgresError) {
        try connection.perform(
            LoadStatement.insertRunSource, run, source, state,
            Int16(truncatingIfNeeded: exitStatus),
            code, seconds)
    }

    /// The time now, by the clock from which recorded time is taken.
    public static func now(
        _ connection: inout Connection
    ) throws(PostgresError) -> PostgresTimestamp {
        try connection.onlyRow(LoadStatement.readClock)
    }

    /// Records what a stage of a run took; each stage of a source once.
    ///
    /// - Parameters:
    ///   - connection: where to record it.
    ///   - run: the run.
    ///   - source: the name of the source; empty for the run as a whole.
    ///   - stage: a word such as `fetch`, `read`, `write`, `check`.
    ///   - seconds: seconds it took.
    ///   - bytes: bytes it handled; 0 where they were not counted.
    ///   - items: answers, rows or checks it handled.
    /// - Throws: what the server reports.
    public static func record(
        _ connection: inout Connection, run: Int32, source: String, stage: String,
        seconds: Double, bytes: Int64, items: Int64
    ) throws(PostgresError) {
        try connection.perform(
            LoadStatement.insertRunStage, run, source, stage, seconds, bytes, items)
    }

    private static var operatorName: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            return String(getuid())
        }
        return String(cString: name)
    }

    private static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
        let end = buffer.firstIndex(of: 0) ?? buffer.endIndex
        return String(decoding: buffer[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
