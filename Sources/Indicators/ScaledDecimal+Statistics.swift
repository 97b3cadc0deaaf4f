extension ScaledDecimal {
    /// The nearest floating-point number; for statistics only, never for a figure that is shown.
    public var approximation: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(units) / divisor
    }

    /// The exact sum of numbers; `nil` when it does not fit.
    public static func sum(_ numbers: some Sequence<ScaledDecimal>) -> ScaledDecimal? {
        var total = ScaledDecimal(0)
        for number in numbers {
            let common = max(total.scale, number.scale)
            guard let left = total.rescaled(to: common), let right = number.rescaled(to: common)
            else { return nil }
            let (sum, overflow) = left.units.addingReportingOverflow(right.units)
            guard !overflow, let next = ScaledDecimal(units: sum, scale: common) else { return nil }
            total = next
        }
        return total
    }

    /// The exact product with a whole number; `nil` when it does not fit.
    public func multiplied(by factor: Int) -> ScaledDecimal? {
        let (product, overflow) = units.multipliedReportingOverflow(by: Int128(factor))
        return overflow ? nil : ScaledDecimal(units: product, scale: scale)
    }

    /// The quotient rounded half away from zero to a number of decimals, without zeros at its end.
    /// - Returns: `nil` for a division by zero, or when the quotient does not fit.
    public func divided(by divisor: ScaledDecimal, decimals: UInt8) -> ScaledDecimal? {
        guard divisor.units != 0 else { return nil }
        // self / divisor = (units × 10^(divisor.scale + decimals − scale)) / divisor.units.
        var numerator = units
        var denominator = divisor.units
        let shift = Int(divisor.scale) + Int(decimals) - Int(scale)
        for _ in 0..<abs(shift) {
            let (product, overflow) =
                shift > 0
                ? numerator.multipliedReportingOverflow(by: 10)
                : denominator.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            if shift > 0 { numerator = product } else { denominator = product }
        }
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let sign: Int128 = (numerator < 0) == (denominator < 0) ? 1 : -1
        let carries = remainder.magnitude >= denominator.magnitude - remainder.magnitude
        return ScaledDecimal(units: quotient + (carries ? sign : 0), scale: decimals)?.canonical
    }

    /// The arithmetic mean, to ten decimals; `nil` of nothing.
    public static func mean(_ numbers: [ScaledDecimal]) -> ScaledDecimal? {
        sum(numbers)?.divided(by: ScaledDecimal(numbers.count), decimals: 10)
    }

    /// Numbers in ascending order.
    public static func ascending(_ numbers: [ScaledDecimal]) -> [ScaledDecimal] {
        ascendingOrder(of: numbers).map { numbers[$0] }
    }

    /// Where numbers stand that are to come in ascending order, as indices; of equal ones the first comes first.
    ///
    /// At one scale they are whole numbers, which are compared many times as quickly.
    public static func ascendingOrder(of numbers: [ScaledDecimal]) -> [Int] {
        let scale = numbers.lazy.map(\.scale).max() ?? 0
        var wholes: [(units: Int128, index: Int)] = []
        wholes.reserveCapacity(numbers.count)
        for (index, number) in numbers.enumerated() {
            guard let whole = number.rescaled(to: scale) else {
                return numbers.indices.sorted { numbers[$0] < numbers[$1] }
            }
            wholes.append((whole.units, index))
        }
        // What was ranked comes the highest first: turned round it is in order but for equal values.
        if let first = wholes.first, let last = wholes.last, last.units < first.units {
            wholes.reverse()
        }
        wholes.sort { ($0.units, $0.index) < ($1.units, $1.index) }
        return wholes.map(\.index)
    }

    /// The median: the middle number, or the mean of the two in the middle; `nil` of nothing.
    public static func median(_ numbers: [ScaledDecimal]) -> ScaledDecimal? {
        median(ofSorted: numbers.sorted())
    }

    /// The median of numbers that are sorted already; `nil` of nothing.
    public static func median(ofSorted sorted: [ScaledDecimal]) -> ScaledDecimal? {
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle].canonical }
        return mean([sorted[middle - 1], sorted[middle]])
    }
}
