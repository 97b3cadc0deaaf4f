import Diagnostics
import Foundation
import Indicators
import SourceAdapters
import Tabular
import Testing

/// The sources that ship with the product, read as a run reads them.
@Suite struct ShippedSourcesTests {
    private static let root = SchemaTests.root.path()

    @Test func `every shipped specification is sound and finds its files`() throws {
        let folder = try SpecFolder(path: "\(Self.root)etl", seeds: "\(Self.root)seeds")
        let shipped = folder.sources.filter { $0.layer == .shipped }
        #expect(folder.diagnostics.filter { $0.severity == .error } == [])
        #expect(shipped.map(\.name).contains("reference"))
        for spec in shipped where spec.kolada == nil && spec.reports == nil {
            #expect(try !folder.files(of: spec).isEmpty)
        }
        // Kolada's figures come over the network, so a run of all leaves it out.
        let kolada = try #require(folder["kolada"])
        #expect(!kolada.inAll)
        #expect(try folder.files(of: kolada) == [])
        // Nor does it know where reports lie.
        let reports = try #require(folder["reports"])
        #expect(!reports.inAll)
        #expect(reports.reports?.precedence == 60)
    }

    @Test(arguments: [
        // Rows of each table times its columns of figures, counted in the reports.
        ("nacka-annual-report-2017", 18 * 4), ("nacka-annual-report-2017-benchmarks", 5),
        ("nacka-annual-report-2017-social-contracts", 6), ("nacka-tertial-report-1-2018", 12 * 4),
        ("nacka-tertial-report-1-2018-personal-assistance", 27),
    ])
    func `every figure of a shipped source is read`(name: String, figures: Int) throws {
        let found = try Self.read(name)
        #expect(found.error == nil)
        #expect(found.rejects == [])
        #expect(found.warnings == [])
        #expect(found.observations.count == figures)
    }

    @Test func `the reference figure and both reports' targets are read as printed`() throws {
        let annual = try Self.read("nacka-annual-report-2017").observations
        #expect(annual.contains { $0.hasSuffix("U33461 0182 2017 T 86 doc=1 row=208") })
        #expect(annual.contains { $0.contains("L0182-001 0182 2015 T missing_dash doc=1 row=100") })
        #expect(
            annual.contains { $0.contains("L0182-002 0182 2015 T missing_blank doc=1 row=101") })
        #expect(annual.contains { $0.contains("L0182-015 0182 2017 T 210 target doc=1 row=169") })
        let tertial = try Self.read("nacka-tertial-report-1-2018").observations
        #expect(tertial.contains { $0.contains("L0182-012 0182 2017 T 4.8 doc=2 row=223") })
        #expect(tertial.contains { $0.contains("L0182-017 0182 2018-T1 T 1645 doc=2 row=152") })
        #expect(
            tertial.contains { $0.contains("U33461 0182 2018-T1 T 75 target undeclared doc=2") })
        let benchmarks = try Self.read("nacka-annual-report-2017-benchmarks").observations
        #expect(
            benchmarks == [
                "2:4 U33461 0162 2017 T 89 doc=1 row=188",
                "3:4 U33461 0182 2017 T 86 doc=1 row=189",
                "4:4 U33461 0184 2017 T 85 doc=1 row=190",
                "5:4 U33461 0160 2017 T 88 doc=1 row=191",
                "6:4 U33461 0120 2017 T 66 doc=1 row=192",
            ])
    }

    private static func read(_ name: String) throws -> Transcript {
        let folder = try SpecFolder(path: "\(root)etl", seeds: "\(root)seeds")
        let source = try #require(folder[name])
        let path = try #require(try folder.files(of: source).first)
        return Transcript(
            path: path, spec: try #require(source.outcomes), dimensions: try dimensions())
    }

    /// The seeds' own dimensions; kommuner of the tests keep their keys.
    private static func dimensions() throws -> DimensionIndex {
        let codes = try ["indicators.csv", "indicators_local.csv"].flatMap { try rows(of: $0) }
        let indicators = codes.enumerated().compactMap { place, row in
            IndicatorCode(row[0]).map {
                DimensionIndex.Indicator(
                    key: Int32(place + 1), code: $0, title: row[1], unit: row[3],
                    valueKind: ValueKind(rawValue: row[5]))
            }
        }
        let names = ["0120": 2, "0160": 3, "0162": 4, "0182": 6, "0184": 7] as [String: Int16]
        let municipalities = try rows(of: "municipalities.csv").compactMap { row in
            names[row[0]].flatMap { key in
                (try? MunicipalityCode(row[0])).map {
                    DimensionIndex.Municipality(
                        key: key, code: $0, name: row[1], kind: .municipality)
                }
            }
        }
        let documents = [
            "nacka-socialnamnden-arsredovisning-2017", "nacka-socialnamnden-tertialbokslut-1-2018",
        ]
        return DimensionIndex(
            indicators: indicators, municipalities: municipalities,
            documents: documents.enumerated().map { .init(key: Int32($0 + 1), code: $1) })
    }

    private static func rows(of file: String) throws -> [[String]] {
        let bytes = try Data(contentsOf: URL(filePath: "\(root)seeds/\(file)"))
        var reader = CSVReader(bytes: Array(bytes), dialect: .comma)
        var rows: [[String]] = []
        while try reader.next() {
            rows.append((0..<reader.fieldCount).map { reader.string(at: $0) ?? "" })
        }
        return Array(rows.dropFirst())
    }
}
