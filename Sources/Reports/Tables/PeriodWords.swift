internal import Indicators

/// Reads years that stand as the names of rows.
enum PeriodWords {
    /// The year of `2016` or `År 2016`; `nil` for anything else.
    ///
    /// Letters for digits are read.
    static func year(_ text: String) -> Period? {
        var words = text.split(whereSeparator: \.isWhitespace)
        if let first = words.first, ["år", "helår"].contains(first.lowercased()) {
            words.removeFirst()
        }
        guard let word = words.first, words.count == 1, word.unicodeScalars.count == 4,
            let numeral = Numeral(word), let year = Int(exactly: numeral.value.units)
        else { return nil }
        return Period(year: year)
    }
}
