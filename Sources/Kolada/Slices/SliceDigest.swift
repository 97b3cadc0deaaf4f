/// What a slice holds, in 32 bytes, whatever the order of its rows.
///
/// The first 16 bytes are the sum, modulo 2^128, of a 128-bit hash of each row; then come the number
/// of rows and a hash of indicator, year and this format's version. All are stored with the least
/// significant byte first. How safe that is: docs/adr/0020.
public struct SliceDigest: Sendable, Hashable, CustomStringConvertible {
    /// Grows when the meaning of a digest changes, so that no old one equals a new one.
    static let version: UInt8 = 1

    private static let key0: UInt64 = 0x6b72_616d_746b_6972  // "riktmark", least significant first
    private static let key1: UInt64 = 0x3165_6369_6c73_2065  // "e slice1"

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var count: UInt64 = 0
    private let identity: UInt64

    /// The digest of a slice without rows.
    public init(indicator: KoladaIndicatorID, year: Int) {
        identity =
            SipHash128.hash(
                Array("\(Self.version) \(indicator) \(year)".utf8), key0: Self.key0,
                key1: Self.key1
            ).low
    }

    /// Takes a row, in any order.
    ///
    /// - Parameters:
    ///   - row: A row of this slice.
    ///   - wordHash: ``hash(ofWord:)`` of its status word; 0 where ``KoladaRow/word`` is 0.
    @inline(__always)
    public mutating func add(_ row: KoladaRow, wordHash: UInt64) {
        var hash = SipHash128(key0: Self.key0, key1: Self.key1)
        hash.add(UInt64(bitPattern: row.units))
        let facts =
            UInt64(row.municipality) | UInt64(row.genderNumber) << 16
            | UInt64(row.status.rawValue) << 24 | UInt64(row.scale) << 32
        hash.add(facts)
        if wordHash != 0 { hash.add(wordHash) }
        hash.add((wordHash == 0 ? 16 : 24) << 56)
        let part = hash.finish()
        let (sum, carries) = low.addingReportingOverflow(part.low)
        low = sum
        high = high &+ part.high &+ (carries ? 1 : 0)
        count &+= 1
    }

    /// The hash of a status word, never 0.
    public static func hash(ofWord word: String) -> UInt64 {
        max(1, SipHash128.hash(Array(word.utf8), key0: key0, key1: key1).low)
    }

    /// How many rows it has taken.
    public var rowCount: Int { Int(count) }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [low, high, count, identity].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
    }

    /// The 32 bytes as hexadecimal digits.
    public var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
