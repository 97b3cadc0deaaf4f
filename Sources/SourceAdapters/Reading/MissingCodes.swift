import Indicators
import Tabular

/// Recognises the cells that stand for no value.
struct MissingCodes: Sendable {
    private let codes: [(bytes: [UInt8], meaning: OutcomesSpec.MissingMeaning)]
    /// A bit for each length, below 64, that a code has.
    private let lengths: UInt64
    /// What a blank cell says: that it is blank, unless the source says otherwise.
    let blank: OutcomesSpec.MissingMeaning

    /// Takes the codes of a source.
    init(_ missing: [String: OutcomesSpec.MissingMeaning]) {
        blank = missing[""] ?? .status(.missingBlank)
        codes = missing.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
            .map { (Array($0.key.utf8), $0.value) }
        lengths = codes.reduce(0) { $0 | 1 << UInt64(min($1.bytes.count, 63)) }
    }

    /// What a cell says that has no blanks around it; `nil` when it is no missing code.
    @inline(__always)
    func meaning(of cell: UnsafeBufferPointer<UInt8>) -> OutcomesSpec.MissingMeaning? {
        guard cell.count > 0 else { return blank }
        guard lengths >> UInt64(min(cell.count, 63)) & 1 == 1 else { return nil }
        return codes.first { $0.bytes.elementsEqual(cell) }?.meaning
    }
}
