public import Diagnostics
internal import Indicators

/// What a comparison says, in one or two sentences that a committee can read.
///
/// What, when and which window; against whom, the focus itself left out, and how many of them had a
/// value; above or below, in the unit of the difference; how sure that is. Every command that compares
/// ends with these words, so that the same figures are never told in two ways.
public struct ComparisonSentence: Sendable {
    let finding: ComparisonFinding
    let peers: Text

    /// Words for a comparison.
    ///
    /// - Parameters:
    ///   - finding: what the comparison found.
    ///   - peers: whom the focus is compared with, as an object: "kommunerna i SKR-grupp A2"; the names,
    ///     or how many they are, when left out.
    public init(of finding: ComparisonFinding, peers: Text? = nil) {
        self.finding = finding
        self.peers = peers ?? Self.names(of: finding)
    }

    /// The sentences, in the order in which they are read.
    public var sentences: [Text] {
        [found, certainty].compactMap { sentence in
            sentence.map { Text(sv: $0.sv + ".", en: $0.en + ".") }
        }
    }

    /// What was found, and what it is held against.
    private var found: Text? {
        let subject = subject
        guard let value = finding.value else {
            return Text(
                sv: "\(subject.sv): \(finding.focus.name) saknar värde; \(coverage.sv)",
                en: "\(subject.en): \(finding.focus.name) has no value; \(coverage.en)")
        }
        let own = shown(value)
        let beginning = Text(
            sv: "\(subject.sv): \(finding.focus.name) hade \(own.sv)",
            en: "\(subject.en): \(finding.focus.name) had \(own.en)")
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
            var text = "\(finding.title), \(finding.period)"
            switch finding.gender {
            case .total: break
            case .women: text += Text(sv: ", kvinnor", en: ", women")[language]
            case .men: text += Text(sv: ", män", en: ", men")[language]
            }
            if let window = finding.indicator.windowPhrase {
                text += Text(sv: " (avser \(window))", en: " (reference: \(window))")[language]
            }
            return text
        }
        return Text(sv: written(.sv), en: written(.en))
    }

    /// A value with its unit; yes or no in words.
    private func shown(_ value: ScaledDecimal) -> Text {
        guard finding.indicator.valueKind == .boolean else {
            return finding.indicator.sentence(value)
        }
        return value == ScaledDecimal(0) ? Text(sv: "nej", en: "no") : Text(sv: "ja", en: "yes")
    }

    /// Above or below the others, by how much, and whether mean and median point apart.
    private var standing: Text? {
        guard let own = finding.value, let mean = finding.peers.meanUnweighted,
            let median = finding.peers.median
        else { return nil }
        if finding.indicator.valueKind == .boolean { return agreement }
        guard finding.peers.withValue > 1 else {
            guard let only = finding.only else { return nil }
            let theirs = only.value
            let place = Place(
                own, theirs, finding,
                decimals: max(finding.indicator.decimals, own.scale, theirs.scale))
            let value = shown(theirs)
            return Text(
                sv: "\(place.sv) \(only.name) (\(value.sv)); \(coverage.sv)",
                en: "\(place.en) \(only.name) (\(value.en)); \(coverage.en)")
        }
        let toMean = Place(own, mean, finding, decimals: finding.meanDecimals)
        let toMedian = Place(own, median, finding, decimals: finding.meanDecimals)
        let parts = toMean.side * toMedian.side < 0
        let meanText = NumberWords.text(mean, decimals: finding.meanDecimals)
        let medianText = NumberWords.text(median, decimals: finding.meanDecimals)
        return Text(
            sv: "\(toMean.sv) det ovägda medlet (\(meanText.sv)) \(parts ? "men" : "och") "
                + "\(toMedian.sv) medianen (\(medianText.sv)) för \(peers.sv)"
                + "\(parts ? ": medel och median pekar åt olika håll" : ""); \(coverage.sv)",
            en: "\(toMean.en) the unweighted mean (\(meanText.en)) \(parts ? "but" : "and") "
                + "\(toMedian.en) the median (\(medianText.en)) of \(peers.en)"
                + "\(parts ? ": mean and median point apart" : ""); \(coverage.en)")
    }

    /// How many of the others answer the same to a question of yes or no.
    private var agreement: Text {
        let same = finding.agreeing
        return Text(
            sv: "liksom \(same) av \(finding.peers.withValue) andra; \(coverage.sv)",
            en: "as did \(same) of \(finding.peers.withValue) others; \(coverage.en)")
    }

    /// How many of the others had a value; the focus is not one of them.
    private var coverage: Text {
        let (known, all) = (finding.peers.withValue, finding.peers.members)
        let name = finding.focus.name
        return Text(
            sv: "\(known) av \(all) hade ett värde, \(name) inte medräknad",
            en: "\(known) of \(all) had a value, \(name) not counted")
    }

    /// The others by name, or how many they are.
    private static func names(of finding: ComparisonFinding) -> Text {
        let count = finding.peers.members
        guard finding.names.count == count else {
            return Text(sv: "de \(count) andra", en: "the \(count) others")
        }
        return Text(
            sv: NumberWords.listed(finding.names, .sv), en: NumberWords.listed(finding.names, .en))
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
            _ value: ScaledDecimal, _ other: ScaledDecimal, _ finding: ComparisonFinding,
            decimals: UInt8
        ) {
            guard value != other, let difference = value.subtracting(other) else {
                (side, sv, en) = (0, "lika med", "equal to")
                return
            }
            let isAbove = value > other
            side = isAbove ? 1 : -1
            let size = finding.indicator.differencePhrase(difference, decimals: decimals)
            sv = "\(size.sv) \(isAbove ? "över" : "under")"
            en = "\(size.en) \(isAbove ? "above" : "below")"
        }
    }
}
