internal import Indicators

/// Holds headings that tell a row's deviation against the row itself.
extension FindingCollector {
    /// "Vuxna +9,3 miljoner kronor" against every deviation of the rows called "Vuxna …".
    ///
    /// A heading agrees if it agrees with one of them: it does not say which of two periods it means.
    mutating func checkHeadings(_ flow: FlowText, _ tables: [ReadTable]) {
        let economy = tables.filter { $0.rule.kind == .economy }
        let rows = economy.flatMap(\.rows).filter { !$0.isSum }
        let headings = SignedHeadings(flow, names: rows.flatMap { Self.callNames($0.name) })
        var left = Self.maximumComparisons
        for table in economy {
            let lines = table.lines
            let places = table.columns.indices.filter {
                [.deviation, .forecastDeviation].contains(table.columns[$0].measure)
            }
            for row in table.rows where !row.isSum && left > 0 {
                let printed = places.compactMap { row.cells[$0].content.number }
                guard !printed.isEmpty else { continue }
                for name in Self.callNames(row.name) {
                    for hit in headings.hits(name) where !lines.contains(hit.line) && left > 0 {
                        left -= 1
                        compare(hit, row, printed, table.rule.unit ?? .tkr)
                    }
                }
            }
        }
    }

    /// Rows of one name and headings with it are compared so many times at most; a report has tens.
    private static let maximumComparisons = 100_000

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

/// The signed millions of a text, by the names that stand before them.
///
/// Only a printed sign makes such a figure a deviation. The text is read once, whatever the number of
/// rows that are held against it.
private struct SignedHeadings {
    /// No row's name that a heading repeats is longer.
    private static let nameLength = 120

    private var found: [[Unicode.Scalar]: [NarrativeReader.Hit]] = [:]

    init(_ flow: FlowText, names: [String]) {
        let wanted = Dictionary(names.map { (FlowText($0).folded, $0) }) { first, _ in first }
            .filter { !$0.key.isEmpty && $0.key.count <= Self.nameLength }
        let lengths = Set(wanted.keys.map(\.count)).sorted()
        guard !lengths.isEmpty else { return }
        let reader = NarrativeReader(flow: flow)
        for place in flow.folded.indices.dropFirst()
        where (flow.folded[place] == "+" || flow.folded[place] == "-")
            && flow.folded[place - 1] == " " && FlowNumeral(flow, at: place) != nil
        {
            for length in lengths where length < place {
                let start = place - 1 - length
                let words = Array(flow.folded[start..<(place - 1)])
                guard let name = wanted[words],
                    let hit = reader.hit("\(name) {}", unit: .mnkr, at: start), hit.hasUnit,
                    hit.hasSign
                else { continue }
                found[words, default: []].append(hit)
            }
        }
    }

    /// The figures in millions of kronor that a name stands before.
    func hits(_ name: String) -> [NarrativeReader.Hit] { found[FlowText(name).folded] ?? [] }
}
