extension CopyBinaryWriter {
    /// Writes a truth value.
    public mutating func write(_ value: Bool) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .bool else { throw mismatch("Bool", target) }
        try reserve(5)
        put(1 as Int32)
        put(value ? 1 : 0 as UInt8)
    }

    /// Writes an integer to a column of any integer type it fits, or to a `numeric`.
    public mutating func write(_ value: Int16) throws(PostgresError) {
        try write(Int64(value))
    }

    /// Writes an integer to a column of any integer type it fits, or to a `numeric`.
    public mutating func write(_ value: Int32) throws(PostgresError) {
        try write(Int64(value))
    }

    /// Writes an integer to a column of any integer type it fits, or to a `numeric`.
    public mutating func write(_ value: Int) throws(PostgresError) {
        try write(Int64(value))
    }

    /// Writes an integer to a column of any integer type it fits, or to a `numeric`.
    public mutating func write(_ value: Int64) throws(PostgresError) {
        let target = try nextColumn()
        try reserve(12)
        switch target.kind {
        case .int8:
            put(8 as Int32)
            put(value)
        case .int4:
            guard let narrow = Int32(exactly: value) else { throw tooLarge(value, target) }
            put(4 as Int32)
            put(narrow)
        case .int2:
            guard let narrow = Int16(exactly: value) else { throw tooLarge(value, target) }
            put(2 as Int32)
            put(narrow)
        case .numeric:
            try putNumeric(NumericGroups(units: value, scale: 0), scale: 0)
        default:
            throw mismatch("integer", target)
        }
    }

    /// Writes a binary floating-point number.
    public mutating func write(_ value: Double) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .float8 else { throw mismatch("Double", target) }
        try reserve(12)
        put(8 as Int32)
        put(value.bitPattern)
    }

    /// Writes an exact decimal number; never rounded.
    public mutating func write(_ value: PostgresNumeric) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .numeric else { throw mismatch("PostgresNumeric", target) }
        let groups: NumericGroups
        do throws(PostgresValueError) {
            groups = try NumericGroups(value)
        } catch {
            throw failed(error.reason, target)
        }
        if value.scale > target.scaleLimit {
            try checkDecimals(value, target)
        }
        try putNumeric(groups, scale: value.scale)
    }

    /// Writes units / 10^scale to a `numeric`; never rounded.
    public mutating func writeNumeric(units: Int64, scale: UInt8) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .numeric else { throw mismatch("number", target) }
        if scale > target.scaleLimit {
            try checkDecimals(PostgresNumeric(units: Int128(units), scale: scale), target)
        }
        try putNumeric(NumericGroups(units: units, scale: scale), scale: scale)
    }

    /// Writes a day.
    public mutating func write(_ value: PostgresDate) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .date else { throw mismatch("PostgresDate", target) }
        do throws(PostgresValueError) { _ = try value.finite() } catch {
            throw failed(error.reason, target)
        }
        try reserve(8)
        put(4 as Int32)
        put(value.daysSince2000)
    }

    /// Writes a point in time.
    public mutating func write(_ value: PostgresTimestamp) throws(PostgresError) {
        let target = try nextColumn()
        guard target.kind == .timestamptz else { throw mismatch("PostgresTimestamp", target) }
        do throws(PostgresValueError) { _ = try value.finite() } catch {
            throw failed(error.reason, target)
        }
        try reserve(12)
        put(8 as Int32)
        put(value.microsecondsSince2000)
    }

    /// Writes any value that can be sent; `nil` is NULL.
    public mutating func write<T: PostgresEncodable>(_ value: T) throws(PostgresError) {
        try value.copy(into: &self)
    }

    private mutating func tooLarge(_ value: Int64, _ target: CopyColumn) -> PostgresError {
        failed("\(value) does not fit", target)
    }

    /// Lets only zeros be lost: 12.50 fits numeric(5, 1), 12.55 does not.
    private mutating func checkDecimals(
        _ value: PostgresNumeric, _ target: CopyColumn
    ) throws(PostgresError) {
        var rest = value.units
        for _ in target.scaleLimit..<value.scale where rest != 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else {
                throw failed(
                    "\(value) has more than \(target.scaleLimit) decimals", target)
            }
            rest = quotient
        }
    }

    @inline(__always)
    private mutating func putNumeric(
        _ groups: NumericGroups, scale: UInt8
    ) throws(PostgresError) {
        try reserve(12 + 2 * NumericGroups.capacity)
        put(Int32(truncatingIfNeeded: 8 + 2 * groups.count))
        put(Int16(truncatingIfNeeded: groups.count))
        put(groups.weight)
        put(groups.sign)
        put(UInt16(scale))
        for index in 0..<groups.count {
            put(groups[index])
        }
    }
}
