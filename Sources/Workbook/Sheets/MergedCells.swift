/// The merged ranges of a sheet, which stand behind its rows in the file.
final class MergedCells: XMLHandler {
    /// The ranges, in the order of their first cells.
    private(set) var ranges: [MergedRange] = []
    let isDone = false
    private let limit: Int

    /// Prepares to gather ranges.
    init(limit: Int) {
        self.limit = limit
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        guard name == "mergeCell", let range = attributes["ref"].flatMap({ MergedRange($0) })
        else { return }
        guard ranges.count < limit else { throw WorkbookError(.tooLarge, detail: "mergeCells") }
        ranges.append(range)
    }

    func end(_ name: XMLName) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Gives every cell of a merged range the value of its first, as rows come.
struct MergeFilling {
    private var waiting: [MergedRange]
    private var open: [(range: MergedRange, text: [UInt8], isNumber: Bool)] = []

    init(_ ranges: [MergedRange]) {
        // Taken from the end.
        waiting = ranges.sorted {
            ($0.first.row, $0.first.column) > ($1.first.row, $1.first.column)
        }
    }

    /// The last row that a range which has begun reaches; 0 for none.
    var reach: Int { open.map(\.range.last.row).max() ?? 0 }

    /// Fills a row.
    mutating func fill(_ row: inout SheetRow) {
        while let next = waiting.last, next.first.row <= row.number {
            waiting.removeLast()
            guard next.first.row == row.number,
                let cell = row.cells.first(where: { $0.column == next.first.column })
            else { continue }
            open.append((next, cell.text, cell.isNumber))
        }
        open.removeAll { $0.range.last.row < row.number }
        guard !open.isEmpty else { return }
        var taken = Set(row.cells.map(\.column))
        for merge in open {
            for column in merge.range.first.column...merge.range.last.column
            where taken.insert(column).inserted {
                row.cells.append(
                    SheetCell(column: column, text: merge.text, isNumber: merge.isNumber))
            }
        }
        row.cells.sort { $0.column < $1.column }
    }
}
