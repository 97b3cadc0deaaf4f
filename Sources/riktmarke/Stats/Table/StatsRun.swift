internal import CommandSupport
internal import Diagnostics
internal import Glibc
internal import Reporting

/// Runs a method over a table: what each row needs for itself is streamed, the rest is gathered.
struct StatsRun {
    let options: StatsOptions
    let context: CommandContext

    /// A method that judges each row by itself.
    struct RowMethod {
        /// The columns it reads, as numbers.
        let inputs: [String]
        /// The columns it adds.
        let added: [String]
        /// What it adds to a row, from the numbers of its inputs; `nil` is a missing value.
        let values: ([Double?]) throws(StatsProblem) -> [StatsValue]
    }

    /// A method that must have seen all rows.
    struct TableMethod {
        /// The columns it reads, as numbers.
        let inputs: [String]
        /// The columns it adds.
        let added: [String]
        /// Refuses the numbers of a row.
        let check: ([Double?]) throws(StatsProblem) -> Void
        /// What it adds to each row.
        let values: ([[Double?]]) -> [[StatsValue]]
    }

    /// A table in memory.
    struct Sheet {
        var header: [String]
        var rows: [StatsRow] = []
        let decimalComma: Bool
        let name: String
    }

    /// Adds to each row as it comes; nothing more is written after the first bad row.
    func stream(_ method: RowMethod) throws -> ExitStatus {
        var input = try open()
        let places = try StatsColumns.places(of: method.inputs, in: input.header, input.name)
        try StatsColumns.checkFree(method.added, in: input.header, input.name)
        var output = try StatsOutput(
            input.header + method.added,
            dialect: context.csvDialect(options.destination.csvDialect),
            path: options.destination.file)
        var problems = StatsProblems()
        var count = 0
        while let row = try input.next(&problems) {
            count += 1
            if count.isMultiple(of: 1024) { try Task.checkCancellation() }
            let values: [StatsValue]
            do throws(StatsProblem) {
                values = try method.values(
                    Self.numbers(row, places, input.header, input.decimalComma))
            } catch {
                problems.add(error, input.name, line: row.line)
                continue
            }
            if problems.isEmpty { try output.write(row.cells, values) }
        }
        guard problems.isEmpty else { throw problems.failure }
        try output.finish()
        return .ok
    }

    /// Adds to each row when all have been read.
    func gather(_ method: TableMethod) throws -> ExitStatus {
        var problems = StatsProblems()
        let sheet = try read(&problems)
        let places = try StatsColumns.places(of: method.inputs, in: sheet.header, sheet.name)
        try StatsColumns.checkFree(method.added, in: sheet.header, sheet.name)
        var numbers: [[Double?]] = []
        for row in sheet.rows {
            do throws(StatsProblem) {
                let found = try Self.numbers(row, places, sheet.header, sheet.decimalComma)
                try method.check(found)
                numbers.append(found)
            } catch {
                problems.add(error, sheet.name, line: row.line)
            }
        }
        guard problems.isEmpty else { throw problems.failure }
        let values = method.values(numbers)
        try write(
            sheet.header + method.added, zip(sheet.rows, values).map { ($0.cells, $1) })
        return .ok
    }

    /// Reads the whole table.
    func read(_ problems: inout StatsProblems) throws -> Sheet {
        var input = try open()
        var sheet = Sheet(
            header: input.header, decimalComma: input.decimalComma, name: input.name)
        while let row = try input.next(&problems) {
            sheet.rows.append(row)
            if sheet.rows.count.isMultiple(of: 1024) { try Task.checkCancellation() }
        }
        return sheet
    }

    /// Writes a whole table.
    func write(_ header: [String], _ rows: [([String], [StatsValue])]) throws {
        var output = try StatsOutput(
            header, dialect: context.csvDialect(options.destination.csvDialect),
            path: options.destination.file)
        for (cells, values) in rows { try output.write(cells, values) }
        try output.finish()
    }

    /// The numbers of some cells of a row.
    static func numbers(
        _ row: StatsRow, _ places: [Int], _ header: [String], _ decimalComma: Bool
    ) throws(StatsProblem) -> [Double?] {
        var numbers: [Double?] = []
        numbers.reserveCapacity(places.count)
        for place in places {
            switch ShortestNumber.read(row.cells[place], decimalComma: decimalComma) {
            case .number(let value): numbers.append(value)
            case .missing: numbers.append(nil)
            case .unreadable:
                let shown = String(row.cells[place].prefix(40))
                throw StatsProblem(
                    "stats.not-a-number",
                    Text(
                        sv: "kolumnen \(header[place]): \"\(shown)\" är inget tal",
                        en: "column \(header[place]): \"\(shown)\" is no number"),
                    hint: Text(
                        sv: "skriv tal som 1234.5, och en tom cell där värdet saknas",
                        en: "write numbers like 1234.5, and an empty cell where there is none"))
            }
        }
        return numbers
    }

    private func open() throws(Failure) -> StatsInput {
        if options.input ?? "-" == "-", isatty(STDIN_FILENO) == 1 {
            context.remark(
                Text(
                    sv: "läser en tabell från tangentbordet; sluta med Ctrl-D",
                    en: "reading a table from the keyboard; end it with Ctrl-D"))
        }
        return try StatsInput(path: options.input)
    }
}
