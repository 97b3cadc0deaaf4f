public import Diagnostics
internal import Indicators

/// How many cases it would take to tell differences from chance, where nobody states how many there were.
public enum NeededCasesNote {
    /// A difference and the cases that it needs.
    struct Item {
        let name: Text
        let difference: ScaledDecimal
        let cases: Int
        let uncertainty: Uncertainty
    }

    /// The most differences that one note lists.
    private static let listed = 8

    /// The differences in a row, the one that needs fewest first.
    ///
    /// - Parameters:
    ///   - items: the differences in any order.
    ///   - each: what the number is of, with a space before it.
    /// - Returns: `Värmdö −20: skiljbar från ca 36 ärenden per kommun; Danderyd +3: ca 940`; `nil` for
    ///   none.
    static func list(_ items: [Item], each: Text) -> Text? {
        guard !items.isEmpty else { return nil }
        let sorted = items.enumerated().sorted {
            ($0.element.cases, $0.offset) < ($1.element.cases, $1.offset)
        }.map(\.element)
        func written(_ language: Language) -> String {
            var parts: [String] = []
            for item in sorted.prefix(listed) {
                let size = NumberWords.text(item.difference, signed: true)[language]
                let number = needed(item, isFirst: parts.isEmpty, each)[language]
                parts.append("\(item.name[language]) \(size): \(number)")
            }
            let rest = sorted.count - parts.count
            if rest > 0 {
                parts.append(
                    Text(sv: "\(rest) till kräver fler", en: "\(rest) more need more")[language])
            }
            return parts.joined(separator: "; ")
        }
        return Text(sv: written(.sv), en: written(.en))
    }

    /// A number of cases in words; what it means is said once.
    private static func needed(_ item: Item, isFirst: Bool, _ each: Text) -> Text {
        let number = NumberWords.roughly(item.cases)
        guard isFirst else {
            return Text(sv: "ca \(number.sv)", en: "about \(number.en)")
        }
        let isSurvey = item.uncertainty == .survey
        return Text(
            sv: "skiljbar från ca \(number.sv) \(isSurvey ? "svar" : "ärenden")\(each.sv)",
            en:
                "told apart from about \(number.en) \(isSurvey ? "answers" : "cases")\(each.en) on"
        )
    }

    /// What women and men would need; `nil` where no row lacks counts.
    public static func ofDifferences(_ differences: GenderDifferences) -> Text? {
        let items = differences.rows.compactMap { row -> Item? in
            guard let difference = row.difference, let cases = row.neededCases else { return nil }
            return Item(
                name: Text(verbatim: row.indicator.code.description), difference: difference,
                cases: cases,
                uncertainty: row.indicator.uncertainty)
        }
        guard let list = Self.list(items, each: Text(sv: " per kön", en: " of each")) else {
            return nil
        }
        return Text(
            sv: "Kvinnor mot män: \(list.sv) (Newcombe, lika många av båda, 95 %).",
            en: "Women against men: \(list.en) (Newcombe, as many of both, 95 %).")
    }

    /// What outcomes would need to be told from their targets; `nil` where no row lacks counts.
    public static func ofTargets(_ rows: [TargetRow]) -> Text? {
        let items = rows.compactMap { row -> Item? in
            guard let difference = row.difference, let cases = row.neededCases else { return nil }
            return Item(
                name: Text(verbatim: row.indicator.code.description), difference: difference,
                cases: cases,
                uncertainty: row.indicator.uncertainty)
        }
        guard let list = Self.list(items, each: Text(verbatim: "")) else { return nil }
        return Text(
            sv: "Utan underlag kan avståndet till målet vara slump: \(list.sv) (Wilson, 95 %).",
            en:
                "Without counts the distance to the target may be chance: \(list.en) (Wilson, 95 %)."
        )
    }

    /// What the last change of a series would need; `nil` where counts are stated, or would not help.
    public static func ofSeries(_ series: Series) -> Text? {
        guard let change = series.lastChange, change.contrast.obstacle == .noCounts,
            let difference = change.contrast.difference, let cases = change.neededCases,
            let list = Self.list(
                [
                    Item(
                        name: Text(
                            sv: "\(change.later) mot \(change.earlier)",
                            en: "\(change.later) against \(change.earlier)"),
                        difference: difference, cases: cases,
                        uncertainty: series.indicator.uncertainty)
                ], each: Text(sv: " per år", en: " a year"))
        else { return nil }
        return Text(
            sv: "\(list.sv) (Newcombe, lika många båda åren, 95 %).",
            en: "\(list.en) (Newcombe, as many in both years, 95 %).")
    }
}
