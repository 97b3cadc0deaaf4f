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
        let (reached, partly, missed) = (count(.reached), count(.partly), count(.missed))
        let unsure = rows.count { $0.status == .missed && $0.isWithinUncertainty == true }
        let chance =
            unsure == 0
            ? Text(verbatim: "")
            : Text(
                sv: " (\(unsure) inom osäkerheten)", en: " (\(unsure) within the uncertainty)")
        return [
            Text(
                sv: "Av \(name)s \(judged) mål som kan bedömas är \(reached) uppnådda, \(partly) "
                    + "delvis uppnådda och \(missed) inte uppnådda\(chance.sv); \(count(.expected)) "
                    + "bedöms uppnås och \(count(.notMeasured)) är inte mätta.",
                en: "Of \(name)'s \(judged) targets that can be judged \(reached) are reached, "
                    + "\(partly) partly reached and \(missed) missed\(chance.en); "
                    + "\(count(.expected)) are expected to be reached and \(count(.notMeasured)) are "
                    + "not measured.")
        ]
    }
}
