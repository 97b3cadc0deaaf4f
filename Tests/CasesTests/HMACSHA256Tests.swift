import Checksums
import Testing

/// The codes of RFC 4231, section 4.
@Suite struct HMACSHA256Tests {
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
    ])
    func `the code of a message is that of the standard`(
        key: [UInt8], message: [UInt8], expected: String
    ) throws {
        let code = try #require(HMACSHA256.code(of: message, key: key))
        #expect(SHA256.hexadecimal(code) == expected)
    }

    @Test func `an empty message has a code`() throws {
        let code = try #require(HMACSHA256.code(of: [], key: [1]))
        #expect(code.count == 32)
    }
}
