public import Diagnostics
public import Indicators

/// What has become of a municipality's targets, in a sentence that a committee can read.
public enum TargetsSentence {
    /// The sentences: how many were reached, missed and not measured, and what may be chance.
    public static func sentences(of rows: [TargetRow], focus: Municipality) -> [Text] {
        func count(_ status: TargetStatus) -> Int { rows.count { $0.status == status } }
        let judged = rows.count { $0.status != nil }
        let name = focus.name
        guard judged > 0 else {
            return [
                Text(
                    sv: "\(name) har \(rows.count) mål i lagret, men inget av dem kan bedömas.",
                    en: "\(name) has \(rows.count) targets here, but none of them can be judged.")
            ]
        }
        if judged == 1, let row = rows.first(where: { $0.status != nil }), let status = row.status {
            let what = outcome(status, row.isWithinUncertainty == true)
            return [
                Text(
                    sv: "\(name)s enda mål som kan bedömas \(what.sv).",
                    en: "\(name)'s only target that can be judged \(what.en).")
            ]
        }
        let (reached, partly, missed) = (count(.reached), count(.partly), count(.missed))
        let unsure = rows.count { $0.status == .missed && $0.isWithinUncertainty == true }
        let chance =
            unsure == 0
            ? Text(verbatim: "")
            : Text(
                sv: " (\(unsure) inom osäkerheten)", en: " (\(unsure) within the uncertainty)")
        let withheld = count(.suppressed)
        let hidden =
            withheld == 0
            ? Text(verbatim: "")
            : Text(
                sv: "; \(withheld) omfattas av sekretess", en: "; \(withheld) are suppressed")
        return [
            Text(
                sv: "Av \(name)s \(judged) mål som kan bedömas är \(reached) uppnådda, \(partly) "
                    + "delvis uppnådda och \(missed) inte uppnådda\(chance.sv); \(count(.expected)) "
                    + "bedöms uppnås och \(count(.notMeasured)) är inte mätta\(hidden.sv).",
                en: "Of \(name)'s \(judged) targets that can be judged \(reached) are reached, "
                    + "\(partly) partly reached and \(missed) missed\(chance.en); "
                    + "\(count(.expected)) are expected to be reached and \(count(.notMeasured)) are "
                    + "not measured\(hidden.en).")
        ]
    }

    /// What has become of a single target.
    private static func outcome(_ status: TargetStatus, _ isUnsure: Bool) -> Text {
        switch status {
        case .reached: Text(sv: "är uppnått", en: "is reached")
        case .partly: Text(sv: "är delvis uppnått", en: "is partly reached")
        case .missed:
            isUnsure
                ? Text(
                    sv: "är inte uppnått (inom osäkerheten)",
                    en: "is missed (within the uncertainty)")
                : Text(sv: "är inte uppnått", en: "is missed")
        case .expected: Text(sv: "bedöms uppnås", en: "is expected to be reached")
        case .suppressed: Text(sv: "omfattas av sekretess", en: "is suppressed")
        case .notMeasured: Text(sv: "är inte mätt", en: "is not measured")
        }
    }
}
