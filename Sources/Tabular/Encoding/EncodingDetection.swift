/// Which encoding a file is read in, and what that rests on.
public struct EncodingDetection: Sendable, Hashable {
    /// The encoding to read the file in.
    public let encoding: TextEncoding
    /// What the choice rests on.
    public let reason: EncodingReason
    /// What speaks against the choice without forbidding it.
    public let doubts: [EncodingDoubt]

    /// Chooses the encoding of a file that has been inspected.
    ///
    /// A declaration is followed, and tested against the bytes. Without one the order is: byte
    /// order mark, the NUL bytes of UTF-16, UTF-8 if all of the file is, and then Windows-1252 or
    /// Latin-1 by the bytes 0x80–0x9F. What fits none of these is an error, never a guess.
    ///
    /// - Parameters:
    ///   - inspection: what the first pass over the file found.
    ///   - declaration: the encoding named for the source, or nil to detect it.
    ///   - accepted: formats that the caller takes for text.
    /// - Returns: the encoding, the reason, and any doubts.
    /// - Throws: ``TabularError`` when the bytes cannot be what is declared, or fit no encoding.
    public static func resolve(
        _ inspection: FileInspection, declared declaration: EncodingDeclaration? = nil,
        accepting accepted: Set<FileSignature> = []
    ) throws(TabularError) -> EncodingDetection {
        if inspection.byteOrderMark == .utf32 {
            throw TabularError(.unsupportedUTF32, byteOffset: 0)
        }
        if let signature = inspection.signature, !accepted.contains(signature) {
            throw TabularError(.notText, byteOffset: 0, detail: signature.rawValue)
        }
        return switch declaration {
        case nil: try detect(inspection)
        case .utf16: try utf16(inspection)
        case .named(let encoding): try follow(encoding, inspection)
        }
    }
}

/// What the choice of an encoding rests on.
public enum EncodingReason: String, Sendable, Hashable, CaseIterable {
    /// The source declares it.
    case declared
    /// The file begins with a byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// Every other byte is mostly NUL, as in UTF-16.
    case nulPattern = "nul-pattern"
    /// All bytes are ASCII, which every encoding but UTF-16 reads alike.
    case onlyASCII = "only-ascii"
    /// All of the file is well-formed UTF-8, and some of it is not ASCII.
    case wellFormedUTF8 = "well-formed-utf8"
    /// The file is not UTF-8 and has bytes of 0x80–0x9F, which only Windows-1252 prints.
    case windowsBytes = "windows-bytes"
    /// The file is not UTF-8 and has bytes above 0x9F only, which Latin-1 and Windows-1252 read alike.
    case singleBytes = "single-bytes"
}

/// Something that speaks against an encoding without forbidding it.
public enum EncodingDoubt: Sendable, Hashable {
    /// A single-byte encoding is declared, though all of the file is UTF-8 beyond ASCII: å would be
    /// read as two characters.
    case isWellFormedUTF8
    /// Latin-1 is declared, though there are bytes it has no printable character for; the first
    /// one's offset. The file is most likely Windows-1252.
    case hasHighControls(byteOffset: Int)
    /// A few accidental byte pairs look like UTF-8 in a file that otherwise is not.
    case hasFewUTF8Sequences(count: Int)
}

extension EncodingDetection {
    private init(
        _ encoding: TextEncoding, _ reason: EncodingReason, doubts: [EncodingDoubt] = []
    ) {
        self.encoding = encoding
        self.reason = reason
        self.doubts = doubts
    }

    private static func detect(
        _ inspection: FileInspection
    ) throws(TabularError) -> EncodingDetection {
        switch inspection.byteOrderMark {
        case .utf8:
            try requireUTF8(inspection)
            return EncodingDetection(.utf8, .byteOrderMark)
        case .utf16LittleEndian, .utf16BigEndian:
            return try utf16(inspection)
        case .utf32, nil:
            break
        }
        if let encoding = inspection.utf16ByNULs {
            return EncodingDetection(encoding, .nulPattern)
        }
        if inspection.isASCII {
            return EncodingDetection(.utf8, .onlyASCII)
        }
        if inspection.isValidUTF8 {
            return EncodingDetection(.utf8, .wellFormedUTF8)
        }
        return try singleByte(inspection)
    }

