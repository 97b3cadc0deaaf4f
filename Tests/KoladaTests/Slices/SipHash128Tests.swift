import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct SipHash128Tests {
    @Test(arguments: [
        // The reference implementation's vectors (key 00…0f, message 00…), as OpenSSL's SIPHASH gives them.
        (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
        (2, "8177228da4a45dc7fca38bdef60affe4"), (3, "9c70b60c5267a94e5f33b6b02985ed51"),
        (7, "a1f1ebbed8dbc153c0b84aa61ff08239"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
        (15, "5493e99933b0a8117e08ec0f97cfc3d9"), (16, "6ee2a4ca67b054bbfd3315bf85230577"),
        (17, "473d06e8738db89854c066c47ae47740"), (24, "2db479ae78bd50d8882a8a178a6132ad"),
        (63, "5150d1772f50834a503e069a973fbd7c"),
    ])
    func `gives the published hashes`(count: Int, expected: String) {
        let hash = SipHash128.hash(
            (0..<count).map { UInt8($0) }, key0: 0x0706_0504_0302_0100,
            key1: 0x0f0e_0d0c_0b0a_0908)
        let bytes = [hash.low, hash.high].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
        let text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(text == expected)
    }
}
