internal import Diagnostics
internal import Indicators
internal import Statistics

extension ComparisonNotes {
    /// What the verdicts rest on, or why there are none.
    static func certainty(_ table: ComparisonTable) -> [Text] {
        method(table) + unknown(table) + needed(table) + funnel(table) + answers(table)
            + readersBases(table)
    }

    /// How verdicts were reached.
    private static func method(_ table: ComparisonTable) -> [Text] {
        guard table.rows.contains(where: { $0.differenceInterval != nil }) else { return [] }
        let spread = table.yardstick.dispersion?.isMarked == true
        return [
            Text(
                sv: "Omdömet gäller raden mot \(table.focus.name): 95 % intervall för skillnaden "
                    + "(Newcombe\(spread ? ", med spridningen mellan kommuner inräknad" : "")). "
                    + "\"Kan inte skiljas\" betyder att intervallet rymmer noll.",
                en: "The verdict is about the row against \(table.focus.name): 95 % interval of "
                    + "the difference (Newcombe\(spread ? ", the spread between municipalities included" : "")"
                    + "). \"Similar\" means that it contains zero.")
        ]
    }

    /// Why there is no verdict, where there is none; each reason once.
    private static func unknown(_ table: ComparisonTable) -> [Text] {
        var seen: [Obstacle] = []
        for row in table.rows {
            guard row.verdict == .uncertaintyUnknown, let obstacle = row.obstacle,
                !seen.contains(obstacle)
            else { continue }
            seen.append(obstacle)
        }
        return seen.compactMap { obstacle in
            if obstacle == .noCounts {
                return Text(
                    sv:
                        "Osäkerhet okänd: källan anger inte täljare och nämnare, så det går inte att "
                        + "säga om skillnaderna är mer än slump.",
                    en: "Uncertainty unknown: the source does not state numerator and denominator, "
                        + "so nobody can say whether the differences are more than chance.")
            }
            return ComparisonSentence.reason(obstacle, table).map { reason in
                Text(sv: "Osäkerhet okänd. \(reason.sv).", en: "Uncertainty unknown. \(reason.en).")
            }
        }
    }

    /// How many cases it would take to tell differences from chance, fewest first.
    private static func needed(_ table: ComparisonTable) -> [Text] {
        let rows = table.rows.filter { $0.neededCases != nil }
            .sorted { ($0.neededCases ?? 0) < ($1.neededCases ?? 0) }
        guard !rows.isEmpty else { return [] }
        let shown = rows.prefix(listed)
        func written(_ language: Language) -> String {
            var parts: [String] = []
            for row in shown {
                guard let difference = row.difference, let count = row.neededCases else { continue }
                let size = NumberWords.text(difference, signed: true)[language]
                let number = needed(
                    NumberWords.roughly(count)[language], isFirst: parts.isEmpty,
                    table.yardstick.uncertainty)
                parts.append("\(row.municipality.name) \(size): \(number[language])")
            }
            let rest = rows.count - shown.count
            if rest > 0 {
                parts.append(
                    Text(sv: "\(rest) till kräver fler", en: "\(rest) more need more")[language])
            }
            return parts.joined(separator: "; ")
        }
        return [
            Text(
                sv: "\(written(.sv)) (Newcombe, lika många hos båda, 95 %).",
                en: "\(written(.en)) (Newcombe, as many on both sides, 95 %).")
        ]
    }

    /// A number of cases in words; what it means is said once.
    private static func needed(
        _ number: String, isFirst: Bool, _ uncertainty: Uncertainty
    ) -> Text {
        guard isFirst else { return Text(sv: "ca \(number)", en: "about \(number)") }
        let isSurvey = uncertainty == .survey
        return Text(
            sv: "skiljbar från ca \(number) \(isSurvey ? "svar" : "ärenden") per kommun",
            en: "told apart from about \(number) \(isSurvey ? "answers" : "cases") a municipality on")
    }

