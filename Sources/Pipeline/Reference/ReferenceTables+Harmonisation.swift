internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Warehouse

extension ReferenceTables {
    /// Takes what is declared of an indicator, so that figures of different reports speak of the same.
    mutating func addHarmonisation(_ row: ReferenceRow) {
        guard let rule: HarmonisationRow.Rule = word(row, "rule") else { return }
        let declared = HarmonisationRow(
            rule: rule, code: row["indicator_code"], document: row["document_code"],
            printed: row["printed"], means: row["means"], reason: row["reason"])
        if let problem = Self.problem(declared, row) {
            problems.append(problem)
            return
        }
        declare(
            .harmonisation,
            "\(declared.code) \(rule.rawValue) \(declared.document) \(NameFolding.key(declared.printed))",
            "indicator_code", row)
        refer(.indicators, declared.code, "indicator_code", row)
        if !declared.document.isEmpty {
            refer(.documents, declared.document, "document_code", row)
        }
        harmonisation.append(declared)
    }

    /// What the rule of a row must say and the row does not; `nil` for a row that says it.
    private static func problem(_ declared: HarmonisationRow, _ row: ReferenceRow) -> Diagnostic? {
        switch declared.rule {
        case .name:
            if declared.printed.isEmpty {
                return row.problem(
                    "printed",
                    Text(sv: "det tryckta namnet saknas", en: "the printed name is missing"))
            }
            guard !declared.means.isEmpty, declared.means != HarmonisationRow.complement else {
                return nil
            }
            return row.problem(
                "means",
                Text(
                    sv: "ett namn betyder nyckeltalet (tomt) eller dess komplement (complement)",
                    en: "a name means the indicator (blank) or its complement (complement)"))
        case .tertial:
            guard HarmonisationRow.Tertial(rawValue: declared.means) == nil else { return nil }
            return row.problem(
                "means",
                Text(
                    sv: "en tertialsiffra är accumulates, within eller point",
                    en: "a figure of a tertial is accumulates, within or point"))
        case .targetPeriod:
            guard
                declared.document.isEmpty
                    || (declared.means != "unstated" && Period(declared.means) == nil)
            else { return nil }
            return row.problem(
                declared.document.isEmpty ? "document_code" : "means",
                Text(
                    sv: "ett mål hör till ett dokument, och gäller en period eller unstated",
                    en: "a target is of a document, and holds for a period or unstated"))
        }
    }
}
