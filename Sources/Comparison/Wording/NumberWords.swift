public import Diagnostics
public import Indicators

/// Numbers as people write them in each language, to stand in sentences.
public enum NumberWords {
    /// A number with as many decimals as are asked for, rounded half away from zero.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - decimals: how many decimals; those it has when `nil`.
    ///   - signed: whether a number above zero has a plus sign.
    public static func text(
        _ value: ScaledDecimal, decimals: UInt8? = nil, signed: Bool = false
    ) -> Text {
        var shown = value
        if let decimals, let rounded = value.rounded(toScale: decimals) { shown = rounded }
        func written(_ decimal: String, _ group: String) -> String {
            let number = shown.formatted(decimalSeparator: decimal, groupSeparator: group)
                .replacing("-", with: "\u{2212}")
            return signed && shown.units > 0 ? "+" + number : number
        }
        return Text(sv: written(",", "\u{A0}"), en: written(".", ","))
    }

    /// A large number of cases, which claims two digits and no more: `ca 9 500`.
    public static func roughly(_ count: Int) -> Text {
        var unit = 1
        while count / unit >= 100 { unit *= 10 }
        let rounded = (count + unit / 2) / unit * unit
        return text(ScaledDecimal(rounded))
    }

    /// Names in a row: `Danderyd, Solna och Täby`.
    public static func listed(_ names: [String], _ language: Language) -> String {
        let and = Text(sv: "och", en: "and")[language]
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(and) " + last
    }
}
