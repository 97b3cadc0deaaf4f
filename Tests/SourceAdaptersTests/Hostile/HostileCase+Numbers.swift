extension HostileCase {
    private static let minusFive = "U35409 0182 2017 T -5"

    /// A file in which every cell of the column `utfall` is refused for the same reason.
    private static func refused(_ file: String, _ rows: Int, _ code: String) -> HostileCase {
        HostileCase(file: file, rejects: (0..<rows).map { "\($0 + 2):4 \(code)" })
    }

    static let numbers: [HostileCase] = [
        HostileCase(
            file: "thousands_blanks.csv",
            observations: (2...6).map { "\($0):4 N01951 0182 2017 T 1234.5" }),
        HostileCase(
            file: "thousands_blanks.csv", extra: "format: {decimal: comma, thousands: space}",
            observations: ["2:4 N01951 0182 2017 T 1234.5"],
            rejects: (3...6).map { "\($0):4 number.grouping-not-allowed" }),
        HostileCase(
            file: "ambiguous_point.csv", observations: ["3:4 N01951 0182 2017 T 1.5"],
            rejects: ["2:4 number.ambiguous-separator"], hint: "decimal: comma"),
        HostileCase(
            file: "ambiguous_comma.csv", observations: ["3:4 N01951 0182 2017 T 1.5"],
            rejects: ["2:4 number.ambiguous-separator"]),
        HostileCase(
            file: "declared_comma.csv", extra: "format: {decimal: comma}",
            observations: ["2:4 N01951 0182 2017 T 1.234"],
            rejects: ["3:4 number.wrong-decimal-mark"]),
        HostileCase(
            file: "declared_comma.csv", extra: "format: {decimal: comma, thousands: [point]}",
            observations: ["2:4 N01951 0182 2017 T 1.234", "3:4 N01951 0182 2017 T 1234"]),
        HostileCase(
            file: "both_marks.csv",
            observations: [
                "2:4 N01951 0182 2017 T 1234.5", "3:4 N01951 0182 2017 T 1234.5",
                "4:4 N01951 0182 2017 T 1234567",
            ]),
        HostileCase(
            file: "unicode_minus.csv", observations: ["2:4 \(minusFive)", "3:4 \(minusFive)"]),
        HostileCase(
            file: "percent.csv",
            observations: [
                "2:4 U33461 0182 2017 T 12", "3:4 U33461 0182 2016 T 12",
                "4:4 U33461 0182 2015 T 12",
            ], rejects: ["5:4 number.percent-sign"]),
        HostileCase(
            file: "percent.csv", extra: "format: {percent: false}",
            rejects: (2...5).map { "\($0):4 number.percent-not-allowed" }),
        HostileCase(
            file: "share_as_fraction.csv", observations: ["2:4 U33461 0182 2017 T 0.12"]),
        HostileCase(
            file: "share_out_of_range.csv",
            observations: [
                "2:4 U33461 0182 2017 T 120", "3:4 U33461 0182 2017 T -3",
                "4:4 U33461 0182 2017 T 100",
            ], warnings: ["2:4 value.out-of-range", "3:4 value.out-of-range"]),
        HostileCase(
            file: "missing_codes.csv",
            extra: "missing: {\"-\": missing_dash, \"..\": suppressed, \".\": not_applicable}",
            observations: [
                "2:4 U33461 0182 2017 T suppressed", "3:4 U33461 0182 2017 T not_applicable",
                "4:4 U33461 0182 2017 T missing_dash", "5:4 U33461 0182 2017 T missing_blank",
            ], rejects: ["6:4 number.sign-without-digits", "7:4 number.not-a-number"],
            hint: "”missing”"),
        HostileCase(
            file: "missing_codes.csv",
            extra:
                "missing: {\"-\": skip, \"..\": skip, \".\": skip, \"\": skip, \"–\": skip, x: skip}"
        ),
        HostileCase(
            file: "many_digits.csv", observations: ["2:4 N01951 0182 2017 T 123456789012345678"],
            rejects: ["3:4 number.too-many-digits"]),
        HostileCase(
            file: "boolean_words.csv", extra: "words: {Ja: 1, Nej: 0}",
            observations: ["2:4 U00402 0182 2017 T 1", "3:4 U00402 0160 2017 T 0"],
            rejects: ["4:4 number.not-a-number"]),
        HostileCase(
            file: "whole_numbers.csv",
            observations: [
                "2:4 U33461 0182 2017 T 86 n=344", "5:4 U33461 0182 2014 T 86",
            ], rejects: ["3:5 number.not-whole", "4:5 number.not-whole"]),
        HostileCase(
            file: "bad_numerator.csv", observations: ["3:4 U33461 0182 2016 T 86 of=50 /58"],
            rejects: ["2:5 number.letter-for-digit"]),
        HostileCase(
            file: "bad_denominator.csv",
            observations: [
                "4:4 U33461 0182 2015 T 86 of=50 /58", "5:4 U33461 0182 2014 T 86",
            ],
            rejects: [
                "2:6 number.denominator-not-positive", "3:6 number.denominator-not-positive",
            ]),
        HostileCase(
            file: "status_contradiction.csv", extra: "missing: {\"-\": missing_dash}",
            observations: [
                "5:4 U33461 0182 2014 T suppressed", "6:4 U33461 0182 2013 T 86 preliminary",
            ],
            rejects: [
                "2:4 status.contradicts-value", "3:4 status.contradicts-value",
                "4:4 status.contradicts-value", "7:5 status.unknown",
            ]),
        refused("bad_grouping.csv", 2, "number.bad-grouping"),
        refused("trailing_minus.csv", 1, "number.trailing-sign"),
        refused("parentheses.csv", 1, "number.parentheses"),
        refused("bounds.csv", 2, "number.comparison"),
        refused("footnotes.csv", 4, "number.footnote-mark"),
        refused("spreadsheet_errors.csv", 3, "number.spreadsheet-error"),
        refused("letters_for_digits.csv", 3, "number.letter-for-digit"),
        refused("cyrillic_digit.csv", 1, "number.cyrillic-lookalike"),
        refused("foreign_digits.csv", 2, "number.foreign-digit"),
        refused("zero_width.csv", 1, "number.invisible-character"),
        refused("formulas.csv", 3, "number.formula"),
        refused("scientific.csv", 2, "number.exponent"),
        refused("dates.csv", 2, "number.date-like"),
        refused("unit_in_cell.csv", 2, "number.trailing-text"),
        refused("not_finite.csv", 3, "number.not-finite"),
        refused("ranges.csv", 1, "number.range"),
        refused("boolean_words_undeclared.csv", 1, "number.not-a-number"),
    ]
}
