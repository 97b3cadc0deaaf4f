/// Reads one object of a data answer: an indicator, a unit, a year, and up to a value per gender.
struct DataElementReader {
    /// A value as it was written.
    struct Value {
        var gender = KoladaRow.unknownGender
        var units: Int64 = 0
        var scale: UInt8 = 0
        var isNull = false
        var isTooLong = false
        var isDeleted = false
        var sawGender = false
        var sawValue = false
        /// The status word where it is neither empty nor "Not applicable".
        var word: JSONString?
        /// The position among the values as they were written, from 0.
        var position = 0
        var isNotApplicable = false
    }

    /// The position of the object in the list, from 0.
    var index = 0
    /// How many bytes precede it.
    var byteOffset = 0
    var indicator: KoladaIndicatorID?
    var indicatorText = ""
    var unit = UnitReading.unread
    var year: Int?
    var values: [Value] = []
    /// The value being read, from 0; −1 outside the values.
    private var valueIndex = -1
    /// The member being read.
    private var member: StaticString = ""

    private var sawIndicator = false

    /// Reads the object that begins here.
    @inline(__always)
    mutating func read(_ cursor: inout JSONCursor) throws(JSONStop) {
        indicator = nil
        sawIndicator = false
        unit = .unread
        year = nil
        values.removeAll(keepingCapacity: true)
        var sawValues = false
        valueIndex = -1
        member = ""
        try cursor.take(0x7B)
        repeat {
            let name = try cursor.name()
            if JSONText.equals(name, "kpi") {
                member = "kpi"
                guard !sawIndicator else { throw cursor.stop(.repeatedMember) }
                try readIndicator(&cursor)
            } else if JSONText.equals(name, "municipality") {
                member = "municipality"
                guard unit.isUnread else { throw cursor.stop(.repeatedMember) }
                unit = UnitReading(try cursor.string())
            } else if JSONText.equals(name, "period") {
                member = "period"
                guard year == nil else { throw cursor.stop(.repeatedMember) }
                year = try Self.readYear(&cursor)
            } else if JSONText.equals(name, "values") {
                member = "values"
                guard !sawValues else { throw cursor.stop(.repeatedMember) }
                sawValues = true
                try readValues(&cursor)
            } else {
                member = ""
                try cursor.passValue()
            }
        } while try cursor.goesOn(until: 0x7D)
        member = ""
        // A unit may be lacking only where the object speaks of an organisation within one.
        guard sawIndicator, year != nil, sawValues, !unit.isUnread else {
            throw cursor.missing()
        }
    }

    @inline(__always)
    private mutating func readIndicator(_ cursor: inout JSONCursor) throws(JSONStop) {
        let text = try cursor.string()
        sawIndicator = true
        if text.count == 6, !text.isEscaped, let read = KoladaIndicatorID(sixBytes: text.start) {
            indicator = read
        } else {
            indicatorText = JSONText.text(of: text)
            indicator = KoladaIndicatorID(indicatorText)
        }
    }

    /// Reads a year, which version 3's own description calls a string.
    private static func readYear(_ cursor: inout JSONCursor) throws(JSONStop) -> Int {
        guard cursor.next() == 0x22 else {
            let reading = try cursor.number()
            guard reading.scale == 0, reading.outcome == .read else {
                throw cursor.stop(.wrongType)
            }
            return Int(reading.units)
        }
        guard let year = Int(JSONText.text(of: try cursor.string())) else {
            throw cursor.stop(.wrongType)
        }
        return year
    }

    @inline(__always)
    private mutating func readValues(_ cursor: inout JSONCursor) throws(JSONStop) {
        guard cursor.next() == 0x5B else { throw cursor.stop(.wrongType) }
        cursor.place += 1
        if cursor.next() == 0x5D {
            cursor.place += 1
            return
        }
        repeat {
            valueIndex = values.count
            var value = try readValue(&cursor)
            value.position = valueIndex
            insert(value)
            member = "values"
        } while try cursor.goesOn(until: 0x5D)
        valueIndex = -1
    }

    /// Keeps the values in the order of their genders, which an answer gives in any order: a slice
    /// whose units come in order is then ordered.
    @inline(__always)
    private mutating func insert(_ value: Value) {
        values.append(value)
        var index = values.count - 1
        while index > 0, values[index - 1].gender > values[index].gender {
            values.swapAt(index - 1, index)
            index -= 1
        }
    }

    @inline(__always)
    private mutating func readValue(_ cursor: inout JSONCursor) throws(JSONStop) -> Value {
        var value = Value()
        try cursor.take(0x7B)
        repeat {
            let name = try cursor.name()
            if JSONText.equals(name, "value") {
                member = "value"
                guard !value.sawValue else { throw cursor.stop(.repeatedMember) }
                value.sawValue = true
                if try cursor.takesNull() {
                    value.isNull = true
                } else {
                    let reading = try cursor.number()
                    value.units = reading.units
                    value.scale = reading.scale
                    value.isTooLong = reading.outcome == .tooLong
                }
            } else if JSONText.equals(name, "gender") {
                member = "gender"
                guard !value.sawGender else { throw cursor.stop(.repeatedMember) }
                value.sawGender = true
                value.gender = Self.gender(try cursor.string())
            } else if JSONText.equals(name, "status") {
                member = "status"
                if try !cursor.takesNull() { try readStatus(&cursor, into: &value) }
            } else if JSONText.equals(name, "isdeleted") || JSONText.equals(name, "is_deleted") {
                member = "isdeleted"
                if try !cursor.takesNull() { value.isDeleted = try cursor.truth() }
            } else {
                // `count` says how many members a group's mean rests on; it is 1 or 0 for a unit.
                member = ""
                try cursor.passValue()
            }
        } while try cursor.goesOn(until: 0x7D)
        guard value.sawGender, value.sawValue else { throw cursor.missing() }
        return value
    }

    @inline(__always)
    private static func gender(_ text: JSONString) -> UInt8 {
        guard text.count == 1, !text.isEscaped else { return KoladaRow.unknownGender }
        return KoladaRow.genderNumber(of: text.start.pointee)
    }

    @inline(__always)
    private func readStatus(
        _ cursor: inout JSONCursor, into value: inout Value
    ) throws(JSONStop) {
        let text = try cursor.string()
        if text.count == 0 { return }
        if JSONText.equals(text, "Not applicable") {
            value.isNotApplicable = true
        } else {
            value.word = text
        }
    }

    /// Where a fault lies, when so many values of the list have been read.
    func path(atValue count: Int) -> String {
        var path = "$.values[\(count)]"
        if valueIndex >= 0 { path += ".values[\(valueIndex)]" }
        let name = member.description
        if !name.isEmpty, !(valueIndex >= 0 && name == "values") { path += ".\(name)" }
        return path
    }
}

extension JSONCursor {
    /// An object lacks a member; it cannot be for want of bytes, since the object is closed.
    @inline(never)
    func missing() -> JSONStop { .malformed(.missingMember) }
}
