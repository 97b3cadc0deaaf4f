extension Transcoder {
    /// Copies the chunk as far as it is UTF-8, without an incomplete character at its end.
    mutating func validateUTF8(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, to output: UnsafeMutablePointer<UInt8>
    ) -> Conversion {
        // A sequence that the last chunk left incomplete comes first.
        let held = validator.isInsideSequence ? validator.seen : 0
        for index in 0..<held {
            output[index] = UInt8(truncatingIfNeeded: heldBytes >> (8 * UInt32(index)))
        }
        (output + held).update(from: bytes, count: count)
        let total = held + count

        var index = held
        var sequenceStart = 0
        while index < total {
            if !validator.isInsideSequence {
                if index + ByteWords.width <= total, ByteWords.isASCII(output + index) {
                    index += ByteWords.width
                    continue
                }
                sequenceStart = index
            }
            switch validator.step(output[index]) {
            case .ascii, .inside, .completed:
                index += 1
            case .badByte, .badSequence:
                let failure = TabularError(
                    .invalidUTF8, byteOffset: offset - held + sequenceStart)
                return Conversion(
                    written: withoutMark(output, sequenceStart), failure: failure)
            }
        }
        guard validator.isInsideSequence else {
            return Conversion(written: withoutMark(output, total))
        }
        heldBytes = 0
        for place in 0..<validator.seen {
            heldBytes |= UInt32(output[total - validator.seen + place]) << (8 * UInt32(place))
        }
        return Conversion(written: withoutMark(output, total - validator.seen))
    }

    /// Takes the byte order mark away if the output is the first of the file, and counts the rest.
    mutating func withoutMark(_ output: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        guard !isPastMark, count > 0 else { return count }
        isPastMark = true
        guard count >= 3, output[0] == 0xEF, output[1] == 0xBB, output[2] == 0xBF else {
            return count
        }
        output.update(from: output + 3, count: count - 3)
        return count - 3
    }
}
