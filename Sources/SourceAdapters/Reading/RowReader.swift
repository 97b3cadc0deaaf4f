import Diagnostics
import Indicators
import Tabular

/// Turns the rows of one file into observations and rejects.
struct RowReader: ~Copyable {
    var plan: ReadingPlan
    let dimensions: DimensionIndex
    let columns: [SourceInspection.Column]
    let path: String
    let numbers: NumberFormat
    let missing: MissingCodes
    let words: [String: ScaledDecimal]
    /// The keys of the indicators that are shares.
    let shares: Set<Int32>

    /// What a row gives to all of its figures.
    struct RowKeys {
        var indicator: Int32 = 0
        var municipality: Int32 = 0
        var period: Int32 = 0
        var gender: Int32 = 0
        var document: Int32 = 0
        var status: Int32 = 0
        var documentLine: Int32 = -1
        var note: Int32 = -1
    }

    /// Reads the row that a reader stands on.
    mutating func read(_ row: borrowing CSVReader, into batch: inout ObservationBatch) {
        if row.problem == nil, row.isEmpty {
            batch.counts.blankRows += 1
            return
        }
        batch.counts.rows += 1
        batch.counts.figures += plan.figures.count
        guard hasShape(row, &batch), let keys = keys(of: row, &batch) else { return }
        for figure in plan.figures { read(figure, keys, row, &batch) }
    }

    /// Whether the row is sound and has the cells of the header; rejects it otherwise.
    private func hasShape(
        _ row: borrowing CSVReader, _ batch: inout ObservationBatch
    ) -> Bool {
        if let problem = row.problem {
            reject(row, column: problem.field ?? -1, RowFault.of(problem), &batch)
            return false
        }
        let count = row.fieldCount
        if count == columns.count { return true }
        if count < columns.count {
            reject(row, column: -1, RowFault.tooFewCells(count, of: columns.count), &batch)
            return false
        }
        // Delimiters at the end of a row are no cells.
        for index in columns.count..<count
        where row.withField(index, { CellText.isBlank($0) }) == false {
            reject(row, column: index, RowFault.tooManyCells(count, of: columns.count), &batch)
            return false
        }
        return true
    }

    /// Reads what the row gives to all of its figures; rejects the row where it cannot be read.
    private mutating func keys(
        of row: borrowing CSVReader, _ batch: inout ObservationBatch
    ) -> RowKeys? {
        var keys = RowKeys()
        keys.indicator = plan.indicator.read(row, dimensions)
        keys.municipality = plan.municipality.read(row, dimensions)
        keys.period = plan.period.read(row, dimensions)
        keys.gender = plan.gender.read(row, dimensions)
        keys.document = plan.document.read(row, dimensions)
        keys.status = plan.status.read(row, dimensions)
        // A field without a column is given by the columns of figures, where it is below 0.
        let lowest = min(
            min(keys.indicator, keys.municipality, keys.period),
            min(keys.gender, keys.document, keys.status))
        if lowest < 0, let (index, fault) = fault(keys) {
            let isHeader = repeatsHeader(row)
            reject(row, column: index, isHeader ? RowFault.repeatedHeader : fault, &batch)
            return nil
        }
        if plan.documentLine >= 0 {
            switch wholeNumber(row, plan.documentLine) {
            case .success(let line): keys.documentLine = line
            case .failure(let fault):
                reject(row, column: plan.documentLine, fault, &batch)
                return nil
            }
        }
        if plan.note >= 0 { keys.note = note(row, &batch) }
        return keys
    }

    /// The first field that could not be read.
    private func fault(_ keys: RowKeys) -> (index: Int, fault: CellFault)? {
        if plan.indicator.index >= 0, keys.indicator < 0 {
            return (plan.indicator.index, plan.indicator.fault(keys.indicator))
        }
        if plan.municipality.index >= 0, keys.municipality < 0 {
            return (plan.municipality.index, plan.municipality.fault(keys.municipality))
        }
        if plan.period.index >= 0, keys.period < 0 {
            return (plan.period.index, plan.period.fault(keys.period))
        }
        if plan.gender.index >= 0, keys.gender < 0 {
            return (plan.gender.index, plan.gender.fault(keys.gender))
        }
        if plan.document.index >= 0, keys.document < 0 {
            return (plan.document.index, plan.document.fault(keys.document))
        }
        if plan.status.index >= 0, keys.status < 0 {
            return (plan.status.index, plan.status.fault(keys.status))
        }
        return nil
    }

    /// Whether the row is the header once more, as files that were put together have it.
    private func repeatsHeader(_ row: borrowing CSVReader) -> Bool {
        for (index, column) in columns.enumerated() where column.role != .ignored {
            let cell = row.withField(index) { CellText.trimmed($0) } ?? ""
            guard HeaderName.key(cell) == HeaderName.key(column.header) else { return false }
        }
        return true
    }

    private func note(_ row: borrowing CSVReader, _ batch: inout ObservationBatch) -> Int32 {
        let text = row.withField(plan.note) { cell in
            cell.isEmpty || CellText.isBlank(cell) ? nil : CellText.trimmed(cell)
        }
        guard case .some(.some(let note)) = text else { return -1 }
        batch.notes.append(note)
        return Int32(batch.notes.count - 1)
    }

    /// Reads a whole number that is not below 0; −1 for a blank cell or a missing code.
    func wholeNumber(_ row: borrowing CSVReader, _ index: Int) -> Result<Int32, CellFault> {
        switch quantity(row, index) {
        case .failure(let fault): return .failure(fault)
        case .success(let quantity):
            guard quantity.isPresent else { return .success(-1) }
            let number = DecimalNumber(units: quantity.units, scale: quantity.scale)?.canonical()
            if let number, number.scale == 0, let whole = Int32(exactly: number.units), whole >= 0 {
                return .success(whole)
            }
            return .failure(RowFault.notWhole(text(row, index)))
        }
    }

    /// Reads a number that goes with a figure; absent for a blank cell or a missing code.
    func quantity(_ row: borrowing CSVReader, _ index: Int) -> Result<Quantity, CellFault> {
        let result = row.withField(index) { span in
            span.withUnsafeBufferPointer { cell -> Result<Quantity, NumberFailure> in
                let cell = Self.trimmed(cell)
                if missing.meaning(of: cell) != nil { return .success(.none) }
                switch NumberCell.parse(cell, format: numbers) {
                case .number(let number, _):
                    return .success(Quantity(units: number.units, scale: number.scale))
                case .failure(let failure): return .failure(failure)
                }
            }
        }
        switch result {
        case .success(let quantity)?: return .success(quantity)
        case .failure(let failure)?:
            return .failure(CellFault(failure, cell: text(row, index)))
        case nil: return .success(.none)
        }
    }

    /// The bytes of a cell between the blanks at both ends.
    @inline(__always)
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = cell.first, let last = cell.last else { return cell }
        // Nearly all cells begin and end with a visible ASCII character.
        if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return cell }
        return UnsafeBufferPointer(rebasing: cell[CellText.trimmedRange(cell.span)])
    }
}
