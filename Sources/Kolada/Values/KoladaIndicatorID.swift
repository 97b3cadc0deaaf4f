public import Indicators

/// Kolada's id of an indicator: N or U and five digits, packed into a number.
public struct KoladaIndicatorID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How many ids there can be.
    static let count = 200_000

    /// The five digits as a number, plus 100,000 for U.
    let number: UInt32

    init(number: UInt32) {
        self.number = number
    }

    /// Reads an id; `nil` for anything but N or U and five digits.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let read = text.withUTF8 { bytes in
            bytes.count == 6 ? bytes.baseAddress.flatMap { Self(sixBytes: $0) } : nil
        }
        guard let read else { return nil }
        self = read
    }

    /// Reads the id that six bytes hold.
    @inline(__always)
    init?(sixBytes bytes: UnsafePointer<UInt8>) {
        let letter = bytes[0]
        guard letter == 0x4E || letter == 0x55 else { return nil }
        var digits: UInt32 = 0
        for index in 1..<6 {
            let digit = UInt32(bytes[index] &- 0x30)
            guard digit < 10 else { return nil }
            digits = digits &* 10 &+ digit
        }
        number = letter == 0x55 ? digits &+ 100_000 : digits
    }

    /// The id as Kolada writes it.
    public var description: String {
        let digits = String(number % 100_000)
        return (number >= 100_000 ? "U" : "N")
            + String(repeating: "0", count: 5 - digits.count) + digits
    }

    /// The id as the code of an indicator of the domain.
    public var code: IndicatorCode? { IndicatorCode(description) }

    /// Orders ids as text: every N before every U.
    public static func < (left: KoladaIndicatorID, right: KoladaIndicatorID) -> Bool {
        left.number < right.number
    }
}
