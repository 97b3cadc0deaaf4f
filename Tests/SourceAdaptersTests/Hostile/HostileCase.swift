import Diagnostics
import SourceAdapters
import Testing

/// A hostile file, how it is read, and what must come of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
    var file: String
    var layout = Layout.long
    /// Lines added to the specification.
    var extra = ""
    var observations: [String] = []
    var rejects: [String] = []
    var warnings: [String] = []
    var error: String?
    var blankRows = 0
    /// Words that must stand in one of the hints.
    var hint: String?
    /// The notes of the cells, where they are tested.
    var cell: String?

    /// The shapes of table that the corpus has.
    enum Layout: String, Sendable {
        /// A figure a row.
        case long
        /// A column a year, and a target.
        case years
        /// A column a period, whatever its header.
        case anyPeriod
        /// A column a kommun, whatever its header.
        case anyMunicipality
    }

    var testDescription: String { "\(file) \(extra)" }

    /// Decodes the specification that the file is read by.
    func spec() throws -> OutcomesSpec {
        let yaml = "source: hostile\nkind: outcomes\nfiles: [x.csv]\n\(extra)\n\(layout.yaml)"
        let (spec, diagnostics) = SourceSpec.decode(yaml, path: "hostile.yml")
        try #require(diagnostics.isEmpty, "\(diagnostics)")
        return try #require(spec?.outcomes)
    }
}

extension HostileCase.Layout {
    fileprivate var yaml: String {
        switch self {
        case .long:
            """
            columns:
              indicator: nyckeltal
              municipality: [kommun, kommunkod]
              period: [år, period]
              gender: {column: kön, default: T, optional: true}
              value: utfall
              status: {column: status, optional: true}
              numerator: {column: täljare, optional: true}
              denominator: {column: nämnare, optional: true}
              respondents: {column: svarande, optional: true}
              document: {column: dokument, optional: true}
              note: {column: anm, optional: true}
            """
        case .years:
            """
            columns:
              indicator: nyckeltal
              municipality: {constant: 0182}
            wide:
              by: period
              columns:
                "2015": 2015
                "2016": 2016
                "2017": {}
                mål: {period: 2017, measure: target, period_declared: false}
            """
        case .anyPeriod:
            """
            columns:
              indicator: nyckeltal
              municipality: {constant: 0182}
            wide: {by: period, any_header: true}
            """
        case .anyMunicipality:
            """
            columns:
              indicator: {constant: U33461}
              period: år
            wide: {by: municipality, any_header: true}
            """
        }
    }
}
