public import Indicators

/// One value of one unit, packed into 16 bytes.
public struct KoladaRow: Sendable, Hashable {
    /// Whether there is a value, and if not, why.
    public enum Status: UInt8, Sendable, Hashable, CaseIterable {
        /// A value.
        case value = 0
        /// Null without a reason: count 0 in version 3, count 1 and no status word in version 2.
        case missing = 1
        /// Null, and the status word says "Not applicable".
        case notApplicable = 2
        /// Null with a status word whose meaning is not known; the word is kept.
        case unexplained = 3
        /// Kolada has deleted the value; only in answers to a question for changes.
        case deleted = 4

        /// The status that the domain knows it by.
        public var outcome: OutcomeStatus {
            switch self {
            case .value: .ok
            case .missing, .unexplained: .missingNull
            case .notApplicable: .notApplicable
            case .deleted: .withdrawn
            }
        }
    }

    /// The value in units of 10^−scale, without zeros at the end of its decimals; 0 without a value.
    public let units: Int64
    /// The four digits of the unit's code as a number, 0 to 9999.
    public let municipality: UInt16
    let yearNumber: UInt16
    /// The gender's number below, the status above: a row has no byte to spare.
    private let facts: UInt8
    /// How many digits stand after the decimal point, 0 to 37.
    public let scale: UInt8
    /// Which page of its batch's answers the row stood on, from 1; 0 where that is not known.
    public private(set) var page: UInt8 = 0
    /// Which word of ``SliceBatch/words`` the source gave as its status, from 1; 0 for a known word.
    public let word: UInt8

    /// Numbers of genders in the order of their letters, K, M and T, as the bulk file has them.
    static let women: UInt8 = 0
    static let men: UInt8 = 1
    static let total: UInt8 = 2
    static let unknownGender: UInt8 = 255

    /// The number of a gender by its letter.
    @inline(__always)
    static func genderNumber(of letter: UInt8) -> UInt8 {
        switch letter {
        case 0x4B: women
        case 0x4D: men
        case 0x54: total
        default: unknownGender
        }
    }

    init(
        units: Int64, scale: UInt8, municipality: UInt16, year: UInt16, gender: UInt8,
        status: Status, word: UInt8
    ) {
        self.units = units
        self.scale = scale
        self.municipality = municipality
        yearNumber = year
        facts = gender & 0x0F | status.rawValue << 4
        self.word = word
    }

    /// One of ``women``, ``men`` and ``total``.
    @inline(__always)
    var genderNumber: UInt8 { facts & 0x0F }

    /// Whether there is a value, and if not, why.
    @inline(__always)
    public var status: Status { Status(rawValue: facts >> 4) ?? .missing }

    @inline(__always)
    func with(word: UInt8, page: UInt8) -> KoladaRow {
        var row = KoladaRow(
            units: units, scale: scale, municipality: municipality, year: yearNumber,
            gender: genderNumber, status: status, word: word)
        row.page = page
        return row
    }

    /// Whether two rows say the same of the same, wherever they stood.
    @inline(__always)
    public static func == (left: KoladaRow, right: KoladaRow) -> Bool {
        left.units == right.units && left.municipality == right.municipality
            && left.yearNumber == right.yearNumber && left.facts == right.facts
            && left.scale == right.scale && left.word == right.word
    }

    /// Takes what the row says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(units)
        hasher.combine(municipality)
        hasher.combine(yearNumber)
        hasher.combine(facts)
        hasher.combine(scale)
        hasher.combine(word)
    }

    /// The calendar year that the value speaks of.
    public var year: Int { Int(yearNumber) }

    /// The gender that the value speaks of.
    public var gender: Gender {
        switch genderNumber {
        case Self.women: .women
        case Self.men: .men
        default: .total
        }
    }

    /// The value, exactly as the source wrote it, but for zeros at the end of its decimals.
    public var value: ScaledDecimal? {
        status == .value ? ScaledDecimal(units: units, scale: scale) : nil
    }

    /// The code of the unit.
    public var municipalityCode: MunicipalityCode? { MunicipalityCode(number: municipality) }

    /// What a slice is ordered by: unit, then gender.
    @inline(__always)
    var order: UInt32 { UInt32(municipality) << 8 | UInt32(genderNumber) }
}
