import Diagnostics
import Indicators
import SourceAdapters
import Tabular
import Testing

@Suite struct SourceSpecTests {
    private static let valid = """
        source: own-figures
        kind: outcomes
        title: {sv: Egna, en: Own}
        in_all: false
        origin: {publisher: Nacka, licence: CC0}
        precedence: 90
        document: arsredovisning-2017
        files: [a.csv, ./b*.csv]
        format: {kind: csv, encoding: cp1252, delimiter: tab, decimal: comma, thousands: [space, nbsp]}
        missing: {"-": missing_dash, "..": suppressed, no: skip}
        words: {Ja: 1, Nej: 0}
        columns:
          indicator: {constant: U33461}
          municipality: {column: [kommun, kommunkod]}
          period: år
          gender: {column: kön, default: T, words: {F: K}}
          value: utfall
        ignore: [kommentar]
        municipality_kind: region
        max_reject_share: 0.01
        max_withdrawn_share: 1
        checks: {min_rows: 290}
        """

    @Test func `decodes every key`() throws {
        let (spec, diagnostics) = SourceSpec.decode(Self.valid, path: "etl/own.yml", layer: .local)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let source = try #require(spec)
        #expect(source.name == "own-figures")
        #expect(source.title == Text(sv: "Egna", en: "Own"))
        #expect(!source.inAll)
        #expect(source.origin.publisher == "Nacka")
        #expect(source.layer == .local)
        let outcomes = try #require(source.outcomes)
        #expect(outcomes.precedence == 90)
        #expect(outcomes.files == ["a.csv", "./b*.csv"])
        #expect(outcomes.format.dialect == .tab)
        #expect(outcomes.format.encoding == .named(.windows1252))
        #expect(outcomes.format.numbers.decimal == .comma)
        #expect(outcomes.format.numbers.grouping == [.space, .noBreakSpace])
        #expect(outcomes.missing["-"] == .status(.missingDash))
        #expect(outcomes.missing["no"] == .skip)
        #expect(outcomes.words["ja"] == ScaledDecimal(1))
        #expect(outcomes.columns[.gender]?.words == ["f": "K"])
        #expect(outcomes.columns[.value]?.origin == .column(headers: ["utfall"]))
        #expect(outcomes.municipalityPreference == .region)
        #expect(outcomes.maxRejectShare == 0.01)
        #expect(outcomes.minRows == 290)
    }

    @Test func `reads scalars as they are written`() throws {
        // YAML 1.1 takes 0114 for octal 76, and no for false.
        let yaml = """
            source: x
            kind: outcomes
            files: no
            columns: {indicator: a, municipality: {constant: 0114}, period: {constant: 2017}, value: on}
            """
        let outcomes = try #require(SourceSpec.decode(yaml, path: "x.yml").spec?.outcomes)
        #expect(outcomes.columns[.municipality]?.origin == .constant("0114"))
        #expect(outcomes.columns[.value]?.origin == .column(headers: ["on"]))
        #expect(outcomes.files == ["no"])
    }

    @Test func `collects every problem with its place and a suggestion`() {
        let yaml = """
            source: Own Figures
            kind: outcomes
            fils: a.csv
            precedence: high
            format: {encoding: utf-9, delimiter: ";"}
            missing: {"-": missing_dsh}
            columns:
              indicator: {column: a, constnt: U33461}
              municipality: {column: b, constant: "0182"}
              period: {constant: 2017/19}
              gender: {column: d, words: {x: F}}
              value: {column: e, default: 0}
            """
        let (spec, diagnostics) = SourceSpec.decode(yaml, path: "etl/x.yml")
        #expect(spec == nil)
        let found = diagnostics.map { "\($0.location?.description ?? "") \($0.code)" }
        #expect(
            found.sorted()
                == [
                    "etl/x.yml:10:11 spec.bad-value", "etl/x.yml:11:34 spec.bad-value",
                    "etl/x.yml:12:10 spec.conflict", "etl/x.yml:1:1 spec.missing-key",
                    "etl/x.yml:1:9 spec.bad-value", "etl/x.yml:3:1 spec.unknown-key",
                    "etl/x.yml:4:13 spec.wrong-type", "etl/x.yml:5:20 spec.bad-value",
                    "etl/x.yml:6:16 spec.bad-value", "etl/x.yml:8:26 spec.unknown-key",
                    "etl/x.yml:9:17 spec.conflict", "etl/x.yml:1:1 spec.field-not-given",
                ].sorted())
        let hints = diagnostics.compactMap(\.hint?.en)
        #expect(hints.contains("Did you mean \"files\"?"))
        #expect(hints.contains("Did you mean \"constant\"?"))
        #expect(hints.contains("Did you mean \"missing_dash\"?"))
    }

    @Test(arguments: [
        ("", "spec.empty"), ("- a\n- b", "spec.wrong-type"), ("a: [1", "spec.syntax"),
        ("a: 1\na: 2", "spec.duplicate-key"), ("a: 1\n---\nb: 2", "spec.syntax"),
        ("source: x\nkind: tables", "spec.bad-value"), ("source: x", "spec.missing-key"),
    ])
    func `a text that is no specification is refused`(yaml: String, code: String) {
        let (spec, diagnostics) = SourceSpec.decode(yaml, path: "x.yml")
        #expect(spec == nil)
        #expect(diagnostics.first?.code == code)
    }

    @Test(arguments: [
        // No value and no wide columns.
        ("columns: {indicator: a, municipality: b, period: c}", "spec.field-not-given"),
        // The period comes from headers and from a column as well.
        (
            "columns: {indicator: a, municipality: b, period: c}\nwide: {by: period, columns: [2017]}",
            "spec.conflict"
        ),
        // A row of a wide table has no single value.
        (
            "columns: {indicator: a, municipality: b, value: c}\nwide: {by: period, columns: [2017]}",
            "spec.conflict"
        ),
        // Nothing gives the municipality.
        ("columns: {indicator: a}\nwide: {by: period, columns: [2017]}", "spec.field-not-given"),
        // One header for two fields, however it is spelt.
        ("columns: {indicator: a, municipality: A, period: c, value: d}", "spec.conflict"),
        // A header that is no period.
        (
            "columns: {indicator: a, municipality: b}\nwide: {by: period, columns: [i fjol]}",
            "spec.bad-value"
        ),
        // A comma cannot be both marks.
        (
            "columns: {indicator: a, municipality: b, period: c, value: d}\nformat: {decimal: comma, thousands: comma}",
            "spec.conflict"
        ),
        (
            "columns: {indicator: a, municipality: b, period: {column: c, optional: true}, value: d}",
            "spec.conflict"
        ),
    ])
    func `a layout that cannot give each figure one key is refused`(part: String, code: String) {
        let yaml = "source: x\nkind: outcomes\nfiles: a.csv\n\(part)"
        let (spec, diagnostics) = SourceSpec.decode(yaml, path: "x.yml")
        #expect(spec == nil)
        #expect(diagnostics.map(\.code) == [code])
    }

    @Test func `an excerpt puts a caret under the column`() {
        let excerpt = SourceExcerpt(of: "a: 1\r\n\tperiodd: år\n", line: 2, column: 2)
        #expect(excerpt?.description == "  2 | \tperiodd: år\n    | \t^")
        #expect(SourceExcerpt(of: "a", line: 3, column: 1) == nil)
    }
}
