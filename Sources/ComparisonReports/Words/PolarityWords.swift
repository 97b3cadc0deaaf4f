package import Diagnostics
package import Indicators

extension Polarity {
    /// Which direction is good, as a sentence without a full stop.
    package var sentence: Text {
        switch self {
        case .high: Text(sv: "högt värde är bra", en: "a high value is good")
        case .low: Text(sv: "lågt värde är bra", en: "a low value is good")
        case .band: Text(sv: "bra inom ett spann", en: "good within a band")
        case .none:
            Text(
                sv: "varken högt eller lågt värde är bra i sig",
                en: "neither a high nor a low value is good in itself")
        case .unknown:
            Text(
                sv: "vilket håll som är bra är inte bestämt",
                en: "which direction is good has not been decided")
        }
    }

    /// Which direction is good, in a word for a column.
    package var word: Text {
        switch self {
        case .high: Text(sv: "högt", en: "high")
        case .low: Text(sv: "lågt", en: "low")
        case .band: Text(sv: "spann", en: "band")
        case .none: Text(sv: "ingetdera", en: "neither")
        case .unknown: Text(sv: "obestämt", en: "undecided")
        }
    }
}
