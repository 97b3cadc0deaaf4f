/// Finds and counts line ends: CR LF, LF alone, CR alone.
enum PhysicalLines {
    /// The offset of the first CR or LF, or nil if there is none.
    static func firstEnd(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 0x0A || bytes[index] == 0x0D { return index }
            index += 1
        }
        return nil
    }

    /// The number of line ends in the first `count` bytes; CR LF is one.
    static func count(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var ends = 0
        for index in 0..<count {
            if bytes[index] == 0x0D {
                ends += 1
            } else if bytes[index] == 0x0A, index == 0 || bytes[index - 1] != 0x0D {
                ends += 1
            }
        }
        return ends
    }
}
