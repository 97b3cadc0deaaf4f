public import Diagnostics
internal import Indicators

/// Every number of a document, and what became of it.
public struct NumberInventory: Sendable {
    /// What a number is.
    public enum Use: Sendable, Hashable {
        /// It stands in a cell of figures.
        case table(String)
        /// A manifest's entry for running text reads it.
        case told
        /// It is no figure, for this reason.
        case notFigure(String)
        /// Nobody has said what it is.
        case open
    }

    /// A number of the document.
    public struct Entry: Sendable, Hashable {
        /// The line on which it stands.
        public let line: Int
        /// What is printed.
        public let printed: String
        /// The words around it.
        public let context: String
        /// What became of it.
        public let use: Use
    }

    /// The numbers in the order of the document, ``maximum`` at most.
    public private(set) var entries: [Entry] = []
    /// Where the list ended before the document did; empty for every real report.
    public private(set) var diagnostics: [Diagnostic] = []

    /// No more numbers are listed; a report of 100 pages has some 5 000.
    public static let maximum = 50_000

    /// Lists the numbers of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - tables: The tables that were read.
    ///   - reading: What a manifest reads in running text; `nil` without one.
    public init(_ document: ReportDocument, tables: [ReadTable], reading: ReportReading? = nil) {
        let flow = reading?.flow ?? FlowText(document)
        var ofLine: [Int: (table: String, cells: [String])] = [:]
        for table in tables {
            for line in table.lines {
                ofLine[line, default: (table.rule.id, [])].table = table.rule.id
            }
            for cell in table.rows.flatMap(\.cells) {
                ofLine[cell.line, default: (table.rule.id, [])].cells.append(cell.printed)
            }
        }
        var place = 0
        while place < flow.folded.count {
            guard Self.begins(flow, place), let numeral = FlowNumeral(flow, at: place) else {
                place += 1
                continue
            }
            let line = flow.line[place]
            let range = numeral.range
            guard entries.count < Self.maximum else {
                diagnostics = [Self.bounded(document.path, line)]
                break
            }
            if var inTable = ofLine[line] {
                // Cells are read by the table; what else is printed on its lines is name or heading.
                let digits = Self.digits(flow.text(range))
                let cell =
                    inTable.cells.firstIndex { Self.digits($0) == digits }
                    ?? inTable.cells.firstIndex { Self.digits($0).contains(digits) }
                if let cell { inTable.cells[cell] = Self.without(digits, inTable.cells[cell]) }
                ofLine[line] = inTable
                add(
                    flow, range, cell == nil ? .notFigure("heading or name") : .table(inTable.table)
                )
            } else if let start = reading?.firstLine, line < start {
                add(flow, range, .notFigure("before the document's own text"))
            } else if reading?.told.contains(where: { $0.overlaps(range) }) == true {
                add(flow, range, .told)
            } else if let ignored = reading?.ignored.first(where: { $0.range.overlaps(range) }) {
                add(flow, range, .notFigure(ignored.reason))
            } else {
                add(
                    flow, range,
                    NumberContext(flow, range, document).reason.map(Use.notFigure) ?? .open)
            }
            place = range.upperBound
        }
    }

    /// The numbers that nobody has spoken for.
    public var open: [Entry] { entries.filter { $0.use == .open } }

    private mutating func add(_ flow: FlowText, _ range: Range<Int>, _ use: Use) {
        let around = max(range.lowerBound - 40, 0)..<min(range.upperBound + 30, flow.folded.count)
        entries.append(
            Entry(
                line: flow.line[range.lowerBound], printed: flow.text(range),
                context: flow.text(around), use: use))
    }

    private static func bounded(_ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.numbers-bounded",
            Text(
                sv: "tal efter de första \(maximum) visas inte",
                en: "numbers after the first \(maximum) are not shown"),
            at: .file(path: path, line: line))
    }

    /// Whether a number in digits begins at a place.
    private static func begins(_ flow: FlowText, _ place: Int) -> Bool {
        let scalar = flow.folded[place]
        guard ("0"..."9").contains(scalar) else { return false }
        guard place > 0 else { return true }
        let before = flow.folded[place - 1]
        return !("0"..."9").contains(before) && before != ","
    }

    private static func digits(_ text: String) -> String { text.filter(\.isNumber) }

    private static func without(_ digits: String, _ cell: String) -> String {
        let all = Self.digits(cell)
        guard let range = all.firstRange(of: digits) else { return cell }
        return String(all[..<range.lowerBound]) + " " + String(all[range.upperBound...])
    }
}
