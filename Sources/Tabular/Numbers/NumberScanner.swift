/// Reads a number by the full grammar: blanks, sign, groups, decimals, exponent, percent sign.
struct NumberScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let format: NumberFormat
    let cell: Range<Int>
    private var index: Int
    private var units: Int64 = 0
    private var scale = 0
    private var digitCount = 0
    private var isNegative = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) {
        self.bytes = bytes
        self.format = format
        cell = CellText.trimmedRange(bytes)
        index = cell.lowerBound
    }

    mutating func parse() -> NumberResult {
        do throws(NumberFailure) {
            return try scan()
        } catch {
            return .failure(NumberDiagnosis(bytes, cell).explain(error))
        }
    }

    private mutating func scan() throws(NumberFailure) -> NumberResult {
        guard !cell.isEmpty else { throw NumberFailure(.empty, at: 0) }
        try passSign()
        let roles = try SeparatorRoles.decide(bytes, index..<cell.upperBound, format)
        try passInteger(roles)
        try passDecimals(roles)
        try passExponent()
        let hadPercentSign = try passPercent()
        guard index == cell.upperBound else { throw NumberFailure(.trailingText, at: index) }
        let number = DecimalNumber(
            checkedUnits: isNegative ? -units : units, scale: UInt8(scale))
        return .number(number, hadPercentSign: hadPercentSign)
    }

    private var current: (value: UInt32, length: Int)? {
        index < cell.upperBound ? ScalarReading.scalar(bytes, at: index) : nil
    }

    private func digit(at place: Int) -> Int64? {
        guard place < cell.upperBound, (0x30...0x39).contains(bytes[place]) else { return nil }
        return Int64(bytes[place] - 0x30)
    }

    private mutating func passSign() throws(NumberFailure) {
        let start = index
        guard let first = current, let sign = Sign(first.value) else { return }
        isNegative = sign == .minus
        index += first.length
        guard let second = current else { throw NumberFailure(.signWithoutDigits, at: start) }
        if Sign(second.value) != nil { throw NumberFailure(.twoSigns, at: index) }
        let isMark = second.value == 0x2C || second.value == 0x2E
        guard digit(at: index) != nil || (isMark && digit(at: index + 1) != nil) else {
            throw NumberFailure(.signWithoutDigits, at: start)
        }
    }

    private mutating func passInteger(_ roles: SeparatorRoles) throws(NumberFailure) {
        let start = index
        passDigits()
        if index == start {
            // `,5` has no whole number, and is one all the same.
            guard let first = current, first.value == roles.decimal, digit(at: index + 1) != nil
            else { throw NumberFailure(.notANumber, at: index) }
            return
        }
        let firstGroup = index - start
        var mark: UInt32?
        while let next = current, let kind = ThousandsMarks.mark(next.value),
            next.value != roles.decimal, digit(at: index + next.length) != nil
        {
            guard roles.grouping.contains(kind) else {
                let couldBeDecimal =
                    format.decimal != .undeclared && (kind == .comma || kind == .point)
                throw NumberFailure(
                    couldBeDecimal ? .wrongDecimalMark : .groupingNotAllowed, at: index)
            }
            let groupStart = index
            let isWellBegun = firstGroup <= 3 && (bytes[start] != 0x30)
            guard isWellBegun, mark == nil || mark == next.value else {
                throw NumberFailure(.badGrouping, at: groupStart)
            }
            mark = next.value
            index += next.length
            let digits = index
            passDigits()
            guard index - digits == 3 else { throw NumberFailure(.badGrouping, at: groupStart) }
        }
        try checkSize(start)
    }

    private mutating func passDecimals(_ roles: SeparatorRoles) throws(NumberFailure) {
        guard let next = current, next.value == 0x2C || next.value == 0x2E else { return }
        guard next.value == roles.decimal else {
            throw NumberFailure(.wrongDecimalMark, at: index)
        }
        let mark = index
        index += 1
        let start = index
        passDigits()
        guard index > start else { throw NumberFailure(.missingDecimals, at: mark) }
        scale = index - start
        try checkSize(start)
        if let next = current {
            let isMark = ThousandsMarks.mark(next.value) != nil
            if isMark, digit(at: index + next.length) != nil {
                throw NumberFailure(.badGrouping, at: index)
            }
        }
    }

    private mutating func passExponent() throws(NumberFailure) {
        guard let next = current, next.value | 0x20 == 0x65 else { return }
        let start = index
        var place = index + 1
        var isDown = false
        if place < cell.upperBound, bytes[place] == 0x2B || bytes[place] == 0x2D {
            isDown = bytes[place] == 0x2D
            place += 1
        }
        var power = 0
        let digits = place
        while let value = digit(at: place) {
            power = min(power * 10 + Int(value), 1000)
            place += 1
        }
        guard place > digits else { return }
        guard format.allowsExponent else { throw NumberFailure(.exponent, at: start) }
        index = place
        scale += isDown ? power : -power
        while scale < 0, units != 0 {
            guard units < 100_000_000_000_000_000 else {
                throw NumberFailure(.tooManyDigits, at: start)
            }
            units *= 10
            scale += 1
        }
        scale = max(scale, 0)
        guard scale <= DecimalNumber.maximumDigits else {
            throw NumberFailure(.tooManyDigits, at: start)
        }
    }

    private mutating func passPercent() throws(NumberFailure) -> Bool {
        var place = index
        while place < cell.upperBound {
            let (value, length) = ScalarReading.scalar(bytes, at: place)
            guard ThousandsMarks.mark(value) != nil, value != 0x2C, value != 0x2E else { break }
            place += length
        }
        guard place < cell.upperBound, bytes[place] == 0x25 else { return false }
        guard format.allowsPercent else { throw NumberFailure(.percentNotAllowed, at: place) }
        index = place + 1
        return true
    }

    /// Takes digits up while they fit; ``checkSize(_:)`` tells whether they all did.
    private mutating func passDigits() {
        while let value = digit(at: index) {
            if digitCount > 0 || value > 0 { digitCount += 1 }
            if digitCount <= DecimalNumber.maximumDigits { units = units * 10 + value }
            index += 1
        }
    }

    private func checkSize(_ start: Int) throws(NumberFailure) {
        guard digitCount <= DecimalNumber.maximumDigits, scale <= DecimalNumber.maximumDigits
        else { throw NumberFailure(.tooManyDigits, at: start) }
    }
}

/// The sign before a number.
enum Sign {
    case plus, minus

    /// Reads a sign; the minus may be any that documents are printed with.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x2B: self = .plus
        case 0x2D, 0x2212, 0x2013, 0xFE63, 0xFF0D: self = .minus
        default: return nil
        }
    }
}
