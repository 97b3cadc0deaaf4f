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
            return obstacle.reason(
                leastResponseRate: table.yardstick.leastResponseRate
            ).map { reason in
                Text(sv: "Osäkerhet okänd. \(reason.sv).", en: "Uncertainty unknown. \(reason.en).")
            }
        }
    }

    /// How many cases it would take to tell differences from chance, fewest first.
    private static func needed(_ table: ComparisonTable) -> [Text] {
        let items = table.rows.compactMap { row -> NeededCasesNote.Item? in
            guard let difference = row.difference, let cases = row.neededCases else { return nil }
            return NeededCasesNote.Item(
                name: Text(verbatim: row.municipality.name), difference: difference, cases: cases,
                uncertainty: table.yardstick.uncertainty)
        }
        guard
            let list = NeededCasesNote.list(
                items, each: Text(sv: " per kommun", en: " a municipality"))
        else { return [] }
        return [
            Text(
                sv: "\(list.sv) (Newcombe, lika många hos båda, 95 %).",
                en: "\(list.en) (Newcombe, as many on both sides, 95 %).")
        ]
    }

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
        return AnswersNote.notes(table.rows.map { ($0.municipality.name, $0.figure) })
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
                sv:
                    "Antal ärenden angivet av användaren: \(written(.sv)). Täljaren är värdet gånger "
                    + "antalet.",
                en:
                    "Number of cases given by the user: \(written(.en)). The numerator is the value "
                    + "times that number.")
        ]
    }
}
