/// What a unit's id says.
enum UnitReading {
    /// It has not been read.
    case unread
    /// A municipality, a region or the nation: four digits as a number.
    case municipality(UInt16)
    /// A group of units, whose values are averages.
    case group
    /// Neither.
    case unknown(String)

    var isUnread: Bool {
        if case .unread = self { true } else { false }
    }

    /// Reads a unit's id from its bytes: four digits, or G and digits.
    @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) {
        if count == 4 {
            var number: UInt16 = 0
            var isNumber = true
            for index in 0..<4 {
                let digit = UInt16(start[index] &- 0x30)
                isNumber = isNumber && digit < 10
                number = number &* 10 &+ digit
            }
            if isNumber {
                self = .municipality(number)
                return
            }
        }
        if count > 1, count <= 16, start[0] == 0x47,
            (1..<count).allSatisfy({ start[$0] &- 0x30 < 10 })
        {
            self = .group
        } else {
            let bytes = UnsafeBufferPointer(start: start, count: min(count, 100))
            self = .unknown(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Reads a unit's id from a string of a JSON text.
    @inline(__always)
    init(_ string: JSONString) {
        guard string.isEscaped else {
            self.init(start: string.start, count: string.count)
            return
        }
        self = JSONText.bytes(of: string).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { UnitReading(start: $0, count: bytes.count) } ?? .unknown("")
        }
    }
}
