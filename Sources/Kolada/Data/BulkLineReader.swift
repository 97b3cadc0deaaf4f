internal import Indicators

/// Reads the lines of a bulk file; each ends with a line feed that is known to be there.
struct BulkLineReader {
    /// The first byte that is not yet read.
    var place: UnsafePointer<UInt8>
    /// How many lines have been read.
    var lines: Int
    /// The first eight bytes of the indicator last met, and whether they hold one.
    private var lastBytes: UInt64 = 0
    private var last: KoladaIndicatorID?

    init(place: UnsafePointer<UInt8>, lines: Int) {
        self.place = place
        self.lines = lines
    }

    /// Reads the first line.
    mutating func readHeader() throws(KoladaFormatError.Code) {
        if place[0] == 0xEF, place[1] == 0xBB, place[2] == 0xBF { place += 3 }
        guard let (fields, rest) = Self.split(place),
            fields.map({ String(decoding: $0, as: UTF8.self) })
                == ["kpi", "municipality", "period", "gender", "value"]
        else { throw .wrongHeader }
        place = rest
        lines += 1
    }

    /// Reads a line: quickly where it has the form of almost all, else field by field.
    @inline(__always)
    mutating func readLine(
        into collector: inout SliceCollector, base: UnsafePointer<UInt8>, offset: Int
    ) throws(KoladaFormatError.Code) {
        // N00053,0000,2008,K,568566.0: the zeros behind the window make 24 bytes readable.
        let line = place
        let head = UnsafeRawPointer(line).loadUnaligned(as: UInt64.self) & 0x00FF_FFFF_FFFF_FFFF
        if head != lastBytes {
            guard line[6] == 0x2C, let indicator = KoladaIndicatorID(sixBytes: line) else {
                return try readOddLine(into: &collector, offset: offset + (line - base))
            }
            lastBytes = head
            last = indicator
        }
        let unit = Self.fourDigits(line + 7)
        let year = Self.fourDigits(line + 12)
        let gender = KoladaRow.genderNumber(of: line[17])
        guard let indicator = last, unit <= 9999, year >= 1900, year <= 2199,
            gender <= KoladaRow.total,
            line[11] == 0x2C, line[16] == 0x2C, line[18] == 0x2C
        else { return try readOddLine(into: &collector, offset: offset + (line - base)) }
        var rest = line + 19
        var units: Int64 = 0
        var scale: UInt8 = 0
        var status = KoladaRow.Status.missing
        if rest.pointee != 0x0A && rest.pointee != 0x0D {
            let reading = DecimalScanner.scan(rest)
            guard reading.outcome == .read else {
                return try readOddLine(into: &collector, offset: offset + (line - base))
            }
            (units, scale, status, rest) = (reading.units, reading.scale, .value, reading.end)
        }
        guard Self.passLineEnd(&rest) else {
            return try readOddLine(into: &collector, offset: offset + (line - base))
        }
        try collector.turn(to: indicator)
        place = rest
        lines += 1
        guard collector.currentIsWanted else {
            collector.tally.unwantedRows += 1
            return
        }
        collector.add(
            KoladaRow(
                units: units, scale: scale, municipality: UInt16(truncatingIfNeeded: unit),
                year: UInt16(truncatingIfNeeded: year), gender: gender, status: status, word: 0))
    }

    /// Reads a line of any form.
    @inline(never)
    private mutating func readOddLine(
        into collector: inout SliceCollector, offset: Int
    ) throws(KoladaFormatError.Code) {
        guard let (fields, rest) = Self.split(place), fields.count == 5 else {
            throw .wrongFieldCount
        }
        let texts = fields.map { String(decoding: $0, as: UTF8.self) }
        let indicator = KoladaIndicatorID(texts[0])
        let year = Int(texts[2])
        let line = lines + 1
        func reject(_ kind: KoladaReject.Kind, _ found: String) {
            collector.reject(
                KoladaReject(
                    kind: kind, indicator: indicator, year: year, found: found,
                    byteOffset: offset, line: line))
        }
        var value = DecimalScanner.Reading(units: 0, scale: 0, outcome: .read, end: place)
        if !fields[4].isEmpty {
            // Behind a field may stand anything; a zero ends the number.
            let outcome = (fields[4] + [0]).withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { start in
                    value = DecimalScanner.scan(start)
                    return value.end == start + fields[4].count
                } ?? false
            }
            guard outcome, value.outcome != .malformed else { throw .malformedNumber }
        }
        place = rest
        lines = line
        let unit = fields[1].withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { UnitReading(start: $0, count: bytes.count) } ?? .unknown("")
        }
        guard let indicator else { return reject(.indicatorForm, texts[0]) }
        guard let year, Period.years.contains(year) else { return reject(.year, texts[2]) }
        if case .group = unit {
            collector.tally.groupRows += 1
            return
        }
        guard case .municipality(let municipality) = unit else {
            return reject(.unitForm, texts[1])
        }
        let gender =
            fields[3].count == 1
            ? KoladaRow.genderNumber(of: fields[3][0]) : KoladaRow.unknownGender
        guard gender <= KoladaRow.total else { return reject(.gender, texts[3]) }
        guard value.outcome == .read else { return reject(.tooManyDigits, texts[4]) }
        try collector.turn(to: indicator)
        guard collector.currentIsWanted else {
            collector.tally.unwantedRows += 1
            return
        }
        collector.add(
            KoladaRow(
                units: value.units, scale: value.scale, municipality: municipality,
                year: UInt16(year), gender: gender,
                status: fields[4].isEmpty ? .missing : .value, word: 0))
    }

    /// The fields of a line and the place behind its end; nil for more than five fields, or a
    /// misplaced quote or CR.
    private static func split(
        _ start: UnsafePointer<UInt8>
    ) -> (fields: [[UInt8]], next: UnsafePointer<UInt8>)? {
        var fields: [[UInt8]] = []
        var place = start
        while fields.count < 5 {
            var field: [UInt8] = []
            if place.pointee == 0x22 {
                place += 1
                while place.pointee != 0x22 {
                    guard place.pointee != 0x0A else { return nil }
                    field.append(place.pointee)
                    place += 1
                }
                place += 1
            } else {
                while place.pointee != 0x2C, place.pointee != 0x0A, place.pointee != 0x0D {
                    field.append(place.pointee)
                    place += 1
                }
            }
            fields.append(field)
            guard place.pointee == 0x2C else {
                return passLineEnd(&place) ? (fields, place) : nil
            }
            place += 1
        }
        return nil
    }

    @inline(__always)
    private static func passLineEnd(_ place: inout UnsafePointer<UInt8>) -> Bool {
        if place.pointee == 0x0D { place += 1 }
        guard place.pointee == 0x0A else { return false }
        place += 1
        return true
    }

    /// Four digits as a number; 65535 for anything else.
    @inline(__always)
    private static func fourDigits(_ start: UnsafePointer<UInt8>) -> UInt32 {
        let a = UInt32(start[0] &- 0x30)
        let b = UInt32(start[1] &- 0x30)
        let c = UInt32(start[2] &- 0x30)
        let d = UInt32(start[3] &- 0x30)
        return a < 10 && b < 10 && c < 10 && d < 10 ? a * 1000 + b * 100 + c * 10 + d : 65535
    }
}
