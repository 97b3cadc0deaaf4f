/// What became of the expectations in one file.
struct FileResult {
    let name: String
    private(set) var checked = 0
    private(set) var failures: [String] = []
    private(set) var leftOut: [(reason: String, count: Int)] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func fail(_ message: String) {
        checked += 1
        failures.append(message)
    }

    /// Says that an expectation is not ours.
    mutating func leaveOut(_ reason: String, count: Int = 1) {
        if let index = leftOut.firstIndex(where: { $0.reason == reason }) {
            leftOut[index].count += count
        } else {
            leftOut.append((reason, count))
        }
    }

    /// Compares a number with the cell of a row; an empty cell expects none.
    mutating func expect(
        _ value: Double?, _ row: VectorRow, _ column: String, within tolerance: Double = 1e-9
    ) {
        let expected = row.number(column)
        let agrees =
            if let value, let expected {
                abs(value - expected) <= tolerance * max(abs(expected), 1e-12)
            } else {
                value == nil && expected == nil
            }
        note(agrees, value?.description ?? "none", row, column)
    }

    /// Compares a number that the source rounded to some decimals.
    mutating func expect(_ value: Double?, _ row: VectorRow, _ column: String, decimals: Int) {
        let expected = row.number(column)
        var half = 0.5000001
        for _ in 0..<decimals { half /= 10 }
        let agrees =
            if let value, let expected {
                abs(value - expected) <= half
            } else {
                value == nil && expected == nil
            }
        note(agrees, value?.description ?? "none", row, column)
    }

    /// Compares a word with the cell of a row.
    mutating func expect(_ word: String, _ row: VectorRow, _ column: String) {
        note(word == row[column], word, row, column)
    }

    private mutating func note(
        _ agrees: Bool, _ found: String, _ row: VectorRow, _ column: String
    ) {
        checked += 1
        guard !agrees else { return }
        failures.append("line \(row.line): \(column) is \(found), expected \"\(row[column])\"")
    }
}

/// The results of all files, printed as they come.
struct Tally {
    private(set) var checked = 0
    private(set) var failed = 0
    private var leftOut = 0

    mutating func add(_ result: FileResult) {
        let count = result.leftOut.reduce(0) { $0 + $1.count }
        checked += result.checked
        failed += result.failures.count
        leftOut += count
        print(
            "\(result.name): \(result.checked) checked, \(result.failures.count) failed, "
                + "\(count) left out")
        for failure in result.failures.prefix(20) { print("    FAILED \(failure)") }
        for (reason, count) in result.leftOut { print("    left out \(count): \(reason)") }
    }

    func finish(uncovered: [(file: String, reason: String)]) {
        print("\nNot covered:")
        for (file, reason) in uncovered { print("    \(file): \(reason)") }
        print("\n\(checked) checked, \(failed) failed, \(leftOut) left out")
    }
}
