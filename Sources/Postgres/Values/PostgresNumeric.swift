/// An exact decimal number of at most 38 digits: `units` / 10^`scale`.
///
/// It stands for PostgreSQL's `numeric`. Equality is by spelling, as a receipt needs it:
/// 1.0 (`units` 10, `scale` 1) and 1.00 (`units` 100, `scale` 2) are different values.
public struct PostgresNumeric: Sendable, Hashable, BitwiseCopyable {
    /// The digits without the decimal point, with the sign.
    public let units: Int128
    /// How many of the digits are decimals.
    public let scale: UInt8

    /// The largest magnitude of ``units``: 38 nines.
    public static let maximumUnits: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999

    /// Makes units / 10^scale; a number of more than 38 digits is refused when it is sent.
    public init(units: Int128, scale: UInt8) {
        self.units = units
        self.scale = scale
    }

    /// Makes an integer.
    public init(_ integer: some BinaryInteger & SignedInteger & FixedWidthInteger) {
        self.init(units: Int128(truncatingIfNeeded: integer), scale: 0)
    }
}

extension PostgresNumeric: CustomStringConvertible {
    /// The number with a decimal point and all its decimals, as the server writes it.
    public var description: String {
        let digits = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let missing = Int(scale) + 1 - digits.utf8.count
        let padded = missing > 0 ? String(repeating: "0", count: missing) + digits : digits
        return "\(sign)\(padded.dropLast(Int(scale))).\(padded.suffix(Int(scale)))"
    }
}

extension PostgresNumeric: PostgresEncodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.numeric }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        let groups = try NumericGroups(self)
        output.append(Int16(groups.count))
        output.append(groups.weight)
        output.append(groups.sign)
        output.append(UInt16(scale))
        for index in 0..<groups.count {
            output.append(groups[index])
        }
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }
}
