internal import Indicators

/// Holds headings that tell a row's deviation against the row itself.
extension FindingCollector {
    /// "Vuxna +9,3 miljoner kronor" against every deviation of the rows called "Vuxna …".
    ///
    /// A heading agrees if it agrees with one of them: it does not say which of two periods it means.
    mutating func checkHeadings(_ flow: FlowText, _ tables: [ReadTable]) {
        let reader = NarrativeReader(flow: flow)
        for table in tables where table.rule.kind == .economy {
            let lines = Set(table.lines)
            let places = table.columns.indices.filter {
                [.deviation, .forecastDeviation].contains(table.columns[$0].measure)
            }
            for row in table.rows where !row.isSum {
                let printed = places.compactMap { row.cells[$0].content.number }
                guard !printed.isEmpty else { continue }
                for name in Self.callNames(row.name) {
                    // Only a printed sign makes such a figure a deviation.
                    let hits = reader.hits("\(name) {}", unit: .mnkr).filter {
                        $0.hasUnit && $0.hasSign && !lines.contains($0.line)
                    }
                    for hit in hits { compare(hit, row, printed, table.rule.unit ?? .tkr) }
                }
            }
        }
    }

    private mutating func compare(
        _ hit: NarrativeReader.Hit, _ row: ReadRow, _ printed: [ScaledDecimal], _ unit: FigureUnit
    ) {
        guard let told = hit.value.multiplied(by: 1_000_000),
            let step = ScaledDecimal(units: 1_000_000, scale: hit.value.scale)
        else { return }
        let agrees = printed.contains { number in
            guard let kronor = number.multiplied(by: unit.kronor ?? 1_000),
                let doubled = kronor.subtracting(told)?.absolute.multiplied(by: 2)
            else { return false }
            return doubled <= step
        }
        guard !agrees else { return }
        note(
            .textAgainstTable, line: hit.line, printed: hit.printed,
            expected: printed.map { "\(Self.swedish($0)) \(unit.rawValue)" }
                .joined(separator: " / "),
            sv: "”\(row.name)” (rad \(row.line) säger annat)",
            en: "\"\(row.name)\" (line \(row.line) says otherwise)")
    }

    /// What headings call a row: its name, and its first word before an age.
    private static func callNames(_ name: String) -> [String] {
        let words = name.split(separator: " ")
        let bare = words.prefix { !$0.contains(where: \.isNumber) }.joined(separator: " ")
        return bare.isEmpty || bare == name ? [name] : [name, bare]
    }
}
