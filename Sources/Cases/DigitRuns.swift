/// The runs of digits in a text, and what stands between them.
struct DigitRuns {
    /// What stands between two runs.
    enum Joint {
        /// Blanks and characters without width.
        case blank
        /// A dash or a plus, with or without blanks; or any other single sign that is no letter.
        case dash
        /// A point or a stroke, with or without blanks, as between the parts of a date.
        case point
        /// Anything else: what stands on either side does not belong together.
        case wall
    }

    /// The digits, 0 to 9, of each run.
    private(set) var runs: [[UInt8]] = []
    /// What follows each run; a wall after the last.
    private(set) var joints: [Joint] = []

    /// How many characters may stand between the parts of one number.
    private static let widest = 6

    init(_ text: String) {
        var between: Joint?
        var width = 0
        var sign: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let digit = Self.digit(scalar) {
                if let joint = between {
                    let isAlone = width == 1 && sign.map(Self.isMark) == true
                    joints.append(isAlone ? .dash : width > Self.widest ? .wall : joint)
                    runs.append([])
                } else if runs.isEmpty {
                    runs.append([])
                }
                runs[runs.count - 1].append(digit)
                between = nil
                width = 0
            } else if !runs.isEmpty {
                width += 1
                sign = scalar
                between = Self.joined(between, Self.joint(scalar))
            }
        }
        if !runs.isEmpty { joints.append(.wall) }
    }

    /// Whether a personal number begins with a run.
    func beginsNumber(at start: Int) -> Bool {
        var digits: [UInt8] = []
        var ends: [Int] = []
        for place in start..<runs.count {
            guard digits.count + runs[place].count <= 12 else { return false }
            digits += runs[place]
            ends.append(digits.count)
            if digits.count == 10 || digits.count == 12, areParts(ends, from: start),
                !isFollowedByDate(place), PersonalNumber.isValid(digits)
            {
                return true
            }
            if joints[place] == .wall { return false }
        }
        return false
    }

    /// Whether what stands between the runs may stand between the parts of a number.
    ///
    /// Blanks may stand anywhere. A dash or a plus stands before the last four digits, or with points and
    /// strokes between year, month and day, then between all three: "2005-03-01 12:30" is no number that
    /// begins with the year 20. Where a date is so marked, no run but the last reaches over into the last
    /// four: "01.01.2010 02:00" is no number of the year 2001.
    private func areParts(_ ends: [Int], from start: Int) -> Bool {
        guard let total = ends.last else { return false }
        var marked: Set<Int> = []
        for (offset, end) in ends.dropLast().enumerated() {
            switch joints[start + offset] {
            case .blank: continue
            case .dash: if end != total - 4 { marked.insert(end) }
            case .point: marked.insert(end)
            case .wall: return false
            }
        }
        if marked.isEmpty { return true }
        let isAligned = ends.contains(total - 4) || ends.dropLast().allSatisfy { $0 < total - 4 }
        let year = total - 8
        return isAligned && (marked == [year, year + 2] || marked == [2] && total == 12)
    }

    /// Whether a run is the year of a date, as the second in "2016-03-01 – 2016-06-30".
    private func isFollowedByDate(_ place: Int) -> Bool {
        guard runs[place].count == 4, joints[place] != .wall, joints[place] != .blank,
            (1900...2100).contains(PersonalNumber.number(runs[place])), place + 2 < runs.count,
            joints[place + 1] != .wall, joints[place + 1] != .blank
        else { return false }
        return runs[place + 1].count == 2 && runs[place + 2].count == 2
            && (1...12).contains(PersonalNumber.number(runs[place + 1]))
            && (1...31).contains(PersonalNumber.number(runs[place + 2]))
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value - 0x30) : nil
        }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
        else { return nil }
        return UInt8(value)
    }

    private static func joint(_ scalar: Unicode.Scalar) -> Joint {
        switch scalar {
        case "-", "+", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE63}", "\u{FF0D}",
            "\u{FF0B}", "_":
            .dash
        case ".", "/": .point
        default:
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
                || scalar.properties.generalCategory == .control ? .blank : .wall
        }
    }

    /// Whether a sign that stands alone between digits does so in place of a dash: 811218*9876.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard joint(scalar) == .wall else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            false
        default: true
        }
    }

    /// What several characters are together.
    private static func joined(_ one: Joint?, _ other: Joint) -> Joint {
        switch (one, other) {
        case (nil, let other): other
        case (.wall, _), (_, .wall): .wall
        case (.dash, .point), (.point, .dash): .wall
        case (.dash, _), (_, .dash): .dash
        case (.point, _), (_, .point): .point
        default: .blank
        }
    }
}
