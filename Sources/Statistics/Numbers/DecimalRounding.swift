/// Rounding as people do it who see the decimals: half away from zero.
public enum DecimalRounding {
    /// Rounds what a double is written as: 2.345 gives 2.35, though the double lies just below.
    ///
    /// Statistics Norway and Statistics Sweden round so. Values are compared and coloured unrounded.
    ///
    /// - Parameters:
    ///   - value: any number.
    ///   - decimals: how many decimals to keep, 0 to 15.
    /// - Returns: the double nearest to the rounded decimal.
    public static func halfAwayFromZero(_ value: Double, decimals: Int) -> Double {
        guard value.isFinite, abs(value) < 1e15, (0...15).contains(decimals) else { return value }
        let text = ShortestDecimal.digits(of: abs(value))
        let kept = text.exponent + decimals
        // The shortest digits already end before the last decimal that is kept.
        guard kept < text.digits.count else { return value }
        guard kept >= 0 else { return 0 }
        var digits = Array(text.digits.prefix(kept))
        if text.digits[kept] >= 5 {
            var place = kept - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
        }
        let whole = digits.map(String.init).joined()
        let rounded = Double("\(whole.isEmpty ? "0" : whole)e\(-decimals)") ?? value
        return value < 0 ? -rounded : rounded
    }
}

/// The shortest decimal digits that give a double back.
enum ShortestDecimal {
    /// The digits of a number of 0 or more, and where the point stands: 0.d₁d₂… · 10^exponent.
    static func digits(of value: Double) -> (digits: [Int], exponent: Int) {
        let parts = value.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let digits = mantissa.joined().compactMap(\.wholeNumberValue)
        return (digits, mantissa[0].count + shift)
    }
}
