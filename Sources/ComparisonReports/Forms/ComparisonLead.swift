internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// The lines between the title of a comparison and its table.
struct ComparisonLead {
    let answer: ComparisonAnswer

    private var table: ComparisonTable { answer.table }

    /// What is compared, and where the focus stands.
    var lines: [Text] { [scope, headline] }

    /// What is compared with whom: `2017 · totalt · Nacka jämförd med Danderyd och Solna`.
    private var scope: Text {
        func line(_ language: Language) -> String {
            var parts = [table.period.description, table.gender.word[language]]
            let with = Text(sv: "jämförd med", en: "compared with")[language]
            parts.append("\(table.focus.name) \(with) \(peers[language])")
            if let asOf = answer.asOf {
                parts.append(
                    Text(sv: "som känt \(asOf.rfc3339)", en: "as known \(asOf.rfc3339)")[language])
            }
            return parts.joined(separator: " · ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    private var peers: Text {
        if let group = answer.peers.group {
            return Text(
                sv: "\(group.name) (\(group.code), lista \(group.listVersion))",
                en: "\(group.name) (\(group.code), list \(group.listVersion))")
        }
        let names = table.rows.map(\.municipality).filter { $0.key != table.focus.key }
            .sorted { SwedishOrder.areInOrder($0.name, $1.name) }.map(\.name)
        guard names.count <= 8 else {
            return Text(
                sv: "\(names.count) utvalda kommuner", en: "\(names.count) chosen municipalities")
        }
        return Text(sv: joined(names, "och"), en: joined(names, "and"))
    }

    /// Where the focus stands.
    ///
    /// Such as `Nacka: 86 procent, plats 3 av 5 med värde (högt värde är bra).`
    private var headline: Text {
        let name = table.focus.name
        guard let value = table.focusRow?.value else {
            return Text(
                sv: "\(name) saknar värde \(table.period).",
                en: "\(name) has no value in \(table.period).")
        }
        let shown = table.indicator.sentence(value)
        let polarity = table.polarity.sentence
        guard let rank = table.focusRow?.rank else {
            let reason =
                table.isCollecting
                ? Text(sv: "insamlingen pågår", en: "still being collected")
                : table.polarity.ranks ? Text(sv: "ja eller nej", en: "yes or no") : polarity
            return Text(
                sv: "\(name): \(shown.sv). Rangordnas inte: \(reason.sv).",
                en: "\(name): \(shown.en). Not ranked: \(reason.en).")
        }
        let shares = table.rows.count { $0.rank == rank } > 1
        return Text(
            sv: "\(name): \(shown.sv), \(shares ? "delad plats" : "plats") \(rank) av "
                + "\(table.ranked) med värde (\(polarity.sv)).",
            en: "\(name): \(shown.en), \(shares ? "shared rank" : "rank") \(rank) of "
                + "\(table.ranked) with a value (\(polarity.en)).")
    }

    private func joined(_ names: [String], _ and: String) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(and) " + last
    }
}
