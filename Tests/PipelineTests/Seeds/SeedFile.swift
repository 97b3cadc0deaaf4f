import FoundationEssentials
import TestSupport

/// A shipped file of outcomes, read by a few lines that know nothing of our reader.
struct SeedFile {
    let name: String
    /// Columns whose cells are figures, with their period; `value` takes it from the column `period`.
    let cells: [(column: String, period: String?, measure: String)]

    static let all = [
        SeedFile(
            name: "nacka_annual_report_2017_benchmarks", cells: [("value", "2017", "outcome")]),
        SeedFile(
            name: "nacka_annual_report_2017_indicators",
            cells: [
                ("2015", "2015", "outcome"), ("2016", "2016", "outcome"),
                ("2017", "2017", "outcome"), ("target_2017", "2017", "target"),
            ]),
        SeedFile(
            name: "nacka_annual_report_2017_social_contracts", cells: [("value", nil, "outcome")]),
        SeedFile(
            name: "nacka_tertial_report_1_2018_indicators",
            cells: [
                ("2016", "2016", "outcome"), ("2017", "2017", "outcome"),
                ("2018-T1", "2018-T1", "outcome"), ("target", "2018-T1", "target"),
            ]),
        SeedFile(
            name: "nacka_tertial_report_1_2018_personal_assistance",
            cells: [("value", nil, "outcome")]),
    ]

    /// What a fact is joined with, to be told in the words of the file.
    static let joins = """
        JOIN dw.dim_indicator AS i USING (indicator_key)
        JOIN dw.dim_municipality AS m USING (municipality_key)
        JOIN dw.dim_period AS p USING (period_key)
        JOIN dw.dim_outcome_status AS st USING (status_key)
        JOIN etl.load_file AS l ON l.load_key = f.load_key AND l.file_no = f.source_file
        """

    private static let municipalities = [
        "Danderyd": "0162", "Nacka": "0182", "Solna": "0184", "Täby": "0160", "Värmdö": "0120",
    ]

    /// What the file states, as `measure|indicator|municipality|period|value|status|file|line|note`.
    func figures() throws -> [String] {
        let file = Workbench.repository.appending(path: "seeds/outcomes/\(name).csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        func split(_ line: Substring) -> [String] {
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        guard let first = lines.first else { throw TestFailure("\(name) is empty") }
        let header = split(first)
        return try lines.dropFirst().flatMap { line in
            let row = Dictionary(uniqueKeysWithValues: zip(header, split(line)))
            let code = row["municipality"].flatMap { Self.municipalities[$0] } ?? "0182"
            return try cells.map { column, period, measure in
                guard let cell = row[column], let period = period ?? row["period"] else {
                    throw TestFailure("\(name) has no column \(column)")
                }
                let (value, status) = Self.read(cell)
                // concat_ws leaves out what is NULL: a missing value, an empty note.
                let parts: [String?] = [
                    measure, row["indicator"], code, period, value, status, "\(name).csv",
                    row["document_line"], row["note"].flatMap { $0.isEmpty ? nil : $0 },
                ]
                return parts.compactMap(\.self).joined(separator: "|")
            }
        }
    }

    private static func read(_ cell: String) -> (value: String?, status: String) {
        switch cell {
        case "-": return (nil, "missing_dash")
        case "": return (nil, "missing_blank")
        default:
            let number = cell.filter { $0 != " " && $0 != "%" }
            return (String(number.map { $0 == "," ? "." : $0 }), "ok")
        }
    }
}
