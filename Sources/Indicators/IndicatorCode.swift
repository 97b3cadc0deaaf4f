/// The code of an indicator (Swedish: nyckeltal), such as `U33461`, or a municipality's own such as
/// `L0182-001`.
public struct IndicatorCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The code in upper case.
    public let description: String

    /// Reads a code: a letter, then up to 31 letters, digits, `-` or `_`; case does not matter.
    public init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Reads a code from a text that is a `String` already.
    public init?(_ text: String) {
        // Before the case is changed: the upper case of ß is SS.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let upper = text.uppercased()
        let bytes = upper.utf8
        guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count <= 32,
            bytes.allSatisfy({
                (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            })
        else { return nil }
        description = upper
    }

    /// Whether the code has the form of Kolada's: N or U and five digits.
    public var hasKoladaForm: Bool {
        let bytes = Array(description.utf8)
        return bytes.count == 6 && (bytes[0] == 0x4E || bytes[0] == 0x55)
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Orders codes by their characters.
    public static func < (left: IndicatorCode, right: IndicatorCode) -> Bool {
        left.description < right.description
    }
}
