/// A `numeric` in the server's form: digits in groups of four, aligned at the decimal point.
///
/// The value is ± (first group) × 10000^weight + (second group) × 10000^(weight − 1) + …
struct NumericGroups {
    static let positive: UInt16 = 0x0000
    static let negative: UInt16 = 0x4000

    /// 38 digits touch at most 11 groups, whatever the decimal point cuts.
    static let capacity = 11

    /// The groups from the right of the array, most significant first.
    private var groups = InlineArray<11, UInt16>(repeating: 0)
    private var start = capacity
    private var end = capacity
    /// The power of 10000 of the first group.
    private(set) var weight: Int16 = 0
    let sign: UInt16

    var count: Int { end - start }

    subscript(index: Int) -> UInt16 { groups[start + index] }

    init(_ value: PostgresNumeric) throws(PostgresValueError) {
        guard value.units.magnitude <= PostgresNumeric.maximumUnits.magnitude else {
            throw PostgresValueError("a number of more than 38 digits is not supported")
        }
        sign = value.units < 0 ? Self.negative : Self.positive
        // 64-bit division is many times faster than 128-bit, and nearly all figures fit.
        if let small = UInt64(exactly: value.units.magnitude) {
            fill(small, scale: value.scale)
        } else {
            fill(value.units.magnitude, scale: value.scale)
        }
    }

    init(units: Int64, scale: UInt8) {
        sign = units < 0 ? Self.negative : Self.positive
        fill(units.magnitude, scale: scale)
    }

    @inline(__always)
    private mutating func fill<T: FixedWidthInteger & UnsignedInteger>(
        _ magnitude: T, scale: UInt8
    ) {
        var rest = magnitude
        guard rest != 0 else { return }
        let decimals = Int(scale)
        let fractionGroups = (decimals + 3) / 4
        var produced = 0
        // The last group may hold fewer than four decimals: pad it with zeros on the right.
        let lastDecimals = decimals % 4
        if lastDecimals > 0 {
            let (cut, padding): (T, T) =
                switch lastDecimals {
                case 1: (10, 1000)
                case 2: (100, 100)
                default: (1000, 10)
                }
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: cut)
            push(UInt16(truncatingIfNeeded: remainder * padding))
            produced = 1
            rest = quotient
        }
        while rest != 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10_000)
            push(UInt16(truncatingIfNeeded: remainder))
            produced += 1
            rest = quotient
        }
        weight = Int16(produced - fractionGroups - 1)
    }

    /// Adds a group on the left; zeros on the far right are left out, as the server does.
    @inline(__always)
    private mutating func push(_ group: UInt16) {
        if start == end, group == 0 { return }
        start -= 1
        groups[start] = group
    }
}
