/// Finds personal numbers that stand within longer runs of digits, as in case ids made of a number and a
/// serial.
///
/// One such run proves nothing: one in ten points of time fits the check digit by chance. A column in
/// which nearly all of them fit at the same place, and not always by the same digits, holds numbers.
public struct EmbeddedNumberWatch {
    /// Where in a run a number may stand.
    private struct Place: Hashable {
        var offset: Int
        var isFromEnd: Bool
        var size: Int
    }

    private struct Tally {
        var firstLine: Int
        var fitting = 0
        var distinct: Set<[UInt8]> = []
    }

    private struct Column {
        var runs = 0
        var tallies: [Place: Tally] = [:]
    }

    /// How many different numbers must stand at a place; how many must fit is ``SplitNumberWatch/fewest``.
    static let fewestDistinct = 3
    /// Longer runs are no ids that anybody has given.
    static let longest = 40

    private var columns: [Int: Column] = [:]

    /// Begins.
    public init() {}

    /// Looks at the cells of a row.
    public mutating func look(at cells: [String], line: Int) {
        for (index, cell) in cells.enumerated() where cell.utf8.count > 10 {
            for run in Self.longRuns(cell) { look(at: run, column: index, line: line) }
        }
    }

    private mutating func look(at run: [UInt8], column: Int, line: Int) {
        columns[column, default: Column()].runs += 1
        for size in [10, 12] where run.count > size {
            for offset in 0...(run.count - size) {
                let number = Array(run[offset..<offset + size])
                guard PersonalNumber.isValid(number) else { continue }
                for isFromEnd in [false, true] {
                    let place = Place(
                        offset: isFromEnd ? run.count - size - offset : offset,
                        isFromEnd: isFromEnd, size: size)
                    var tally = columns[column]?.tallies[place] ?? Tally(firstLine: line)
                    tally.fitting += 1
                    if tally.distinct.count < Self.fewestDistinct { tally.distinct.insert(number) }
                    columns[column]?.tallies[place] = tally
                }
            }
        }
    }

    /// Where the first such number stands: its line, and its column from 1; `nil` for none.
    public var found: (line: Int, column: Int)? {
        for (index, column) in columns.sorted(by: { $0.key < $1.key }) {
            let certain = column.tallies.values.filter { tally in
                tally.distinct.count >= Self.fewestDistinct
                    && SplitNumberWatch.areNumbers(fitting: tally.fitting, of: column.runs)
            }
            if let line = certain.map(\.firstLine).min() { return (line, index + 1) }
        }
        return nil
    }

    /// Runs of more digits than a number without century has.
    private static func longRuns(_ cell: String) -> [[UInt8]] {
        cell.utf8.split { !(0x30...0x39).contains($0) }
            .filter { $0.count > 10 && $0.count <= longest }
            .map { $0.map { $0 - 0x30 } }
    }
}
