/// Why reading JSON stops.
enum JSONStop: Error {
    /// The text goes on beyond the bytes that are there.
    case incomplete
    /// The text is wrong where the cursor stands.
    case malformed(KoladaFormatError.Code)
}

/// A string of a JSON text, where it stands.
struct JSONString {
    let start: UnsafePointer<UInt8>
    let count: Int
    let isEscaped: Bool
}

/// A place in a JSON text (RFC 8259), with what can be read from there.
///
/// Zeros must lie behind the end, as in ``ByteWindow``.
struct JSONCursor {
    /// How deep arrays and objects that are passed over may lie within each other.
    static let maximumDepth = 64

    var place: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    /// Whether the text ends at ``end``.
    let isFinal: Bool

    @inline(never)
    func stop(_ code: KoladaFormatError.Code) -> JSONStop {
        if place < end { return .malformed(code) }
        return isFinal ? .malformed(.cutOff) : .incomplete
    }

    /// Passes over blanks and gives the byte behind them.
    @inline(__always)
    mutating func next() -> UInt8 {
        while true {
            let byte = place.pointee
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                return byte
            }
            place += 1
        }
    }

    /// Passes over blanks and one byte that must be there.
    @inline(__always)
    mutating func take(_ byte: UInt8) throws(JSONStop) {
        guard next() == byte else { throw stop(.unexpectedByte) }
        place += 1
    }

    /// Passes over a comma or a closing bracket; true for the comma.
    @inline(__always)
    mutating func goesOn(until closing: UInt8) throws(JSONStop) -> Bool {
        let byte = next()
        guard byte == 0x2C || byte == closing else { throw stop(.unexpectedByte) }
        place += 1
        return byte == 0x2C
    }

    /// Reads a member's name and the colon behind it.
    @inline(__always)
    mutating func name() throws(JSONStop) -> JSONString {
        let name = try string()
        try take(0x3A)
        return name
    }

    /// Reads a string; its bytes are proven to be UTF-8.
    @inline(__always)
    mutating func string() throws(JSONStop) -> JSONString {
        guard next() == 0x22 else { throw stop(.unexpectedByte) }
        place += 1
        let start = place
        var isEscaped = false
        while true {
            let byte = place.pointee
            if byte == 0x22 { break }
            if byte >= 0x20, byte < 0x80, byte != 0x5C {
                place += 1
            } else if byte == 0x5C {
                isEscaped = true
                try passEscape()
            } else if byte >= 0x80 {
                try passWideCharacter()
            } else {
                throw stop(.controlCharacter)
            }
        }
        let string = JSONString(start: start, count: place - start, isEscaped: isEscaped)
        place += 1
        return string
    }

    /// Reads a number.
    @inline(__always)
    mutating func number() throws(JSONStop) -> DecimalScanner.Reading {
        let byte = next()
        guard byte == 0x2D || byte &- 0x30 < 10 else { throw stop(.unexpectedByte) }
        let reading = DecimalScanner.scan(place)
        if reading.end >= end {
            place = end
            throw stop(.unexpectedByte)
        }
        guard reading.outcome != .malformed else { throw stop(.malformedNumber) }
        place = reading.end
        return reading
    }

    /// Passes over `null` if it is what comes next.
    @inline(__always)
    mutating func takesNull() throws(JSONStop) -> Bool {
        guard next() == 0x6E else { return false }
        try passWord("null")
        return true
    }

    /// Reads `true`, `false`, 1 or 0.
    mutating func truth() throws(JSONStop) -> Bool {
        switch next() {
        case 0x74:
            try passWord("true")
            return true
        case 0x66:
            try passWord("false")
            return false
        default:
            let start = place
            let reading = try number()
            guard reading.scale == 0, reading.units == 0 || reading.units == 1 else {
                place = start
                throw stop(.wrongType)
            }
            return reading.units == 1
        }
    }

    /// Passes over any value.
    mutating func passValue(depth: Int = 0) throws(JSONStop) {
        switch next() {
        case 0x22: _ = try string()
        case 0x7B:
            guard depth < Self.maximumDepth else { throw stop(.tooDeep) }
            place += 1
            if next() == 0x7D {
                place += 1
                return
            }
            repeat {
                _ = try name()
                try passValue(depth: depth + 1)
            } while try goesOn(until: 0x7D)
        case 0x5B:
            guard depth < Self.maximumDepth else { throw stop(.tooDeep) }
            place += 1
            if next() == 0x5D {
                place += 1
                return
            }
            repeat { try passValue(depth: depth + 1) } while try goesOn(until: 0x5D)
        case 0x74: try passWord("true")
        case 0x66: try passWord("false")
        case 0x6E: try passWord("null")
        default: _ = try number()
        }
    }

    private mutating func passWord(_ word: StaticString) throws(JSONStop) {
        for index in 0..<word.utf8CodeUnitCount {
            guard place.pointee == word.utf8Start[index] else { throw stop(.unexpectedByte) }
            place += 1
        }
    }

    private mutating func passEscape() throws(JSONStop) {
        place += 1
        switch place.pointee {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: place += 1
        case 0x75:
            place += 1
            for _ in 0..<4 {
                guard JSONText.hexadecimal(place.pointee) != nil else {
                    throw stop(.malformedEscape)
                }
                place += 1
            }
        default: throw stop(.malformedEscape)
        }
    }

    /// Passes over a character of two to four bytes, by the Unicode Standard's table 3-7.
    private mutating func passWideCharacter() throws(JSONStop) {
        let first = place.pointee
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: count = 2
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: count = 3
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: count = 4
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: throw stop(.invalidUTF8)
        }
        for index in 1..<count {
            if place + index >= end {
                place = end
                throw stop(.invalidUTF8)
            }
            guard (index == 1 ? second : 0x80...0xBF).contains(place[index]) else {
                throw stop(.invalidUTF8)
            }
        }
        place += count
    }
}
