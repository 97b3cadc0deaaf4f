extension HostileCase {
    private static let nacka = "2:4 U33461 0182 2017 T 86"
    private static let taby = "3:4 U33461 0160 2017 T 88"

    static let records: [HostileCase] = [
        HostileCase(file: "cr_only.csv", observations: [nacka, taby]),
        HostileCase(file: "line_ends_mixed.csv", observations: [nacka, taby]),
        HostileCase(file: "no_final_line_end.csv", observations: [nacka, taby]),
        HostileCase(
            file: "doubled_quotes.csv",
            observations: ["2:4 U33461 0182 2017 T 86 [kallas \"ej åter\"]"]),
        HostileCase(
            file: "newline_in_quotes.csv",
            observations: [
                "2:4 U33461 0182 2017 T 86 [två\nrader]", "4:4 U33461 0160 2017 T 88",
            ]),
        HostileCase(
            file: "blank_lines.csv",
            observations: ["4:4 U33461 0182 2017 T 86", "7:4 U33461 0160 2017 T 88"], blankRows: 5),
        HostileCase(file: "trailing_delimiters.csv", observations: [nacka]),
        HostileCase(file: "sep_line.csv", observations: ["3:4 U33461 0182 2017 T 86"]),
        HostileCase(file: "tab.csv", observations: ["2:4 U33461 0160 2017 T 88"]),
        HostileCase(file: "comma.csv", observations: ["2:4 U33461 0160 2017 T 88"]),
        HostileCase(file: "path with blank å.csv", observations: [nacka]),
        HostileCase(
            file: "duplicates_contradicting.csv",
            observations: [nacka, "3:4 U33461 0182 2017 T 85"]),
        HostileCase(
            file: "duplicates_identical.csv", observations: [nacka, "3:4 U33461 0182 2017 T 86"]),

        HostileCase(
            file: "nul_in_cell.csv", observations: [taby], rejects: ["2:4 row.nul-byte"]),
        HostileCase(
            file: "unclosed_quote.csv", observations: [taby], rejects: ["2:2 row.unclosed-quote"]),
        HostileCase(
            file: "quote_inside.csv", observations: [taby],
            rejects: ["2:2 row.quote-in-unquoted-field"]),
        HostileCase(
            file: "text_after_quote.csv", observations: [taby],
            rejects: ["2:2 row.text-after-closing-quote"]),
        HostileCase(
            file: "ragged_short.csv", observations: [taby], rejects: ["2:0 row.too-few-cells"]),
        HostileCase(
            file: "ragged_long.csv", observations: [taby], rejects: ["2:5 row.too-many-cells"]),
        HostileCase(
            file: "delimiter_in_name.csv", observations: [taby],
            rejects: ["2:5 row.too-many-cells"]),
        HostileCase(
            file: "comma_with_decimal_comma.csv", observations: ["2:4 U33461 0182 2017 T 86.5"],
            rejects: ["3:5 row.too-many-cells"]),
        HostileCase(
            file: "mixed_delimiters.csv", observations: [nacka],
            rejects: ["3:0 row.too-few-cells"]),
        HostileCase(
            file: "header_twice.csv", observations: [nacka, "4:4 U33461 0160 2017 T 88"],
            rejects: ["3:1 row.repeated-header"]),
        HostileCase(
            file: "sum_row.csv", observations: [nacka],
            rejects: ["3:1 indicator.unknown", "4:1 indicator.unknown"]),
    ]

    static let headers: [HostileCase] = [
        HostileCase(
            file: "header_after_title.csv", extra: "format: {header_row: 3}",
            observations: ["4:4 U33461 0182 2017 T 86"]),
        HostileCase(
            file: "units_row.csv", extra: "format: {skip_rows: 1}",
            observations: ["3:4 U33461 0182 2017 T 86"]),
        HostileCase(
            file: "header_unnamed.csv", observations: ["2:5 U33461 0182 2017 T 86"],
            warnings: ["1:2 header.unnamed-column"]),
        HostileCase(file: "header_duplicate.csv", error: "1:5 header.duplicate-column"),
        HostileCase(file: "header_two_spellings.csv", error: "1:3 header.several-columns"),
        HostileCase(file: "header_missing.csv", error: "1 header.missing-column"),
        HostileCase(
            file: "header_misspelt.csv", error: "1 header.missing-column", hint: "”komun”"),
        HostileCase(file: "header_only.csv", error: "source.too-few-rows"),
        HostileCase(file: "empty.csv", error: "source.empty-file"),
        HostileCase(file: "bom_only.csv", error: "header.none"),
        HostileCase(
            file: "sep_line_contradicts.csv", extra: "format: {delimiter: \";\"}",
            error: "1 source.contradicts-separator-line"),
        HostileCase(file: "json.csv", error: "1 header.missing-column"),
        HostileCase(file: "html_page.csv", error: "source.not-text"),
        HostileCase(file: "workbook.csv", error: "source.not-text"),
        HostileCase(file: "old_workbook.csv", error: "source.not-text"),
        HostileCase(file: "report.csv", error: "source.not-text"),
        HostileCase(file: "gzip.csv", error: "source.not-text"),
    ]
}
