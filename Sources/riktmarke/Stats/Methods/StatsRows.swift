internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// What the cells of a row stand for; refused where they cannot.
enum StatsRows {
    /// Cases out of cases; `nil` where one is missing.
    static func proportion(
        _ x: Double?, _ xName: String, of n: Double?, _ nName: String
    ) throws(StatsProblem) -> Proportion? {
        try count(x, xName)
        try denominator(n, nName)
        guard let x, let n else { return nil }
        guard let share = Proportion(count: x, total: n) else {
            throw .range(
                xName, x,
                Text(
                    sv: "den får inte vara större än \(nName), som är \(ShortestNumber.text(n))",
                    en: "it must not be above \(nName), which is \(ShortestNumber.text(n))"))
        }
        return share
    }

    /// Events; `nil` where missing.
    @discardableResult
    static func count(_ x: Double?, _ name: String) throws(StatsProblem) -> EventCount? {
        guard let x else { return nil }
        guard let events = EventCount(x) else {
            throw .range(
                name, x, Text(sv: "den får inte vara negativ", en: "it must not be negative"))
        }
        return events
    }

    /// What is divided by; `nil` where missing.
    @discardableResult
    static func denominator(_ n: Double?, _ name: String) throws(StatsProblem) -> Double? {
        guard let n else { return nil }
        guard n > 0 else {
            throw .range(
                name, n, Text(sv: "den ska vara större än 0", en: "it must be above 0"))
        }
        return n
    }

    /// An interval; `nil` where an end is missing.
    static func interval(
        _ lower: Double?, _ upper: Double?
    ) throws(StatsProblem) -> ClosedRange<Double>? {
        guard let lower, let upper else { return nil }
        guard lower <= upper else {
            throw .range(
                "lower", lower,
                Text(
                    sv: "den får inte vara större än upper, som är \(ShortestNumber.text(upper))",
                    en: "it must not be above upper, which is \(ShortestNumber.text(upper))"))
        }
        return lower...upper
    }
}

/// Help that several methods share.
enum StatsHelp {
    /// The help of `--multiplier`.
    static var multiplier: ArgumentHelp {
        Text(
            sv: "Vad andelar och tal gångras med, som 100 för procent.",
            en: "What shares and rates are multiplied by, such as 100 for per cent."
        ).help(valueName: "factor")
    }
}