    /// The most municipalities that one note lists.
    private static var listed: Int { 8 }

    /// The funnel around all kommuner, and who lies outside of it.
    private static func funnel(_ table: ComparisonTable) -> [Text] {
        guard let dispersion = table.yardstick.dispersion,
            let centre = table.yardstick.funnelBenchmark
        else { return [] }
        let benchmark = NumberWords.text(centre, decimals: table.meanDecimals)
        let phi = NumberWords.text(ValueInterval.percent(dispersion.phi / 100), decimals: 1)
        func outside(_ language: Language) -> String {
            let names = table.rows.compactMap { row -> String? in
                guard let place = row.funnel else { return nil }
                let word: Text
                switch place {
                case .high95, .high998: word = Text(sv: "högt", en: "high")
                case .low95, .low998: word = Text(sv: "lågt", en: "low")
                case .none: return nil
                }
                return "\(row.municipality.name) (\(word[language]))"
            }
            return names.isEmpty
                ? Text(sv: "ingen", en: "nobody")[language] : names.joined(separator: ", ")
        }
        return [
            Text(
                sv: "Tratt kring \(benchmark.sv) för \(dispersion.units) kommuner med täljare och "
                    + "nämnare, φ = \(phi.sv)\(dispersion.isMarked ? ", inräknad i gränserna" : ""). "
                    + "Utanför 95 %-gränserna: \(outside(.sv)).",
                en: "Funnel around \(benchmark.en) of \(dispersion.units) municipalities with "
                    + "numerators and denominators, φ = \(phi.en)"
                    + "\(dispersion.isMarked ? ", allowed for in the limits" : ""). "
                    + "Outside the 95 % limits: \(outside(.en)).")
        ]
    }

    /// Of a survey: how many answered, of how many, and what those who did not may hide.
    private static func answers(_ table: ComparisonTable) -> [Text] {
        guard table.yardstick.uncertainty == .survey else { return [] }
        let known = table.rows.compactMap { row -> (String, OutcomeFigure.Counts)? in
            guard let counts = row.figure?.counts(.survey), !counts.isReaders else { return nil }
            return (row.municipality.name, counts)
        }
        guard !known.isEmpty else { return [] }
        func written(_ language: Language) -> String {
            known.map { name, counts in
                let answers = NumberWords.text(counts.base)[language]
                guard let asked = counts.asked, let rate = counts.base.multiplied(by: 100)?
                    .divided(by: asked, decimals: 0)
                else { return "\(name) \(answers)" }
                let all = NumberWords.text(asked)[language]
                let of = Text(sv: "av", en: "of")[language]
                return "\(name) \(answers) \(of) \(all) (\(rate) %)"
            }.joined(separator: "; ")
        }
        var note = Text(sv: "Svar: \(written(.sv)).", en: "Answers: \(written(.en)).")
        if known.contains(where: { $0.1.asked != nil }) {
            note.sv += " Bortfallet är resten: intervallen säger inget om vad de hade svarat."
            note.en += " The rest did not answer: the intervals say nothing of what they would have said."
        }
        return [note]
    }

    /// Cases that the reader gave, named as such.
    private static func readersBases(_ table: ComparisonTable) -> [Text] {
        let given = table.rows.compactMap { row -> (String, Int)? in
            row.figure?.readersBase.map { (row.municipality.name, $0) }
        }
        guard !given.isEmpty else { return [] }
        func written(_ language: Language) -> String {
            given.map { "\($0) \(NumberWords.text(ScaledDecimal($1))[language])" }
                .joined(separator: ", ")
        }
        return [
            Text(
                sv: "Antal ärenden angivet av användaren: \(written(.sv)). Täljaren är värdet gånger "
                    + "antalet.",
                en: "Number of cases given by the user: \(written(.en)). The numerator is the value "
                    + "times that number.")
        ]
    }
}
