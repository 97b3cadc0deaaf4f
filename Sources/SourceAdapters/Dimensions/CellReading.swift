import Diagnostics
import Indicators

/// Reads the cells that name a period, a gender, a status or a number of a document's line.
enum CellReading {
    /// Reads a period; blanks around it are allowed.
    static func period(_ cell: String) throws(CellFault) -> Int32 {
        let text = NameFolding.key(cell)
        if let period = Period(text) { return period.key }
        throw CellFault(
            "period.unreadable",
            Text(sv: "”\(cell)” är ingen period", en: "\"\(cell)\" is no period"),
            hint: periodHint(text))
    }

    /// Reads a gender word.
    static func gender(_ cell: String) throws(CellFault) -> Int16 {
        if let gender = Gender(word: NameFolding.key(cell)) { return gender.key }
        let isF = NameFolding.key(cell) == "f"
        throw CellFault(
            "gender.unknown",
            Text(sv: "”\(cell)” är inget kön", en: "\"\(cell)\" is no gender"),
            hint: isF
                ? Text(
                    sv: "F kan betyda flickor eller female: förklara det under ”gender: words”.",
                    en: "F may mean flickor or female: explain it under \"gender: words\".")
                : Text(
                    sv: "Skriv T, K eller M, eller förklara ordet under ”gender: words”.",
                    en: "Write T, K or M, or explain the word under \"gender: words\"."))
    }

    /// Reads a status word.
    static func status(_ cell: String) throws(CellFault) -> Int16 {
        if let status = OutcomeStatus(rawValue: NameFolding.key(cell)) { return status.key }
        let words = OutcomeStatus.allCases.map(\.rawValue)
        throw CellFault(
            "status.unknown",
            Text(sv: "”\(cell)” är ingen status", en: "\"\(cell)\" is no status"),
            hint: CellFault.meant(Suggestion.nearest(to: cell, among: words))
                ?? Text(
                    sv: "Skriv något av: \(words.joined(separator: ", ")).",
                    en: "Write one of: \(words.joined(separator: ", "))."))
    }

    /// The fault of a key cell in which nothing stands.
    static func blank(_ field: OutcomeField) -> CellFault {
        CellFault(
            "\(field.rawValue).blank",
            Text(
                sv: "fältet ”\(field.rawValue)” är tomt",
                en: "the field \"\(field.rawValue)\" is blank"))
    }

    private static func periodHint(_ text: String) -> Text {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        if text.count == 2, digits.count == 2 {
            return Text(
                sv: "Skriv året med fyra siffror, till exempel 20\(digits).",
                en: "Write the year with four digits, such as 20\(digits).")
        }
        return Text(
            sv: "Så skrivs perioder: 2017, 2018-T1, 2018-Q1, 2018-04, 2017-12-31, 2016/17.",
            en: "Periods are written 2017, 2018-T1, 2018-Q1, 2018-04, 2017-12-31, 2016/17.")
    }
}
