/// The part of Windows code page 1252 that differs from ISO 8859-1: 0x80 to 0x9F.
///
/// From the mapping file of the Unicode Consortium, CP1252.TXT. Five bytes have no meaning there.
enum Windows1252 {
    /// The scalar of a byte from 0x80 to 0x9F, or 0 where the code page gives none.
    static func scalar(ofHighControl byte: UInt8) -> UInt16 {
        switch byte {
        case 0x80: 0x20AC
        case 0x82: 0x201A
        case 0x83: 0x0192
        case 0x84: 0x201E
        case 0x85: 0x2026
        case 0x86: 0x2020
        case 0x87: 0x2021
        case 0x88: 0x02C6
        case 0x89: 0x2030
        case 0x8A: 0x0160
        case 0x8B: 0x2039
        case 0x8C: 0x0152
        case 0x8E: 0x017D
        case 0x91: 0x2018
        case 0x92: 0x2019
        case 0x93: 0x201C
        case 0x94: 0x201D
        case 0x95: 0x2022
        case 0x96: 0x2013
        case 0x97: 0x2014
        case 0x98: 0x02DC
        case 0x99: 0x2122
        case 0x9A: 0x0161
        case 0x9B: 0x203A
        case 0x9C: 0x0153
        case 0x9E: 0x017E
        case 0x9F: 0x0178
        default: 0
        }
    }

    /// Whether a byte has no meaning in the code page: 81, 8D, 8F, 90, 9D.
    static func isUndefined(_ byte: UInt8) -> Bool {
        (0x80..<0xA0).contains(byte) && scalar(ofHighControl: byte) == 0
    }

    /// The byte that stands for a scalar, or nil where the code page has none.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        default: highControls.first { UInt32(Self.scalar(ofHighControl: $0)) == scalar.value }
        }
    }

    private static let highControls = UInt8(0x80)...0x9F
}
