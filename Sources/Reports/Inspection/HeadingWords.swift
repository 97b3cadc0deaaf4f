internal import Indicators

/// What the words of a heading suggest about its column, for tables that no manifest declares.
enum HeadingWords {
    /// What a heading suggests; `nil` when nothing in it is known.
    static func column(_ header: String) -> ColumnRule? {
        let words = HeadingKey.collapsed(header).lowercased()
        let key = HeadingKey.key(header)
        var column = ColumnRule(header: HeadingKey.collapsed(header))
        column.period = period(header)
        func figure(_ measure: FigureMeasure) -> ColumnRule {
            column.measure = measure
            return column
        }
        func role(_ role: ColumnRule.Role) -> ColumnRule {
            ColumnRule(header: column.header, role: role)
        }
        if key.contains("sjukfrånvaro") {
            column.gender =
                words.contains("kvinnor") ? .women : words.contains("män") ? .men : .total
            if key.contains("nyckeltal2") { return figure(.absenceLongShare) }
            if key.contains("kort") { return figure(.absenceShort) }
            return figure(key.contains("lång") ? .absenceLong : .absence)
        }
        if words == "kommun" || words == "kommuner" { return role(.municipality) }
        if ["ansvar", "kod", "ansvarskod", "enhetskod"].contains(words) { return role(.code) }
        if words.contains("datum") || words.contains("full effekt") { return role(.date) }
        if words.hasPrefix("kommentar") { return role(.text) }
        if words.hasPrefix("år") && words.contains("månad") { return role(.period) }
        if key.contains("avvikelse") {
            return figure(words.contains("prognos") ? .forecastDeviation : .deviation)
        }
        if words.hasPrefix("mål") { return figure(.target) }
        if words.contains("budget") { return figure(.budget) }
        if words.contains("prognos") { return figure(.forecast) }
        if words.contains("intäkter") { return figure(.income) }
        if words.contains("kostnader") { return figure(.cost) }
        if words.contains("netto") { return figure(.net) }
        if words.contains("utfall") || words.hasPrefix("resultat") || key.hasPrefix("varav") {
            return figure(.outcome)
        }
        return column.period == nil ? nil : figure(.outcome)
    }

    /// The year or tertial that a heading ends with; the whole year is meant only if a person says so.
    static func period(_ header: String) -> ReportPeriod? {
        let words = header.split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { return nil }
        if let tertial = FollowUp.tertial(last) { return .tertialOfRow(tertial.number) }
        return PeriodWords.year(String(last)).map { .fixed($0) }
    }

    /// Headings of the names of rows.
    static let names: Set<String> = [
        "indikator", "indikatorer", "nyckeltal", "mått", "verksamhet", "verksamhet,tkr",
        "verksamhet,mnkr", "resultatenhet", "enhet", "benämning", "mål", "område",
    ]
}
