internal import Diagnostics

extension ComparisonNotes {
    /// That the year is still being collected, and what is left out therefore.
    static func collection(_ table: ComparisonTable) -> [Text] {
        guard table.isCollecting else { return [] }
        return [
            Text(
                sv: "Insamlingen för \(table.period) pågår: värdena är preliminära och alla har "
                    + "inte rapporterat. Medel, median, plats och omdöme visas när insamlingen är klar.",
                en: "\(table.period) is still being collected: the values are preliminary and not "
                    + "everybody has reported. Mean, median, rank and verdict are shown when the "
                    + "collection has ended.")
        ]
    }
}
