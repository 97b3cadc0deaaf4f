public import Indicators

extension JSONWriter {
    /// Writes a member of an object: a text, or null.
    public mutating func member(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    /// Writes a member of an object: an exact number, or null.
    public mutating func member(_ key: String, _ value: ScaledDecimal?) {
        self.key(key)
        if let value { number(value) } else { null() }
    }

    /// Writes a member of an object: a whole number, or null.
    public mutating func member(_ key: String, _ value: Int?) {
        self.key(key)
        if let value { number(value) } else { null() }
    }

    /// Writes a member of an object: a truth value.
    public mutating func member(_ key: String, _ value: Bool) {
        self.key(key)
        bool(value)
    }
}
