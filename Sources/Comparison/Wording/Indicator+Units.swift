public import Diagnostics
public import Indicators

extension Indicator {
    /// The unit as it stands in a column head.
    public var unitText: Text {
        switch unit {
        case "procent": Text(sv: unit, en: "percent")
        case "antal": Text(sv: unit, en: "number")
        case "dagar": Text(sv: unit, en: "days")
        case "ja/nej": Text(sv: unit, en: "yes/no")
        case "årsarbetare": Text(sv: unit, en: "full-time equivalents")
        case TitleReading.unknownUnit: Text(sv: unit, en: "unknown unit")
        default: Text(verbatim: unit)
        }
    }

    /// The unit of a difference between two values: shares differ by percentage points.
    public var differenceUnit: Text {
        unit == "procent" ? Text(sv: "procentenheter", en: "percentage points") : unitText
    }

    /// A value with its unit, to stand in a sentence: `86 procent`, `12 (antal)`.
    public func sentence(_ value: ScaledDecimal) -> Text {
        phrase(value, decimals: max(decimals, value.scale), unitText)
    }

    /// A difference without its sign, with its unit: `4,0 procentenheter`.
    ///
    /// - Parameters:
    ///   - value: the difference.
    ///   - decimals: how many decimals it is worth.
    /// - Returns: the phrase.
    public func differencePhrase(_ value: ScaledDecimal, decimals: UInt8) -> Text {
        let size = value.units < 0 ? ScaledDecimal(0).subtracting(value) ?? value : value
        // The value beside it says that the unit is unknown.
        if unit == TitleReading.unknownUnit { return NumberWords.text(size, decimals: decimals) }
        let one = NumberWords.text(size, decimals: decimals).sv == "1" && unit == "procent"
        return phrase(
            size, decimals: decimals,
            one ? Text(sv: "procentenhet", en: "percentage point") : differenceUnit)
    }

    private func phrase(_ value: ScaledDecimal, decimals: UInt8, _ unit: Text) -> Text {
        let number = NumberWords.text(value, decimals: decimals)
        let readsOn =
            !(self.unit.hasPrefix("antal")
            || ["index", "kvot", "ja/nej", TitleReading.unknownUnit].contains(self.unit))
        return readsOn
            ? Text(sv: "\(number.sv) \(unit.sv)", en: "\(number.en) \(unit.en)")
            : Text(sv: "\(number.sv) (\(unit.sv))", en: "\(number.en) (\(unit.en))")
    }

    /// Which cases a period speaks of, as the middle of a sentence; `nil` where it is the period itself.
    var windowPhrase: String? {
        guard let referenceWindow else { return nil }
        var phrase = Substring(referenceWindow)
        while phrase.hasSuffix(".") { phrase.removeLast() }
        // Seeds write whole phrases: "Avser utredningar …"; others may not.
        for beginning in ["Avser: ", "Avser ", "avser "] where phrase.hasPrefix(beginning) {
            return String(phrase.dropFirst(beginning.count))
        }
        return String(phrase)
    }
}
