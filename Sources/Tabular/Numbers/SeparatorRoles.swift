/// Which mark is the decimal mark in one cell, and which marks may group thousands.
struct SeparatorRoles {
    /// The scalar of the decimal mark; 0 where the cell cannot have one.
    var decimal: UInt32
    /// The marks that may group thousands.
    var grouping: ThousandsMarks

    private static let comma: UInt32 = 0x2C
    private static let point: UInt32 = 0x2E

    /// Decides by the format, or by the cell where the format does not say.
    static func decide(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ format: NumberFormat
    ) throws(NumberFailure) -> SeparatorRoles {
        switch format.decimal {
        case .comma:
            SeparatorRoles(decimal: comma, grouping: format.grouping.subtracting(.comma))
        case .point:
            SeparatorRoles(decimal: point, grouping: format.grouping.subtracting(.point))
        case .undeclared:
            try decideByCell(bytes, range, format)
        }
    }

    private static func decideByCell(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ format: NumberFormat
    ) throws(NumberFailure) -> SeparatorRoles {
        let commas = range.filter { bytes[$0] == 0x2C }
        let points = range.filter { bytes[$0] == 0x2E }
        let spaces = format.grouping.intersection(.spaces)
        guard let lastComma = commas.last else {
            return try decideByOneMark(
                bytes, range, points, point, spaces, format.grouping.intersection(.point))
        }
        guard let lastPoint = points.last else {
            return try decideByOneMark(
                bytes, range, commas, comma, spaces, format.grouping.intersection(.comma))
        }
        // With both marks in one number, the last one is the decimal mark.
        return lastComma > lastPoint
            ? SeparatorRoles(decimal: comma, grouping: format.grouping.intersection(.point))
            : SeparatorRoles(decimal: point, grouping: format.grouping.intersection(.comma))
    }

    private static func decideByOneMark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ places: [Int],
        _ scalar: UInt32, _ spaces: ThousandsMarks, _ mark: ThousandsMarks
    ) throws(NumberFailure) -> SeparatorRoles {
        guard let place = places.first else { return SeparatorRoles(decimal: 0, grouping: spaces) }
        // More than one can only group.
        guard places.count == 1 else { return SeparatorRoles(decimal: 0, grouping: mark) }
        let before = bytes[range.lowerBound..<place]
        let after = bytes[(place + 1)..<range.upperBound].prefix { (0x30...0x39).contains($0) }
        let couldGroup =
            after.count == 3 && (1...3).contains(before.count) && before.first != 0x30
            && before.allSatisfy { (0x30...0x39).contains($0) }
        if couldGroup { throw NumberFailure(.ambiguousSeparator, at: place) }
        return SeparatorRoles(decimal: scalar, grouping: spaces)
    }
}
