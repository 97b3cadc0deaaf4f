extension PostgresNumeric: PostgresDecodable {
    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.numeric }

    /// Reads a number exactly; NaN, the infinities and more than 38 digits are errors.
    public static func decode(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> PostgresNumeric {
        let count = Int(try bytes.integer(at: 0, as: UInt16.self))
        let weight = Int(try bytes.integer(at: 2, as: Int16.self))
        let sign = try bytes.integer(at: 4, as: UInt16.self)
        let scale = Int(try bytes.integer(at: 6, as: UInt16.self))
        switch sign {
        case NumericGroups.positive, NumericGroups.negative: break
        case 0xC000: throw PostgresValueError("NaN is not a number")
        case 0xD000: throw PostgresValueError("Infinity is not a number")
        case 0xF000: throw PostgresValueError("-Infinity is not a number")
        default: throw PostgresValueError("a numeric with the unknown sign \(sign)")
        }
        guard let scale8 = UInt8(exactly: scale) else {
            throw PostgresValueError("a number with \(scale) decimals is not supported")
        }
        var accumulator = DigitAccumulator()
        for index in 0..<count {
            let group = try bytes.integer(at: 8 + 2 * index, as: UInt16.self)
            // Decimals this group reaches beyond `scale`: they are zeros and not counted.
            let excess = (index - weight) * 4 - scale
            try accumulator.append(group: group, excess: excess)
        }
        if count > 0 {
            try accumulator.multiply(byPowerOfTen: scale + (weight - count + 1) * 4)
        }
        guard accumulator.magnitude <= maximumUnits.magnitude else {
            throw DigitAccumulator.tooLong
        }
        let units = Int128(accumulator.magnitude)
        return PostgresNumeric(
            units: sign == NumericGroups.negative ? -units : units, scale: scale8)
    }
}

/// Puts groups of four decimal digits together without loss.
private struct DigitAccumulator {
    static let tooLong = PostgresValueError("a number of more than 38 digits is not supported")

    private(set) var magnitude: UInt128 = 0

    /// Adds a group; its `excess` last digits must be zero and are left out.
    mutating func append(group: UInt16, excess: Int) throws(PostgresValueError) {
        let (factor, cut): (UInt128, UInt16) =
            switch excess {
            case ...0: (10_000, 1)
            case 1: (1000, 10)
            case 2: (100, 100)
            case 3: (10, 1000)
            default: (1, 10_000)
            }
        guard group % cut == 0 else {
            throw PostgresValueError("a numeric holds digits beyond its own scale")
        }
        try multiplyAdd(factor, UInt128(group / cut))
    }

    /// Appends zeros; a negative power was left out group by group already.
    mutating func multiply(byPowerOfTen power: Int) throws(PostgresValueError) {
        guard power > 0, magnitude != 0 else { return }
        for _ in 0..<power {
            try multiplyAdd(10, 0)
        }
    }

    private mutating func multiplyAdd(
        _ factor: UInt128, _ summand: UInt128
    ) throws(PostgresValueError) {
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: factor)
        let (sum, carry) = product.addingReportingOverflow(summand)
        guard !overflow, !carry else { throw Self.tooLong }
        magnitude = sum
    }
}
