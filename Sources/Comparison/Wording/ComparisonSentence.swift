public import Diagnostics
internal import Indicators

/// What a comparison says, in one or two sentences that a committee can read.
///
/// What, when and which window; against whom, the focus itself left out, and how many of them had a
/// value; above or below, in the unit of the difference; how sure that is. Every command that compares
/// ends with these words, so that the same figures are never told in two ways.
public struct ComparisonSentence: Sendable {
    let table: ComparisonTable
    let peers: Text

    /// Words for a comparison.
    ///
    /// - Parameters:
    ///   - table: the comparison.
    ///   - peers: whom the focus is compared with, as an object: "kommunerna i SKR-grupp A2"; the names,
    ///     or how many they are, when left out.
    public init(of table: ComparisonTable, peers: Text? = nil) {
        self.table = table
        self.peers = peers ?? Self.names(of: table)
    }

    /// The sentences, in the order in which they are read.
    public var sentences: [Text] {
        [finding, certainty].compactMap { sentence in
            sentence.map { Text(sv: $0.sv + ".", en: $0.en + ".") }
        }
    }

    /// What was found, and what it is held against.
    private var finding: Text? {
        let subject = subject
        guard let value = table.focusRow?.value else {
            return Text(
                sv: "\(subject.sv): \(table.focus.name) saknar värde; \(coverage.sv)",
                en: "\(subject.en): \(table.focus.name) has no value; \(coverage.en)")
        }
        let own = shown(value)
        let beginning = Text(
            sv: "\(subject.sv): \(table.focus.name) hade \(own.sv)",
            en: "\(subject.en): \(table.focus.name) had \(own.en)")
        guard let standing else {
            return Text(
                sv: "\(beginning.sv); \(coverage.sv)", en: "\(beginning.en); \(coverage.en)")
        }
        return Text(
            sv: "\(beginning.sv), \(standing.sv)", en: "\(beginning.en), \(standing.en)")
    }

    /// The indicator, the period, the gender and the cases the period speaks of.
    private var subject: Text {
        func written(_ language: Language) -> String {
            var text = "\(table.title), \(table.period)"
            switch table.gender {
            case .total: break
            case .women: text += Text(sv: ", kvinnor", en: ", women")[language]
            case .men: text += Text(sv: ", män", en: ", men")[language]
            }
            if let window = table.indicator.windowPhrase {
                text += Text(sv: " (avser \(window))", en: " (reference: \(window))")[language]
            }
            return text
        }
        return Text(sv: written(.sv), en: written(.en))
    }

    /// A value with its unit; yes or no in words.
    private func shown(_ value: ScaledDecimal) -> Text {
        guard table.indicator.valueKind == .boolean else { return table.indicator.sentence(value) }
        return value == ScaledDecimal(0) ? Text(sv: "nej", en: "no") : Text(sv: "ja", en: "yes")
    }

    /// Above or below the others, by how much, and whether mean and median point apart.
    private var standing: Text? {
        guard let own = table.focusRow?.value, let mean = table.peers.meanUnweighted,
            let median = table.peers.median
        else { return nil }
        if table.indicator.valueKind == .boolean { return agreement(with: own) }
        guard table.peers.withValue > 1 else {
            let only = table.rows.first { row in
                row.value != nil && row.municipality.key != table.focus.key
                    && row.municipality.kind == table.focus.kind
            }
            guard let only, let theirs = only.value else { return nil }
            let place = Place(
                own, theirs, table, decimals: max(table.indicator.decimals, own.scale, theirs.scale))
            let value = shown(theirs)
            return Text(
                sv: "\(place.sv) \(only.municipality.name) (\(value.sv)); \(coverage.sv)",
                en: "\(place.en) \(only.municipality.name) (\(value.en)); \(coverage.en)")
        }
        let toMean = Place(own, mean, table, decimals: table.meanDecimals)
        let toMedian = Place(own, median, table, decimals: table.meanDecimals)
        let parts = toMean.side * toMedian.side < 0
        let meanText = NumberWords.text(mean, decimals: table.meanDecimals)
        let medianText = NumberWords.text(median, decimals: table.meanDecimals)
        return Text(
            sv: "\(toMean.sv) det ovägda medlet (\(meanText.sv)) \(parts ? "men" : "och") "
                + "\(toMedian.sv) medianen (\(medianText.sv)) för \(peers.sv)"
                + "\(parts ? ": medel och median pekar åt olika håll" : ""); \(coverage.sv)",
            en: "\(toMean.en) the unweighted mean (\(meanText.en)) \(parts ? "but" : "and") "
                + "\(toMedian.en) the median (\(medianText.en)) of \(peers.en)"
                + "\(parts ? ": mean and median point apart" : ""); \(coverage.en)")
    }

    /// How many of the others answer the same to a question of yes or no.
    private func agreement(with own: ScaledDecimal) -> Text {
        let same = table.rows.count { row in
            row.municipality.key != table.focus.key && row.municipality.kind == table.focus.kind
                && row.value == own
        }
        return Text(
            sv: "liksom \(same) av \(table.peers.withValue) andra; \(coverage.sv)",
            en: "as did \(same) of \(table.peers.withValue) others; \(coverage.en)")
    }

    /// How many of the others had a value; the focus is not one of them.
    private var coverage: Text {
        let (known, all) = (table.peers.withValue, table.peers.members)
        let name = table.focus.name
        return Text(
            sv: "\(known) av \(all) hade ett värde, \(name) inte medräknad",
            en: "\(known) of \(all) had a value, \(name) not counted")
    }

    /// The others by name, or how many they are.
    private static func names(of table: ComparisonTable) -> Text {
        let names = table.rows.map(\.municipality)
            .filter { $0.key != table.focus.key && $0.kind == table.focus.kind }
            .sorted { SwedishOrder.areInOrder($0.name, $1.name) }.map(\.name)
        guard names.count <= 5 else {
            return Text(sv: "de \(names.count) andra", en: "the \(names.count) others")
        }
        return Text(sv: NumberWords.listed(names, .sv), en: NumberWords.listed(names, .en))
    }
}

extension ComparisonSentence {
    /// Where a value lies beside another one.
    struct Place {
        /// 1 above, −1 below, 0 at it.
        let side: Int
        let sv: String
        let en: String

        init(
            _ value: ScaledDecimal, _ other: ScaledDecimal, _ table: ComparisonTable,
            decimals: UInt8
        ) {
            guard value != other, let difference = value.subtracting(other) else {
                (side, sv, en) = (0, "lika med", "equal to")
                return
            }
            let isAbove = value > other
            side = isAbove ? 1 : -1
            let size = table.indicator.differencePhrase(difference, decimals: decimals)
            sv = "\(size.sv) \(isAbove ? "över" : "under")"
            en = "\(size.en) \(isAbove ? "above" : "below")"
        }
    }
}
