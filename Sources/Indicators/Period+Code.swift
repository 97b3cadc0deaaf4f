extension Period {
    /// Reads a period from its written form; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= characters.count else { return nil }
            var value = 0
            for byte in characters[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4) else { return nil }
        switch characters.count {
        case 4:
            self.init(year: year)
        case 7 where characters[4] == 0x2F:
            // 2016/17: the second part is the next year's last two digits.
            guard let end = number(5..<7), end == (year + 1) % 100 else { return nil }
            self.init(kind: .schoolYear, year: year, part: 0)
        case 7 where characters[4] == 0x2D:
            if let month = number(5..<7) {
                self.init(kind: .month, year: year, part: month)
            } else {
                guard let part = number(6..<7) else { return nil }
                switch characters[5] {
                case 0x54, 0x74: self.init(kind: .tertial, year: year, part: part)
                case 0x51, 0x71: self.init(kind: .quarter, year: year, part: part)
                default: return nil
                }
            }
        case 10 where characters[4] == 0x2D && characters[7] == 0x2D:
            guard let month = number(5..<7), let day = number(8..<10) else { return nil }
            self.init(kind: .point, year: year, part: month * 100 + day)
        default:
            return nil
        }
    }

    /// The written form.
    public var description: String {
        switch kind {
        case .year: "\(year)"
        case .tertial: "\(year)-T\(part)"
        case .quarter: "\(year)-Q\(part)"
        case .month: "\(year)-\(Self.twoDigits(part))"
        case .schoolYear: "\(year)/\(Self.twoDigits((year + 1) % 100))"
        case .point: "\(year)-\(Self.twoDigits(part / 100))-\(Self.twoDigits(part % 100))"
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
