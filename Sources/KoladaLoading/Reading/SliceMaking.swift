internal import Indicators
internal import Kolada
internal import Pipeline

/// Makes the loader's slices from those that Kolada's texts are read into.
struct SliceMaking {
    /// The units that are wanted, by the number of their code; nil for all.
    private let wanted: Set<UInt16>?
    /// The years that are wanted; nil for all.
    private let years: ClosedRange<Int>?

    init(units: [MunicipalityCode]?, years: ClosedRange<Int>?) {
        wanted = units.map { Set($0.compactMap { UInt16($0.description) }) }
        self.years = years
    }

    /// The slice, or nil for one that nobody asked for.
    func slice(_ batch: SliceBatch, from files: BatchFiles) -> Slice? {
        guard years?.contains(batch.year) ?? true, let code = batch.indicator.code else {
            return nil
        }
        guard let wanted else {
            return slice(batch, batch.rows, batch.digest, code, from: files)
        }
        // The digest is that of what is loaded, not of what the text has besides.
        let rows = batch.rows.filter { wanted.contains($0.municipality) }
        var digest = SliceDigest(indicator: batch.indicator, year: batch.year)
        for row in rows {
            digest.add(row, wordHash: batch.word(of: row).map(SliceDigest.hash(ofWord:)) ?? 0)
        }
        return slice(batch, rows, digest, code, from: files)
    }

    private func slice(
        _ batch: SliceBatch, _ rows: [KoladaRow], _ digest: SliceDigest, _ code: IndicatorCode,
        from files: BatchFiles
    ) -> Slice? {
        guard !rows.isEmpty || batch.rejectedRows > 0 else { return nil }
        var numbers = FileNumbers(files)
        let made = rows.map { row in
            SliceRow(
                municipality: row.municipality, gender: row.gender, status: row.status.outcome,
                units: row.units, scale: row.scale, note: Int16(row.word) - 1,
                file: numbers.number(of: row.page))
        }
        return Slice(
            indicator: code, year: batch.year, rows: made, notes: batch.words,
            digest: digest.bytes, rejectedRows: batch.rejectedRows,
            files: numbers.used.isEmpty ? [files.whole] : numbers.used)
    }
}

/// Numbers those of a batch's pages that a slice stands on: mostly one or two of a hundred.
private struct FileNumbers {
    private let files: BatchFiles
    private(set) var used: [SliceFile] = []
    private var last: (page: UInt8, number: UInt16)?
    private var numbers: [UInt8: UInt16] = [:]

    init(_ files: BatchFiles) {
        self.files = files
    }

    mutating func number(of page: UInt8) -> UInt16 {
        if let last, last.page == page { return last.number }
        let number = numbers[page] ?? UInt16(used.count)
        if numbers[page] == nil {
            numbers[page] = number
            let index = Int(page) - 1
            used.append(files.pages.indices.contains(index) ? files.pages[index] : files.whole)
        }
        last = (page, number)
        return number
    }
}
