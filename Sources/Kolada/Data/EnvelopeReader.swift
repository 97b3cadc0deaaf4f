/// Reads what stands around the values in an answer of the API.
struct EnvelopeReader {
    enum Member {
        /// The list of values follows, its bracket passed.
        case values
        /// The member is read.
        case other
    }

    var facts = PageFacts()
    private var sawValues = false

    /// Reads a member's name and, unless it is the list, its value.
    mutating func readMember(_ cursor: inout JSONCursor) throws(JSONStop) -> Member {
        let name = try cursor.name()
        if JSONText.equals(name, "values") {
            guard !sawValues else { throw cursor.stop(.repeatedMember) }
            guard cursor.next() == 0x5B else { throw cursor.stop(.wrongType) }
            cursor.place += 1
            sawValues = true
            return .values
        }
        if JSONText.equals(name, "count") {
            let reading = try cursor.number()
            facts.declaredCount = reading.scale == 0 ? Int(reading.units) : nil
        } else if JSONText.equals(name, "next_url") || JSONText.equals(name, "next_page") {
            if try !cursor.takesNull() { facts.next = JSONText.text(of: try cursor.string()) }
        } else if JSONText.equals(name, "error") || JSONText.equals(name, "detail") {
            _ = cursor.next()
            let start = cursor.place
            try cursor.passValue()
            let said = UnsafeBufferPointer(start: start, count: cursor.place - start)
            facts.complaint = String(decoding: said.prefix(500), as: UTF8.self)
        } else {
            try cursor.passValue()
        }
        return .other
    }

    /// What is wrong with an envelope that has been read to its end.
    var fault: KoladaFormatError.Code? {
        guard sawValues else { return .noValues }
        if let declared = facts.declaredCount, declared != facts.valueCount {
            return .countMismatch
        }
        return nil
    }
}
