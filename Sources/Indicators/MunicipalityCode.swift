/// The code of a municipality, a region or the nation (Swedish: kommunkod): four digits.
///
/// Leading zeros are significant: `0182` is Nacka, `0001` Region Stockholm, `0000` Riket.
/// Source: Statistics Sweden's county and municipality codes; Kolada adds regions and the nation.
public struct MunicipalityCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The code read as a number, 0 to 9999.
    public let number: UInt16

    /// Why a text is no municipality code.
    public enum Fault: Error, Sendable, Hashable {
        /// Three digits that become a code with a zero in front: a spreadsheet took it away.
        case lostLeadingZero
        /// Anything else that is not four digits.
        case notFourDigits
    }

    /// The nation as a whole.
    public static let nation = MunicipalityCode(unchecked: 0)

    /// Reads a code from its four digits.
    /// - Throws: `Fault` when the text is not exactly four ASCII digits.
    public init(_ text: some StringProtocol) throws(Fault) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .notFourDigits
        }
        guard bytes.count == 4 else {
            throw bytes.count == 3 ? .lostLeadingZero : .notFourDigits
        }
        number = bytes.reduce(0) { $0 * 10 + UInt16($1 - 0x30) }
    }

    /// Makes a code from its four digits read as a number; `nil` above 9999.
    public init?(number: UInt16) {
        guard number <= 9999 else { return nil }
        self.number = number
    }

    private init(unchecked number: UInt16) {
        self.number = number
    }

    /// The four digits.
    public var description: String {
        let digits = String(number)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Orders codes by their digits.
    public static func < (left: MunicipalityCode, right: MunicipalityCode) -> Bool {
        left.number < right.number
    }
}
