extension Transcoder {
    /// Converts UTF-16; units and surrogate pairs may be cut by the chunk's ends.
    mutating func decodeUTF16(
        _ input: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
    ) -> Conversion {
        let isLittle = encoding == .utf16LittleEndian
        var written = 0
        var index = 0
        while index < input.count {
            let byte = input[index]
            index += 1
            guard let first = halfUnit else {
                halfUnit = byte
                continue
            }
            halfUnit = nil
            let unit =
                isLittle
                ? UInt16(first) | UInt16(byte) << 8 : UInt16(first) << 8 | UInt16(byte)
            guard let value = scalarValue(adding: unit) else {
                // The half pair is to blame: the unit before when it had no second half.
                let start = offset + index - 2 - (highSurrogate == nil ? 0 : 2)
                let failure = TabularError(.invalidUTF16, byteOffset: start)
                return Conversion(written: written, failure: failure)
            }
            guard value != Self.incomplete else { continue }
            let isMark = !isPastMark && value == 0xFEFF
            isPastMark = true
            if !isMark {
                written += UTF8Writing.write(value, to: output + written)
            }
        }
        return Conversion(written: written)
    }

    /// Stands for "wait for the second half"; no scalar has this value.
    private static let incomplete = UInt32.max

    /// Adds a code unit and gives the scalar it completes, ``incomplete``, or nil if it may not
    /// stand here.
    private mutating func scalarValue(adding unit: UInt16) -> UInt32? {
        let isHigh = unit & 0xFC00 == 0xD800
        let isLow = unit & 0xFC00 == 0xDC00
        if let high = highSurrogate {
            guard isLow else { return nil }
            highSurrogate = nil
            return 0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        }
        if isHigh {
            highSurrogate = unit
            return Self.incomplete
        }
        return isLow ? nil : UInt32(unit)
    }
}
