/// Finds personal numbers that are divided between two neighbouring columns: a date of birth, and the
/// four digits that follow it.
///
/// A single pair proves nothing, since one in ten fits the check digit by chance. Columns in which four of
/// five pairs fit, and enough of them, are such columns.
public struct SplitNumberWatch {
    private struct Pair {
        var firstLine = 0
        var fitting = 0
        var others = 0
    }

    /// How many pairs must fit before two columns are called a number: by chance one in 20,000.
    public static let fewest = 5

    /// Whether so many of all that look like numbers are numbers, and not there by chance.
    static func areNumbers(fitting: Int, of all: Int) -> Bool {
        fitting >= fewest && 5 * fitting >= 4 * all
    }

    private var pairs: [Int: Pair] = [:]

    /// Begins.
    public init() {}

    /// Looks at the cells of a row.
    public mutating func look(at cells: [String], line: Int) {
        for column in cells.indices.dropLast() {
            guard let date = Self.digits(cells[column], counts: [6, 8]),
                let rest = Self.digits(cells[column + 1], counts: [4])
            else { continue }
            var pair = pairs[column] ?? Pair()
            if PersonalNumber.isValid(date + rest) {
                if pair.fitting == 0 { pair.firstLine = line }
                pair.fitting += 1
            } else {
                pair.others += 1
            }
            pairs[column] = pair
        }
    }

    /// Where the first such number stands: its line, and its first column from 1; `nil` for none.
    public var found: (line: Int, column: Int)? {
        pairs.filter { _, pair in
            Self.areNumbers(fitting: pair.fitting, of: pair.fitting + pair.others)
        }.min { $0.key < $1.key }.map { ($0.value.firstLine, $0.key + 1) }
    }

    /// The digits of a cell that holds nothing else but the marks of a date or a dash.
    private static func digits(_ cell: String, counts: [Int]) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in cell.utf8 {
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x20, 0x2B, 0x2D, 0x2E, 0x2F: continue
            default: return nil
            }
            guard digits.count <= 8 else { return nil }
        }
        return counts.contains(digits.count) ? digits : nil
    }
}
