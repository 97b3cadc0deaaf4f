extension HostileCase {
    private static let taby = ["2:4 U33461 0160 2017 T 88"]

    static let encodings: [HostileCase] = [
        HostileCase(file: "utf8_bom.csv", observations: taby),
        HostileCase(file: "utf16le_bom.csv", observations: taby),
        HostileCase(file: "utf16be_bom.csv", observations: taby),
        HostileCase(file: "utf16le_no_bom.csv", observations: taby),
        HostileCase(file: "utf16be_no_bom.csv", observations: taby),
        HostileCase(
            file: "utf16le_bom.csv", extra: "format: {encoding: utf-16}", observations: taby),
        HostileCase(file: "latin1.csv", observations: taby),
        HostileCase(
            file: "latin1.csv", extra: "format: {encoding: windows-1252}", observations: taby),
        HostileCase(
            file: "cp1252.csv", extra: "missing: {\"–\": missing_dash}",
            observations: ["2:4 U33461 0160 2017 T missing_dash"]),
        HostileCase(file: "nfd.csv", observations: taby + ["3:4 U33461 0120 2017 T 66"]),

        HostileCase(file: "utf16le_odd_byte.csv", error: "3 source.truncated-character"),
        HostileCase(file: "utf32.csv", error: "source.unsupported-utf32"),
        HostileCase(file: "cp1252_undefined_byte.csv", error: "3 source.undefined-byte"),
        HostileCase(file: "utf8_truncated.csv", error: "3 source.truncated-character"),
        HostileCase(
            file: "latin1_declared_utf8.csv", extra: "format: {encoding: utf-8}",
            error: "1 source.invalid-utf8"),
        HostileCase(
            file: "utf16_declared_utf8.csv", extra: "format: {encoding: utf-8}",
            error: "source.contradicts-byte-order-mark"),
        HostileCase(file: "mixed_encodings.csv", error: "4 source.mixed-encodings"),
        HostileCase(file: "binary_noise.csv", error: "3 source.undefined-byte"),

        HostileCase(
            file: "mojibake_header.csv", error: "1 header.missing-column", hint: "kodad två gånger"),
        HostileCase(
            file: "mojibake_cell.csv", observations: ["3:4 U33461 0182 2017 T 86"],
            rejects: ["2:2 municipality.unknown"], hint: "kodad två gånger"),
        HostileCase(
            file: "replacement_character.csv", observations: ["3:4 U33461 0182 2017 T 86"],
            rejects: ["2:2 municipality.unknown"]),
        HostileCase(
            file: "bom_in_the_middle.csv",
            observations: ["2:4 U33461 0182 2017 T 86", "4:4 U33461 0160 2017 T 88"],
            rejects: ["3:1 row.repeated-header"]),
    ]
}
