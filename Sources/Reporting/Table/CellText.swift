public import Diagnostics
internal import Indicators

/// A cell as people read it, split at the decimal mark so that columns can line up.
struct CellText: Sendable, Hashable {
    /// The text before the decimal mark; the whole text of a cell that is no number.
    let whole: String
    /// The decimal mark and what follows it; empty without decimals.
    let fraction: String
    /// How the text may be coloured.
    let tone: Cell.Tone

    /// Writes a cell in a language; text from data is not yet escaped.
    init(_ cell: Cell, _ language: Language) {
        switch cell {
        case .empty:
            (whole, fraction, tone) = ("", "", .plain)
        case .text(let value):
            (whole, fraction, tone) = (value, "", .plain)
        case .label(let value, let tone):
            (whole, fraction) = (value[language], "")
            self.tone = tone
        case .integer(let value):
            (whole, fraction, tone) = (NumberFormat(language).string(value), "", .plain)
        case .decimal(let value, let decimals, let signed, let preliminary):
            let parts = NumberFormat(language).parts(value, decimals: decimals, signed: signed)
            whole = parts.whole
            fraction =
                preliminary
                ? "\(parts.fraction)\u{A0}\(ReportTable.preliminarySign)" : parts.fraction
            tone = .plain
        case .gauge(let gauge):
            (whole, fraction, tone) = (gauge.drawing, "", .plain)
        case .missing(let status):
            (whole, fraction, tone) = (status.sign[language], "", .muted)
        }
    }

    /// The text in one piece.
    var joined: String { whole + fraction }
}

extension Cell {
    /// The cell as people of a language read it, in one piece and not yet escaped.
    public func plainText(_ language: Language) -> String {
        CellText(self, language).joined
    }
}
