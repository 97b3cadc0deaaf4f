package import Diagnostics
package import Indicators
internal import Reporting

extension Indicator {
    /// The unit as it stands in a column head.
    package var unitText: Text {
        switch unit {
        case "procent": Text(sv: unit, en: "percent")
        case "antal": Text(sv: unit, en: "number")
        case "dagar": Text(sv: unit, en: "days")
        case "ja/nej": Text(sv: unit, en: "yes/no")
        case "årsarbetare": Text(sv: unit, en: "full-time equivalents")
        default: Text(verbatim: unit)
        }
    }

    /// The unit of a difference between two values: shares differ by percentage points.
    package var differenceUnit: Text {
        unit == "procent" ? Text(sv: "procentenheter", en: "percentage points") : unitText
    }

    /// A value with its unit, to stand in a sentence: `86 procent`, `12 (antal)`.
    package func sentence(_ value: ScaledDecimal) -> Text {
        let decimals = max(decimals, value.scale)
        let readsOn = !(unit.hasPrefix("antal") || ["index", "kvot", "ja/nej"].contains(unit))
        func written(_ language: Language) -> String {
            let number = NumberFormat(language).string(value, decimals: decimals)
            return readsOn ? "\(number) \(unitText[language])" : "\(number) (\(unitText[language]))"
        }
        return Text(sv: written(.sv), en: written(.en))
    }
}
