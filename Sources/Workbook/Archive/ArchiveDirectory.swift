internal import Glibc

/// How many parts an archive says that it has, read from its end.
///
/// libzip makes something of each part before it can be asked how many there are; a file of some
/// hundred megabytes can hold millions.
enum ArchiveDirectory {
    /// The end record, without the comment that may follow.
    private static let recordSize = 22
    private static let longestComment = 65_535

    /// The number of parts; nil where the file has no directory, which is for libzip to say.
    static func parts(_ path: String) -> UInt64? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= recordSize else { return nil }
        let start = max(0, size - recordSize - longestComment)
        let end = bytes(descriptor, at: start, count: size - start)
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        var place = end.count - recordSize
        while place >= 0, !end[place..<(place + 4)].elementsEqual(mark) { place -= 1 }
        guard place >= 0 else { return nil }
        let count = number(end[(place + 10)..<(place + 12)])
        // ZIP64: a locator of 20 bytes before the record says where a longer one is.
        let locator = place - 20
        guard locator >= 0, end[locator..<(locator + 4)].elementsEqual([0x50, 0x4B, 0x06, 0x07])
        else { return count }
        let long = Int(clamping: number(end[(locator + 8)..<(locator + 16)]))
        let record = bytes(descriptor, at: long, count: 56)
        guard record.count == 56 else { return count }
        return max(count, number(record[32..<40]))
    }

    private static func bytes(_ descriptor: CInt, at place: Int, count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes {
            pread(descriptor, $0.baseAddress, $0.count, off_t(place))
        }
        return read == count ? bytes : []
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
