import CZlib

/// Reads the files of a ZIP archive by its central directory, for tests.
enum ZipEntries {
    /// Name and text of every file.
    static func texts(_ archive: [UInt8]) -> [String: String] {
        func number(_ at: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(archive[at + $1]) << (8 * $1) }
        }
        var result: [String: String] = [:]
        let end = archive.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4B50 else { return result }
        var entry = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            guard number(entry, 4) == 0x0201_4B50 else { return result }
            let nameLength = number(entry + 28, 2)
            let name = String(
                decoding: archive[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
            let local = number(entry + 42, 4)
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let packed = Array(archive[start..<(start + number(entry + 20, 4))])
            let text = number(entry + 10, 2) == 0 ? packed : inflated(packed, number(entry + 24, 4))
            result[name] = String(decoding: text, as: UTF8.self)
            entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
        }
        return result
    }

    private static func inflated(_ packed: [UInt8], _ size: Int) -> [UInt8] {
        var packed = packed
        var result = [UInt8](repeating: 0, count: size)
        var stream = z_stream()
        // Negative: without the header of zlib, as ZIP has it.
        inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        packed.withUnsafeMutableBufferPointer { input in
            result.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                inflate(&stream, Z_FINISH)
            }
        }
        inflateEnd(&stream)
        return result
    }
}
