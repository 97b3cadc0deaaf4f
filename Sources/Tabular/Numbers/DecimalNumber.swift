/// A decimal number as it was printed: `4,80` is 480 units of scale 2.
///
/// The printed scale is kept, since `4,80` claims more than `4,8`. Two numbers are equal as values
/// of this type only if they were printed alike; see ``canonical()`` and ``isSameValue(as:)``.
public struct DecimalNumber: Sendable, Hashable, BitwiseCopyable {
    /// The number times 10 to the power of ``scale``; at most 18 digits.
    public let units: Int64
    /// The number of decimals, 0 to 18.
    public let scale: UInt8

    /// The greatest number of significant digits, and of decimals.
    public static let maximumDigits = 18

    /// Makes a number from its parts, or nil if either is beyond ``maximumDigits``.
    ///
    /// - Parameters:
    ///   - units: the number without its decimal mark.
    ///   - scale: the number of decimals.
    public init?(units: Int64, scale: UInt8) {
        guard units.magnitude < 1_000_000_000_000_000_000, scale <= Self.maximumDigits else {
            return nil
        }
        self.init(checkedUnits: units, scale: scale)
    }

    @inline(__always)
    init(checkedUnits units: Int64, scale: UInt8) {
        self.units = units
        self.scale = scale
    }

    /// The same value without zeros at the end of its decimals.
    public func canonical() -> DecimalNumber {
        var units = units
        var scale = scale
        while scale > 0, units.isMultiple(of: 10) {
            units /= 10
            scale -= 1
        }
        return DecimalNumber(checkedUnits: units, scale: scale)
    }

    /// Whether both numbers have the same value, however many decimals they were printed with.
    public func isSameValue(as other: DecimalNumber) -> Bool {
        canonical() == other.canonical()
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// The number with a decimal point and all its printed decimals, for example `-0.50`.
    public var description: String {
        let digits = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padding = max(0, Int(scale) + 1 - digits.count)
        let padded = String(repeating: "0", count: padding) + digits
        return sign + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
    }
}
