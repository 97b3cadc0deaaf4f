public import Diagnostics
internal import Indicators

/// What is wrong with a name in a selection, and what was probably meant.
enum SelectionProblem {
    static func indicator(_ id: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "kolada.indicator-form",
            Text(
                sv: "\"\(id)\" är inget nyckeltals-id: N eller U och fem siffror",
                en: "\"\(id)\" is no indicator's id: N or U and five digits"),
            at: .argument("--kpi"), hint: meant(id, known))
    }

    static func unit(_ text: String, among units: [CatalogueUnit]) -> Diagnostic {
        let byName = units.first { $0.title.lowercased() == text.lowercased() }
        return Diagnostic(
            .error, code: "kolada.unknown-unit",
            Text(
                sv: "Koladas katalog har ingen enhet \"\(text)\"",
                en: "Kolada's catalogue has no unit \"\(text)\""),
            at: .argument("--unit"),
            hint: byName.map {
                Text(sv: "Skriv \($0.id) för \($0.title).", en: "Write \($0.id) for \($0.title).")
            } ?? meant(text, units.map(\.id)))
    }

    static func group(_ id: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "kolada.unknown-group",
            Text(
                sv: "Koladas katalog har ingen grupp \"\(id)\"",
                en: "Kolada's catalogue has no group \"\(id)\""),
            hint: meant(id, known))
    }

    static func area(_ area: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "kolada.unknown-area",
            Text(
                sv: "Koladas katalog har inget område \"\(area)\"",
                en: "Kolada's catalogue has no area \"\(area)\""),
            hint: meant(area, known), notes: known.prefix(30).map { Text(verbatim: $0) })
    }

    /// A warning for indicators that were asked for by name, are not listed, and have no values.
    static func withoutValues(_ id: KoladaIndicatorID, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "kolada.unknown-indicator",
            Text(
                sv:
                    "Kolada känner inte nyckeltalet \(id): det finns varken i katalogen eller har värden",
                en: "Kolada does not know the indicator \(id): it is not listed and has no values"),
            at: .argument("--kpi"), hint: meant(id.description, known))
    }

    private static func meant(_ word: String, _ known: [String]) -> Text? {
        let near = Suggestion.nearest(to: word, among: known)
        guard !near.isEmpty else { return nil }
        let list = near.joined(separator: ", ")
        return Text(sv: "Menade du \(list)?", en: "Did you mean \(list)?")
    }
}

extension IndicatorSelection {
    /// What to say about indicators that were asked for by id, are not in the catalogue, and had no
    /// values in a complete answer: the API answers an unknown id with nothing at all.
    public static func unknown(
        asked: [KoladaIndicatorID], withValues: Set<KoladaIndicatorID>,
        in catalogue: KoladaCatalogue
    ) -> [Diagnostic] {
        let listed = Set(catalogue.indicators.compactMap(\.indicatorID))
        let known = catalogue.indicators.map(\.id)
        return asked.filter { !listed.contains($0) && !withValues.contains($0) }
            .map { SelectionProblem.withoutValues($0, among: known) }
    }
}
