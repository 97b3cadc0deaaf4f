import Indicators
import Tabular

/// A field of words, read from its column, or the same on every row.
struct KeyColumn: ~Copyable {
    /// The field that it fills.
    let field: OutcomeField
    /// The column in the file, from 0; −1 where the field has none.
    let index: Int
    /// What every row gets where the field has no column.
    let constant: Int32

    private let defaultText: String?
    private let words: [String: String]
    private let preference: OutcomesSpec.MunicipalityPreference
    private var cache = CellCache()
    private var faults: [CellFault] = []
    /// How many misspelt cells are still compared with every known name.
    private var suggestionsLeft = 200

    /// A field that is the same on every row.
    init(_ field: OutcomeField, constant: Int32) {
        self.field = field
        self.constant = constant
        index = -1
        defaultText = nil
        words = [:]
        preference = .municipality
    }

    /// A field with a column of its own.
    init(
        _ field: OutcomeField, index: Int, rule: ColumnRule,
        preference: OutcomesSpec.MunicipalityPreference
    ) {
        self.field = field
        self.index = index
        constant = 0
        defaultText = rule.defaultText
        words = rule.words
        self.preference = preference
    }

    /// Reads the field of a row.
    ///
    /// - Returns: The key, or a number below 0 that ``fault(_:)`` explains.
    @inline(__always)
    mutating func read(_ row: borrowing CSVReader, _ dimensions: DimensionIndex) -> Int32 {
        guard index >= 0 else { return constant }
        let answer = row.withField(index) { span in
            span.withUnsafeBufferPointer { cell in
                if let known = cache.answer(for: cell) { return known }
                return meet(cell, dimensions)
            }
        }
        return answer ?? constant
    }

    /// Why a field could not be read, by what ``read(_:_:)`` returned.
    func fault(_ answer: Int32) -> CellFault {
        let place = Int(-1 - answer)
        return faults.indices.contains(place) ? faults[place] : CellReading.blank(field)
    }

    /// Resolves a cell that has not been seen before, and remembers what came out.
    private mutating func meet(
        _ cell: UnsafeBufferPointer<UInt8>, _ dimensions: DimensionIndex
    ) -> Int32 {
        var answer: Int32
        let suggests = suggestionsLeft > 0
        do {
            answer = try KeyCell.read(
                text(cell), as: field, dimensions: dimensions, preference: preference,
                suggests: suggests)
        } catch {
            suggestionsLeft -= 1
            // The faults live as long as the cells that point to them.
            if faults.count >= CellCache.mostCells {
                faults.removeAll(keepingCapacity: true)
                cache.removeAll()
            }
            faults.append(error)
            answer = -Int32(faults.count)
        }
        cache.remember(answer, for: cell)
        return answer
    }

    private func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        let text = CellText.trimmed(cell.span)
        if text.isEmpty { return defaultText ?? "" }
        if words.isEmpty { return text }
        return words[NameFolding.key(text)] ?? text
    }
}

/// Reads a cell of a field of words.
enum KeyCell {
    /// Finds the key that a text stands for.
    static func read(
        _ text: String, as field: OutcomeField, dimensions: DimensionIndex,
        preference: OutcomesSpec.MunicipalityPreference, suggests: Bool = true
    ) throws(CellFault) -> Int32 {
        if text.isEmpty {
            // A blank status leaves it to the value to say what it is.
            if field == .status { return KeyCell.noStatus }
            throw CellReading.blank(field)
        }
        switch field {
        case .indicator: return try dimensions.indicator(text, suggests: suggests)
        case .municipality:
            return Int32(
                try dimensions.municipality(text, preferring: preference, suggests: suggests))
        case .period: return try CellReading.period(text)
        case .gender: return Int32(try CellReading.gender(text))
        case .document: return try dimensions.document(text, suggests: suggests)
        case .status: return Int32(try CellReading.status(text))
        default: return 0
        }
    }

    /// What stands for no status: the value decides.
    static let noStatus = Int32.max
}
