import Testing

@testable import SourceAdapters

@Suite struct SHA256Tests {
    @Test(arguments: [
        // FIPS 180-4 examples, by NIST.
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `digests the examples of the standard, whole and in pieces`(
        text: String, digest: String
    ) throws {
        for piece in [1, 7, 1000] {
            let bytes = Array(text.utf8)
            let passing = PassingDigest()
            for start in stride(from: 0, to: bytes.count, by: piece) {
                let part = Array(bytes[start..<min(start + piece, bytes.count)])
                passing.add(part.span)
            }
            let identity = try passing.finish(path: "x")
            #expect(identity.hexadecimal == digest)
            #expect(identity.size == bytes.count)
        }
    }
}
