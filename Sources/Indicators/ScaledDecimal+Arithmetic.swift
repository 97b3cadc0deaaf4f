extension ScaledDecimal {
    /// The exact difference of two numbers; `nil` when it does not fit.
    public func subtracting(_ other: ScaledDecimal) -> ScaledDecimal? {
        let common = max(scale, other.scale)
        guard let left = rescaled(to: common), let right = other.rescaled(to: common) else {
            return nil
        }
        let (difference, overflow) = left.units.subtractingReportingOverflow(right.units)
        return overflow ? nil : ScaledDecimal(units: difference, scale: common)
    }
}

extension ScaledDecimal: Comparable {
    /// Whether two numbers are equal whatever their scale.
    public static func == (left: ScaledDecimal, right: ScaledDecimal) -> Bool {
        // Figures of an indicator mostly have as many decimals as each other.
        guard left.scale != right.scale else { return left.units == right.units }
        let left = left.canonical
        let right = right.canonical
        return left.units == right.units && left.scale == right.scale
    }

    /// Orders numbers by value.
    public static func < (left: ScaledDecimal, right: ScaledDecimal) -> Bool {
        guard left.scale != right.scale else { return left.units < right.units }
        let common = max(left.scale, right.scale)
        if let a = left.rescaled(to: common), let b = right.rescaled(to: common) {
            return a.units < b.units
        }
        // One of them overflows at the common scale, so their whole parts differ.
        return left.wholePart < right.wholePart
    }

    private var wholePart: Int128 {
        var units = units
        for _ in 0..<scale { units /= 10 }
        return units
    }
}

extension ScaledDecimal: Hashable {
    /// Hashes the canonical form, so that equal numbers hash alike.
    public func hash(into hasher: inout Hasher) {
        let canonical = canonical
        hasher.combine(canonical.units)
        hasher.combine(canonical.scale)
    }
}
