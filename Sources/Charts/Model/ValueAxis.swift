internal import Diagnostics
internal import Glibc
internal import Indicators
internal import Reporting

/// An axis of values: its ends, and the round numbers written along it.
struct ValueAxis: Sendable, Hashable {
    let lower: Double
    let upper: Double
    /// The round numbers within the ends.
    let ticks: [Double]
    private let decimals: UInt8

    /// Makes an axis that holds some values with a little room on both sides.
    ///
    /// Steps are 1, 2 or 5 times a power of ten, as people count.
    init(holding values: some Sequence<Double>, steps: Int = 6) {
        let finite = values.filter(\.isFinite)
        let smallest = finite.min() ?? 0
        let largest = finite.max() ?? 1
        // A single value, or none, needs an axis too.
        let span = largest > smallest ? largest - smallest : max(abs(largest) * 0.1, 1)
        lower = smallest - span * 0.05
        upper = largest + span * 0.05
        let rough = (upper - lower) / Double(max(1, steps))
        let power = floor(log10(rough))
        let unit = pow(10, power)
        let step = ([1, 2, 5, 10].first { $0 * unit >= rough } ?? 10) * unit
        decimals = UInt8(max(0, min(9, -floor(log10(step) + 1e-9))))
        let first = (lower / step).rounded(.up)
        let last = (upper / step).rounded(.down)
        ticks =
            first <= last && last - first < 100
            ? stride(from: first, through: last, by: 1).map { $0 * step } : [smallest]
    }

    /// A number of the axis as people of a language write it.
    func label(_ value: Double, _ language: Language) -> String {
        written(value, decimals, language)
    }

    /// A number between those of the axis, such as a median, with one decimal more than they have.
    func fineLabel(_ value: Double, _ language: Language) -> String {
        written(value, min(9, decimals + 1), language)
    }

    private func written(_ value: Double, _ decimals: UInt8, _ language: Language) -> String {
        let scaled = (value * pow(10, Double(decimals))).rounded()
        guard abs(scaled) < 9e18 else { return value.description }
        return NumberFormat(language).string(
            ScaledDecimal(units: Int64(scaled), scale: decimals))
    }
}