    private static func singleByte(
        _ inspection: FileInspection
    ) throws(TabularError) -> EncodingDetection {
        // "Ö–" in Windows-1252 happens to be a UTF-8 sequence, so a rare one proves nothing. Many
        // of them say that the file was pasted together, or cut off in mid-character.
        let accidental = inspection.multibyteCount
        guard accidental * 10 <= inspection.badSequenceCount else {
            throw TabularError(
                inspection.badSequenceCount == 1 && inspection.endsInsideCharacter
                    ? .truncatedCharacter : .mixedEncodings,
                byteOffset: inspection.firstBadOffset, line: inspection.firstBadLine,
                detail: "\(accidental) sequences of UTF-8, "
                    + "\(inspection.badSequenceCount) that are not")
        }
        let doubts: [EncodingDoubt] =
            accidental == 0 ? [] : [.hasFewUTF8Sequences(count: accidental)]
        guard inspection.firstHighControlOffset != nil else {
            return EncodingDetection(.latin1, .singleBytes, doubts: doubts)
        }
        try requireWindows1252(inspection)
        return EncodingDetection(.windows1252, .windowsBytes, doubts: doubts)
    }

    private static func utf16(
        _ inspection: FileInspection
    ) throws(TabularError) -> EncodingDetection {
        switch inspection.byteOrderMark {
        case .utf16LittleEndian:
            return EncodingDetection(.utf16LittleEndian, .byteOrderMark)
        case .utf16BigEndian:
            return EncodingDetection(.utf16BigEndian, .byteOrderMark)
        case .utf8:
            throw TabularError(
                .contradictsByteOrderMark, byteOffset: 0, detail: "utf-16 is declared, utf-8 marked"
            )
        case .utf32, nil:
            guard let encoding = inspection.utf16ByNULs else {
                throw TabularError(.unknownByteOrder, byteOffset: 0)
            }
            return EncodingDetection(encoding, .nulPattern)
        }
    }

    private static func follow(
        _ encoding: TextEncoding, _ inspection: FileInspection
    ) throws(TabularError) -> EncodingDetection {
        if let marked = inspection.byteOrderMark?.encoding, marked != encoding {
            throw TabularError(
                .contradictsByteOrderMark, byteOffset: 0,
                detail: "\(encoding.name) is declared, \(marked.name) marked")
        }
        var doubts: [EncodingDoubt] = []
        switch encoding {
        case .utf8:
            try requireUTF8(inspection)
        case .windows1252:
            try requireWindows1252(inspection)
        case .latin1:
            if let offset = inspection.firstHighControlOffset, !inspection.isValidUTF8 {
                doubts.append(.hasHighControls(byteOffset: offset))
            }
        case .utf16LittleEndian, .utf16BigEndian:
            break
        }
        if encoding == .latin1 || encoding == .windows1252,
            inspection.isValidUTF8, !inspection.isASCII
        {
            doubts.append(.isWellFormedUTF8)
        }
        return EncodingDetection(encoding, .declared, doubts: doubts)
    }

    private static func requireUTF8(_ inspection: FileInspection) throws(TabularError) {
        guard let offset = inspection.firstBadOffset else { return }
        let isCut = inspection.badSequenceCount == 1 && inspection.endsInsideCharacter
        throw TabularError(
            isCut ? .truncatedCharacter : .invalidUTF8, byteOffset: offset,
            line: inspection.firstBadLine)
    }

    private static func requireWindows1252(_ inspection: FileInspection) throws(TabularError) {
        guard let offset = inspection.firstUndefinedOffset else { return }
        throw TabularError(
            .undefinedByte, byteOffset: offset, line: inspection.firstUndefinedLine)
    }
}

extension FileInspection {
    /// The UTF-16 whose byte order the NUL bytes show, or nil if they show none.
    ///
    /// Latin letters, digits, delimiters and line ends have one NUL each in UTF-16, always on the
    /// same side; so at least half of all units have it there, and next to none on the other side.
    var utf16ByNULs: TextEncoding? {
        guard hasNUL, byteCount >= 4, byteCount.isMultiple(of: 2) else { return nil }
        let units = byteCount / 2
        if oddNULCount * 2 >= units, evenNULCount * 20 <= oddNULCount { return .utf16LittleEndian }
        if evenNULCount * 2 >= units, oddNULCount * 20 <= evenNULCount { return .utf16BigEndian }
        return nil
    }
}
