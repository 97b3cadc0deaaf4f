internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// The receipt of a figure as facts for people.
struct ReceiptSheet {
    let receipt: FigureReceipt
    let showsWholeHashes: Bool

    /// The whole sheet.
    var sheet: FactSheet {
        let municipality = receipt.municipality
        func scope(_ language: Language) -> String {
            "\(municipality.name) (\(municipality.code)) · \(receipt.period) · "
                + receipt.gender.word[language]
        }
        return FactSheet(
            title: Text(verbatim: "\(receipt.indicator.code): \(receipt.indicator.title)"),
            lead: [Text(sv: scope(.sv), en: scope(.en))] + [receipt.remark].compactMap(\.self),
            sections: [shown] + others + targets + changes + harmonisation + [
                IndicatorFacts(
                    indicator: receipt.indicator, period: receipt.period,
                    publication: receipt.publication
                ).section
            ])
    }

    private var words: StatementFacts {
        StatementFacts(indicator: receipt.indicator, showsWholeHashes: showsWholeHashes)
    }

    private var shown: FactSheet.Section {
        guard let shown = receipt.shown else {
            return FactSheet.Section(
                Text(sv: "Inget värde", en: "No value"),
                [
                    .init(
                        Text(sv: "Därför", en: "Because"),
                        Text(
                            sv: "bara mål är kända för perioden",
                            en: "only targets are known for the period"))
                ])
        }
        var facts = words.facts(of: shown)
        facts.insert(
            .init(Text(sv: "Gäller därför att", en: "Speaks because"), receipt.reason), at: 1)
        for warning in receipt.warnings {
            facts.append(
                .init(
                    Text(sv: "Rimlighet", en: "Plausibility"),
                    warning.sentence(name: receipt.municipality.name)))
        }
        return FactSheet.Section(Text(sv: "Visas nu", en: "Shown now"), facts)
    }

    private var others: [FactSheet.Section] {
        receipt.others.map { other in
            let differs = other.value != receipt.shown?.value
            return FactSheet.Section(
                differs
                    ? Text(sv: "Uppges också, men annorlunda", en: "Also stated, but differently")
                    : Text(sv: "Uppges också", en: "Also stated"), words.facts(of: other))
        }
    }

    private var targets: [FactSheet.Section] {
        receipt.currentTargets.map { target in
            var facts = words.facts(of: target)
            if !target.periodDeclared {
                facts.insert(
                    .init(
                        Text(sv: "Period", en: "Period"),
                        Text(
                            sv: "anges inte i källan; målet står bredvid periodens tal",
                            en: "not stated in the source; the target stands beside the period's "
                                + "figures")), at: 1)
            }
            return FactSheet.Section(Text(sv: "Mål", en: "Target"), facts)
        }
    }

    private var harmonisation: [FactSheet.Section] {
        guard !receipt.harmonisation.isEmpty else { return [] }
        return [
            FactSheet.Section(
                Text(sv: "Harmonisering", en: "Harmonisation"),
                receipt.harmonisation.map { .init($0.heading, $0.sentence) })
        ]
    }

    /// What was replaced by what, and when.
    private var changes: [FactSheet.Section] {
        receipt.superseded.map { old in
            let new = receipt.successor(of: old)
            let before = words.value(of: old)
            let after = new.map { words.value(of: $0) }
            var facts = [
                FactSheet.Fact(
                    Text(sv: "Ändring", en: "Change"),
                    Text(
                        sv: "\(before.sv) → \(after?.sv ?? "okänt")",
                        en: "\(before.en) → \(after?.en ?? "unknown")"))
            ]
            facts += words.facts(of: old).dropFirst()
            if let to = old.recordedTo {
                facts.append(
                    .init(Text(sv: "Gällde till", en: "Held until"), Text(verbatim: to.rfc3339)))
            }
            return FactSheet.Section(
                old.isTarget
                    ? Text(sv: "Tidigare mål", en: "Earlier target")
                    : Text(sv: "Tidigare värde", en: "Earlier value"), facts)
        }
    }
}
