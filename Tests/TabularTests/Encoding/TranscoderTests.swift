import Testing

@testable import Tabular

@Suite("Transcoding to UTF-8")
struct TranscoderTests {
    /// Feeds bytes in chunks of a size and gives the text, or the error.
    private func transcode(
        _ bytes: [UInt8], _ encoding: TextEncoding, chunkSize: Int = 1000
    ) throws(TabularError) -> String {
        var transcoder = Transcoder(from: encoding)
        var output: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = Array(rest.prefix(chunkSize))
            rest = rest.dropFirst(chunkSize)
            try transcoder.append(chunk.span, to: &output)
        }
        try transcoder.finish()
        return String(decoding: output, as: UTF8.self)
    }

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? bytes : bytes.reversed()
        }
    }

    private static func randomText(using generator: inout SplitMix64) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFD,
            0x1_0000...0x10_FFFF,
        ]
        var text = "x"  // so that no random U+FEFF comes first and is taken for a mark
        for _ in 0..<Int.random(in: 0...30, using: &generator) {
            let range = ranges.randomElement(using: &generator) ?? 0...0
            let value = UInt32.random(in: range, using: &generator)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    @Test func `reads back every Unicode text in every chunk size`() throws {
        var generator = SplitMix64(seed: 16)
        for _ in 0..<300 {
            let text = Self.randomText(using: &generator)
            let chunkSize = Int.random(in: 1...9, using: &generator)
            let expected = Array(text.utf8)
            let read = [
                try transcode(Array(text.utf8), .utf8, chunkSize: chunkSize),
                try transcode(
                    Self.utf16(text, isLittle: true), .utf16LittleEndian, chunkSize: chunkSize),
                try transcode(
                    Self.utf16(text, isLittle: false), .utf16BigEndian, chunkSize: chunkSize),
            ]
            for result in read { #expect(Array(result.utf8) == expected) }
        }
    }

    @Test(arguments: 1...4)
    func `drops one byte order mark at the start`(_ chunkSize: Int) throws {
        let marked = "\u{FEFF}a\u{FEFF}"
        let expected = Array("a\u{FEFF}".utf8)
        let bytes = Array(marked.utf8)
        #expect(Array(try transcode(bytes, .utf8, chunkSize: chunkSize).utf8) == expected)
        let little = Self.utf16(marked, isLittle: true)
        #expect(
            Array(
                try transcode(little, .utf16LittleEndian, chunkSize: chunkSize).utf8) == expected)
        let big = Self.utf16(marked, isLittle: false)
        #expect(
            Array(
                try transcode(big, .utf16BigEndian, chunkSize: chunkSize).utf8) == expected)
    }

    @Test func `reads every byte of Latin-1 as the scalar of the same number`() throws {
        let bytes = (0...255).map { UInt8($0) }
        let expected = bytes.map { UInt32($0) }
        let read = try transcode(bytes, .latin1, chunkSize: 13).unicodeScalars.map(\.value)
        #expect(read == expected)
    }

    /// 0x80 to 0x9F of CP1252.TXT; a dot where the byte has no meaning.
    static let windows =
        "\u{20AC}.\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}"
        + "\u{160}\u{2039}\u{152}.\u{17D}..\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"
        + "\u{2DC}\u{2122}\u{161}\u{203A}\u{153}.\u{17E}\u{178}"

    @Test func `reads every byte of Windows-1252 by its code page`() throws {
        for (index, scalar) in Self.windows.unicodeScalars.enumerated() {
            let byte = UInt8(0x80 + index)
            if scalar == "." {
                let error = #expect(throws: TabularError.self) {
                    try transcode(Array("0123456789".utf8) + [byte], .windows1252, chunkSize: 4)
                }
                #expect(error?.code == .undefinedByte)
                #expect(error?.byteOffset == 10)
            } else {
                #expect(try transcode([byte], .windows1252) == String(scalar))
            }
        }
        let high = (0xA0...0xFF).map { UInt8($0) }
        #expect(try transcode(high, .windows1252) == transcode(high, .latin1))
    }

    @Test(arguments: 1...5)
    func `says where a bad byte of UTF-8 lies, whatever the chunks`(_ chunkSize: Int) {
        // The sequence begins at 4 and is broken at 6.
        let bytes: [UInt8] = [0x61, 0x62, 0x63, 0x64, 0xE2, 0x82, 0x41]
        let error = #expect(throws: TabularError.self) {
            try transcode(bytes, .utf8, chunkSize: chunkSize)
        }
        #expect(error?.code == .invalidUTF8)
        #expect(error?.byteOffset == 4)
    }

    @Test(
        arguments: [
            ([0x61, 0, 0x00, 0xDC], TabularError.Code.invalidUTF16, 2),
            ([0x61, 0, 0x00, 0xD8, 0x62, 0], .invalidUTF16, 2),
            ([0x00, 0xD8, 0x00, 0xD8], .invalidUTF16, 0),
            ([0x61, 0, 0x00, 0xD8], .truncatedCharacter, 2),
            ([0x61, 0, 0x62], .truncatedCharacter, 2),
            ([0x61, 0, 0x00, 0xD8, 0x00], .truncatedCharacter, 2),
        ] as [([UInt8], TabularError.Code, Int)])
    func `refuses broken UTF-16 with the offset of the broken character`(
        _ bytes: [UInt8], _ code: TabularError.Code, _ offset: Int
    ) {
        for chunkSize in 1...6 {
            let error = #expect(throws: TabularError.self) {
                try transcode(bytes, .utf16LittleEndian, chunkSize: chunkSize)
            }
            #expect(error?.code == code)
            #expect(error?.byteOffset == offset)
        }
    }

    @Test(arguments: 1...3)
    func `refuses UTF-8 that ends within a character`(_ chunkSize: Int) {
        let error = #expect(throws: TabularError.self) {
            try transcode([0x61, 0xF0, 0x9F, 0x98], .utf8, chunkSize: chunkSize)
        }
        #expect(error?.code == .truncatedCharacter)
        #expect(error?.byteOffset == 1)
    }
}
