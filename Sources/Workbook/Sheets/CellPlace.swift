/// A place in a sheet, such as `C7`.
public struct CellPlace: Sendable, Hashable, CustomStringConvertible {
    /// The row, counted from 1.
    public var row: Int
    /// The column, counted from 0: A is 0.
    public var column: Int

    /// The largest sheet: XFD1048576.
    static let lastRow = 1_048_576
    static let lastColumn = 16_383

    /// A place by its numbers.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads a reference such as `C7` or `$C$7`; nil where it is none or lies outside every sheet.
    public init?(_ reference: some StringProtocol) {
        var column = 0
        var row = 0
        var hasDigits = false
        for byte in reference.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                hasDigits = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= Self.lastColumn + 1, row <= Self.lastRow else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// The letters of the column.
    public var letters: String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    /// The place as spreadsheets write it.
    public var description: String { "\(letters)\(row)" }
}

/// A rectangle of cells that shows one value, that of its first cell.
struct MergedRange: Sendable, Hashable {
    var first: CellPlace
    var last: CellPlace

    /// Reads a reference such as `A1:C1`; nil where it is none.
    init?(_ reference: String) {
        let ends = reference.split(separator: ":", omittingEmptySubsequences: false)
        guard let start = ends.first.flatMap({ CellPlace($0) }),
            let end = ends.last.flatMap({ CellPlace($0) }), ends.count <= 2,
            start.row <= end.row, start.column <= end.column
        else { return nil }
        first = start
        last = end
    }
}
