public import Diagnostics
internal import Indicators

extension FigureWarning {
    /// What looks odd, as a sentence.
    ///
    /// - Parameter name: whose figure it is; `nil` when the whole period is meant.
    /// - Returns: the sentence.
    public func sentence(name: String?) -> Text {
        let found = NumberWords.text(self.found)
        let limit: Text
        if let expected {
            limit = NumberWords.text(expected)
        } else {
            limit = Text(verbatim: "")
        }
        switch kind {
        case .outsideOwnRange:
            return Text(
                sv: "\(name ?? ""): \(found.sv) ligger utanför 0–100, där nyckeltalet annars "
                    + "håller sig.",
                en: "\(name ?? ""): \(found.en) lies outside 0–100, where the indicator otherwise "
                    + "stays.")
        case .totalOutsideGenders:
            return Text(
                sv: "\(name ?? ""): totalen \(found.sv) ligger inte mellan kvinnors och mäns "
                    + "värden (närmaste \(limit.sv)).",
                en: "\(name ?? ""): the total \(found.en) does not lie between women's and men's "
                    + "values (the nearer is \(limit.en)).")
        case .coverageFallen:
            return Text(
                sv: "\(found.sv) enheter i landet har värde för perioden, mot \(limit.sv) året "
                    + "före.",
                en: "\(found.en) units in the country have a value for the period, against "
                    + "\(limit.en) the year before.")
        case .nationAbsent:
            return Text(
                sv: "Riket saknar värde för perioden men hade ett året före.",
                en: "The nation has no value for the period but had one the year before.")
        }
    }
}

extension ComparisonNotes {
    /// What looks odd in the figures shown, and in the period as a whole.
    static func plausibility(_ table: ComparisonTable) -> [Text] {
        let sentences = table.warnings.map { warning in
            warning.sentence(
                name: table.rows.first { $0.municipality.key == warning.municipalityKey }?
                    .municipality.name)
        }
        return sentences.map { Text(sv: "Rimlighet: \($0.sv)", en: "Plausibility: \($0.en)") }
    }
}
