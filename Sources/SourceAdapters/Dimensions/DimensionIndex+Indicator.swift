import Diagnostics
import Indicators

extension DimensionIndex {
    /// Finds the indicator that a cell names by code or by an alias.
    ///
    /// - Parameters:
    ///   - cell: The text of the cell.
    ///   - suggests: Whether to look for what a misspelt name meant, which is slow.
    /// - Returns: The key.
    /// - Throws: `CellFault` when it names none, or several.
    package func indicator(_ cell: String, suggests: Bool = true) throws(CellFault) -> Int32 {
        let folded = NameFolding.key(cell)
        if let place = indicatorByCode[folded.uppercased()] { return indicators[place].key }
        let places = indicatorsByName[folded] ?? []
        if places.count == 1 { return indicators[places[0]].key }
        guard places.isEmpty else {
            throw CellFault(
                "indicator.ambiguous",
                Text(
                    sv: "”\(cell)” är namn på flera nyckeltal",
                    en: "\"\(cell)\" is a name of several indicators"),
                hint: CellFault.meant(places.map { described(indicators[$0]) }))
        }
        var hint = CellFault.garbled(cell)
        if hint == nil, suggests { hint = CellFault.meant(nearestIndicators(to: cell)) }
        throw CellFault(
            "indicator.unknown",
            Text(
                sv: "inget nyckeltal har koden eller namnet ”\(cell)”",
                en: "no indicator has the code or name \"\(cell)\""),
            hint: hint)
    }

    /// Finds the document of a code.
    ///
    /// - Parameters:
    ///   - cell: The text of the cell.
    ///   - suggests: Whether to look for what a misspelt code meant.
    /// - Returns: The key.
    /// - Throws: `CellFault` when there is no such document.
    func document(_ cell: String, suggests: Bool = true) throws(CellFault) -> Int32 {
        let code = NameFolding.key(cell)
        if let key = documentByCode[code] ?? documentByCode[cell] { return key }
        let nearest =
            suggests ? Suggestion.nearest(to: code, among: documents.map(\.code)) : []
        throw CellFault(
            "document.unknown",
            Text(
                sv: "dokumentregistret har inget dokument ”\(cell)”",
                en: "the registry has no document \"\(cell)\""),
            hint: CellFault.meant(nearest))
    }

    private func nearestIndicators(to cell: String) -> [String] {
        let codes = indicators.map(\.code.description)
        let nearest = Suggestion.nearest(to: cell, among: codes)
        if !nearest.isEmpty {
            return nearest.compactMap { code in
                indicatorByCode[code].map { described(indicators[$0]) }
            }
        }
        let names = indicatorsByName.keys.sorted()
        return Suggestion.nearest(to: NameFolding.key(cell), among: names).flatMap { name in
            (indicatorsByName[name] ?? []).map { described(indicators[$0]) }
        }
    }

    private func described(_ indicator: Indicator) -> String {
        indicator.title.isEmpty
            ? indicator.code.description : "\(indicator.code) (\(indicator.title))"
    }
}
