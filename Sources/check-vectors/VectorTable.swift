internal import Tabular

/// A file of vectors in memory, its rows by column name.
struct VectorTable {
    let rows: [VectorRow]

    init(path: String) throws(TabularError) {
        var reader = CSVReader(file: try InputFile(path: path), encoding: .utf8, dialect: .comma)
        var header: [String] = []
        var rows: [VectorRow] = []
        while try reader.next() {
            let cells = (0..<reader.fieldCount).map { reader.string(at: $0) ?? "" }
            if header.isEmpty {
                header = cells
            } else if !cells.isEmpty {
                let pairs = zip(header, cells)
                rows.append(VectorRow(line: reader.line, cells: Dictionary(pairs) { $1 }))
            }
        }
        self.rows = rows
    }

    /// The rows that agree in some columns, groups in order of appearance.
    func groups(by columns: String...) -> [[VectorRow]] {
        var order: [[String]] = []
        var groups: [[String]: [VectorRow]] = [:]
        for row in rows {
            let key = columns.map { row[$0] }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.compactMap { groups[$0] }
    }
}

/// A row of a file of vectors.
struct VectorRow {
    let line: Int
    let cells: [String: String]

    /// A cell; empty where the column is not there.
    subscript(column: String) -> String { cells[column] ?? "" }

    /// A cell as a number; `nil` where it is empty or none.
    func number(_ column: String) -> Double? { Double(self[column]) }

    /// A list of numbers parted by semicolons.
    func numbers(_ column: String) -> [Double] {
        self[column].split(separator: ";").compactMap { Double($0) }
    }

    /// Two cells as an interval.
    func interval(_ lower: String, _ upper: String) -> ClosedRange<Double>? {
        guard let lower = number(lower), let upper = number(upper), lower <= upper else {
            return nil
        }
        return lower...upper
    }
}
