internal import Indicators

/// Divides the rows of one indicator into its years.
struct SliceMaker {
    let indicator: KoladaIndicatorID
    let words: StatusWords
    /// How many rows of each year could not be used.
    let rejected: [Int: Int]

    /// Makes the slices in the order of their years and adds them.
    func make(
        from rows: ContiguousArray<KoladaRow>, into ready: inout [SliceBatch],
        tally: inout ReadingTally
    ) {
        // The years are few and near each other, so counting beats sorting.
        var first = rows[0].yearNumber
        var last = first
        for row in rows {
            first = min(first, row.yearNumber)
            last = max(last, row.yearNumber)
        }
        var counts = Array(repeating: 0, count: Int(last - first) + 1)
        for row in rows { counts[Int(row.yearNumber - first)] += 1 }
        var byYear = counts.map { count in
            var slice: [KoladaRow] = []
            slice.reserveCapacity(count)
            return slice
        }
        for row in rows { byYear[Int(row.yearNumber - first)].append(row) }
        for index in byYear.indices where counts[index] > 0 {
            var slice: [KoladaRow] = []
            swap(&slice, &byYear[index])
            ready.append(finished(slice, year: Int(first) + index, tally: &tally))
        }
    }

    private func finished(
        _ unordered: [KoladaRow], year: Int, tally: inout ReadingTally
    ) -> SliceBatch {
        var rows = unordered
        var rejectedRows = rejected[year] ?? 0
        switch Self.arrangement(of: rows) {
        case .strict: break
        case .disorderly, .repeating:
            rows.sort { $0.order < $1.order }
            rejectedRows += dropRepetitions(&rows, year: year, tally: &tally)
        }
        var digest = SliceDigest(indicator: indicator, year: year)
        var withoutValue = 0
        for row in rows {
            digest.add(row, wordHash: row.word == 0 ? 0 : words.hashes[Int(row.word) - 1])
            if row.status != .value { withoutValue += 1 }
        }
        tally.rows += rows.count
        tally.rowsWithoutValue += withoutValue
        return SliceBatch(
            indicator: indicator, year: year, rows: rows, words: words.list, digest: digest,
            rejectedRows: rejectedRows)
    }

    private enum Arrangement {
        case strict, repeating, disorderly
    }

    private static func arrangement(of rows: [KoladaRow]) -> Arrangement {
        var last: UInt32 = 0
        var result = Arrangement.strict
        for (index, row) in rows.enumerated() {
            if index > 0 {
                if row.order < last { return .disorderly }
                if row.order == last { result = .repeating }
            }
            last = row.order
        }
        return result
    }

    /// Keeps one of several equal rows, and none of several that say different things.
    ///
    /// Rows come twice when a page's border moved between two requests. Which of two contradicting
    /// rows holds cannot be known, so both are rejected.
    ///
    /// - Returns: how many rows were rejected.
    private func dropRepetitions(
        _ rows: inout [KoladaRow], year: Int, tally: inout ReadingTally
    ) -> Int {
        var kept: [KoladaRow] = []
        kept.reserveCapacity(rows.count)
        var rejectedRows = 0
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].order == rows[start].order { end += 1 }
            if rows[start..<end].dropFirst().allSatisfy({ $0 == rows[start] }) {
                kept.append(rows[start])
                tally.repeatedRows += end - start - 1
            } else {
                rejectedRows += end - start
                for row in rows[start..<end] {
                    let unit = row.municipalityCode?.description ?? ""
                    tally.reject(
                        KoladaReject(
                            kind: .contradictoryRows, indicator: indicator, year: year,
                            found: "\(unit) \(row.gender.rawValue): \(value(of: row))"))
                }
            }
            start = end
        }
        rows = kept
        return rejectedRows
    }

    private func value(of row: KoladaRow) -> String {
        row.value?.description ?? row.status.outcome.rawValue
    }
}
