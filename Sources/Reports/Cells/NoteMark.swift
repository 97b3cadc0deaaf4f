/// The mark of a note that stands after a number: raised digits or stars, `12¹`, `86 %²⁾`, `21 %*`.
enum NoteMark {
    /// Parts a printed number from the mark after it.
    ///
    /// Raised digits and stars belong to no number: a mark of one or two of them after a digit or a percent sign is
    /// read past. Anything else is left as it is, and is no number.
    ///
    /// - Parameter printed: The cell, without blanks at its ends.
    /// - Returns: the cell without its mark; nil where it has none.
    static func removed(_ printed: String) -> String? {
        var scalars = Substring(printed).unicodeScalars
        if let last = scalars.last, last == ")" || last == "\u{207E}" { scalars.removeLast() }
        var marks = 0
        while let last = scalars.last, isRaised(last) || last == "*" {
            scalars.removeLast()
            marks += 1
        }
        while let last = scalars.last, BlankScalar.isBlank(last) { scalars.removeLast() }
        guard (1...2).contains(marks), let last = scalars.last,
            ("0"..."9").contains(last) || last == "%"
        else { return nil }
        return String(scalars)
    }

    private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{B9}", "\u{B2}", "\u{B3}", "\u{2070}", "\u{2074}"..."\u{2079}": true
        default: false
        }
    }
}
