internal import Diagnostics
internal import Glibc
internal import Tabular

/// A table of somebody's own, read row by row from a file or from standard input.
struct StatsInput: ~Copyable {
    /// The path, or what standard input is called.
    let name: String
    /// The names of the columns.
    let header: [String]
    /// Whether a comma may be a decimal mark.
    let decimalComma: Bool
    private var reader: CSVReader
    /// Blank lines not yet given: missing values where the table has one column.
    private var blanks = 0
    private var waiting: StatsRow?

    /// Opens a table and reads its header.
    /// - Throws: `Failure` with status 65, 66, 74 or 77.
    init(path: String?) throws(Failure) {
        let opened = try Self.open(path)
        let name = opened.name
        var reader = opened.reader
        let header = try Self.header(&reader, name)
        self.name = name
        self.header = header
        decimalComma = reader.dialect.delimiter != UInt8(ascii: ",")
        self.reader = reader
    }

    /// The first row that holds anything.
    private static func header(
        _ reader: inout CSVReader, _ name: String
    ) throws(Failure) -> [String] {
        do throws(TabularError) {
            while try reader.next(), reader.isBlankLine {}
        } catch {
            throw StatsFailure.reading(error, name)
        }
        if let problem = reader.problem {
            throw StatsFailure.broken(problem, name, line: reader.line)
        }
        guard !reader.isBlankLine else { throw StatsFailure.empty(name) }
        let header = (0..<reader.fieldCount).map { index in
            StatsColumns.trimmed(reader.string(at: index) ?? "")
        }
        try StatsColumns.checkUnique(header, name)
        return header
    }

    /// Reads the next row.
    ///
    /// - Parameter problems: gets what is wrong with rows as CSV; these are passed over.
    /// - Throws: `Failure` when the file cannot be read any further.
    /// - Returns: the row; `nil` at the end.
    mutating func next(_ problems: inout StatsProblems) throws(Failure) -> StatsRow? {
        while true {
            if let row = waiting {
                guard blanks > 0 else {
                    waiting = nil
                    return row
                }
                blanks -= 1
                return StatsRow(line: row.line - blanks - 1, cells: [""])
            }
            guard try advance() else { return nil }
            if reader.isBlankLine {
                if header.count == 1 { blanks += 1 }
            } else {
                waiting = row(&problems)
            }
        }
    }

    private mutating func advance() throws(Failure) -> Bool {
        do {
            return try reader.next()
        } catch {
            throw StatsFailure.reading(error, name)
        }
    }

    /// The record as a row, unless something is wrong with it.
    private func row(_ problems: inout StatsProblems) -> StatsRow? {
        if let problem = reader.problem {
            problems.add(StatsFailure.problem(problem), name, line: reader.line)
            return nil
        }
        let count = reader.fieldCount
        guard count == header.count else {
            problems.add(
                StatsProblem(
                    "stats.row-length",
                    Text(
                        sv: "raden har \(count) celler, rubriken \(header.count)",
                        en: "the row has \(count) cells, the header \(header.count)"),
                    hint: Text(
                        sv: "sätt celler som innehåller avskiljaren inom citattecken",
                        en: "put cells that hold the delimiter in quotes")), name,
                line: reader.line)
            return nil
        }
        return StatsRow(
            line: reader.line, cells: (0..<count).map { reader.string(at: $0) ?? "" })
    }

    private static func open(_ path: String?) throws(Failure) -> Opened {
        guard let path, path != "-" else {
            return try stream(InputStream(standardInputNamed: "stdin"))
        }
        do throws(TabularError) {
            var file = try InputFile(path: path)
            let inspection = try file.inspect()
            let encoding = try EncodingDetection.resolve(inspection).encoding
            let dialect = StatsColumns.dialect(of: inspection.sample)
            return Opened(
                name: path, reader: CSVReader(file: file, encoding: encoding, dialect: dialect))
        } catch {
            guard error.code == .notARegularFile else { throw StatsFailure.reading(error, path) }
        }
        let pipe: InputStream
        do {
            pipe = try InputStream(path: path)
        } catch {
            throw StatsFailure.reading(error, path)
        }
        return try stream(pipe)
    }

    private static func stream(_ stream: consuming InputStream) throws(Failure) -> Opened {
        let name = stream.path
        do {
            let dialect = StatsColumns.dialect(of: try stream.peekLine())
            return Opened(name: name, reader: CSVReader(stream: stream, dialect: dialect))
        } catch {
            throw StatsFailure.reading(error, name)
        }
    }

    private struct Opened: ~Copyable {
        let name: String
        var reader: CSVReader
    }
}

/// A row of a table.
struct StatsRow {
    /// The line it begins on.
    let line: Int
    /// Its cells, as many as the header has.
    let cells: [String]
}
