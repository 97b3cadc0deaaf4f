import Diagnostics
import Tabular

/// Says aloud what was detected about a file, and what speaks against it.
enum DetectionNotes {
    /// Which encoding a file is read in, and why.
    static func encoding(_ detection: EncodingDetection, path: String) -> [Diagnostic] {
        let name = detection.encoding.name
        let reason = reason(detection.reason)
        let note = Diagnostic(
            .note, code: "source.encoding",
            Text(sv: "läses som \(name): \(reason.sv)", en: "read as \(name): \(reason.en)"),
            at: .file(path: path))
        return [note] + detection.doubts.map { doubt($0, encoding: name, path: path) }
    }

    /// How the cells of a file are set apart, and why.
    static func dialect(_ dialect: CSVDialect, reason: Text, path: String) -> Diagnostic {
        let name = dialect.delimiterName
        return Diagnostic(
            .note, code: "source.delimiter",
            Text(
                sv: "cellerna avskiljs med \(name): \(reason.sv)",
                en: "cells are set apart by \(name): \(reason.en)"),
            at: .file(path: path))
    }

    /// Which decimal mark a file is read with.
    static func decimal(_ format: NumberFormat, path: String) -> Diagnostic {
        let text =
            switch format.decimal {
            case .comma: Text(sv: "decimalkomma, som angivet", en: "decimal comma, as declared")
            case .point: Text(sv: "decimalpunkt, som angivet", en: "decimal point, as declared")
            case .undeclared:
                Text(
                    sv: "decimaltecknet är inte angivet: bara entydiga tal läses",
                    en: "no decimal mark is declared: only numbers with one meaning are read")
            }
        return Diagnostic(.note, code: "source.decimal", text, at: .file(path: path))
    }

    /// Why a dialect was chosen.
    static func reason(_ reason: DialectReason) -> Text {
        switch reason {
        case .declared: Text(sv: "angivet", en: "declared")
        case .separatorLine:
            Text(sv: "filens första rad säger det", en: "the first line of the file says so")
        case .onlyDelimiter:
            Text(sv: "ingen annan avskiljare förekommer", en: "no other delimiter occurs")
        case .onlyConsistent:
            Text(
                sv: "bara den ger varje rad lika många celler",
                en: "only it gives every row as many cells")
        case .ambiguous, .noneConsistent, .noDelimiter:
            Text(
                sv: "bara den ger en rubrik med källans kolumner",
                en: "only it gives a header with the columns of the source")
        }
    }

    private static func reason(_ reason: EncodingReason) -> Text {
        switch reason {
        case .declared: Text(sv: "angivet", en: "declared")
        case .byteOrderMark: Text(sv: "byteordningsmärke", en: "byte order mark")
        case .nulPattern:
            Text(sv: "varannan byte är noll", en: "every other byte is zero")
        case .onlyASCII: Text(sv: "bara ASCII", en: "only ASCII")
        case .wellFormedUTF8:
            Text(sv: "allt är välformad UTF-8", en: "all of it is well-formed UTF-8")
        case .windowsBytes:
            Text(
                sv: "inte UTF-8, och har byte som bara Windows-1252 skriver",
                en: "not UTF-8, and has bytes that only Windows-1252 prints")
        case .singleBytes:
            Text(
                sv: "inte UTF-8, och läses lika i Windows-1252",
                en: "not UTF-8, and the same in Windows-1252")
        }
    }

    private static func doubt(
        _ doubt: EncodingDoubt, encoding: String, path: String
    ) -> Diagnostic {
        let text =
            switch doubt {
            case .isWellFormedUTF8:
                Text(
                    sv: "filen är välformad UTF-8, men \(encoding) är angivet: å kan bli Ã¥",
                    en: "the file is well-formed UTF-8, but \(encoding) is declared")
            case .hasHighControls(let offset):
                Text(
                    sv: "byte \(offset) är ett styrtecken i \(encoding): filen är nog Windows-1252",
                    en: "byte \(offset) is a control in \(encoding): it likely is Windows-1252")
            case .hasFewUTF8Sequences(let count):
                Text(
                    sv: "\(count) ställen ser ut som UTF-8 i en fil som annars inte är det",
                    en: "\(count) places look like UTF-8 in a file that otherwise is not")
            }
        return Diagnostic(
            .warning, code: "source.doubtful-encoding", text, at: .file(path: path),
            hint: Text(
                sv: "Ange kodningen med ”format: encoding:” och se efter att å, ä och ö blir rätt.",
                en: "Declare it by \"format: encoding:\" and see that å, ä and ö come out right."))
    }
}
