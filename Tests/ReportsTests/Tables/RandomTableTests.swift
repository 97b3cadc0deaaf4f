import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Tables nobody has seen: what is read is what was written, and what is not read is told.
///
/// `RIKTMARKE_RANDOM_TABLES=20000` tries as many tables as a release should survive.
@Suite struct RandomTableTests {
    /// The figures as they would be told: the row's name, the column's year, and what stands there.
    private static func written(_ table: RandomTable) -> Set<String> {
        var figures: Set<String> = []
        for row in table.rows {
            for (head, cell) in zip(table.heads, row.cells) {
                figures.insert("\(row.name)|\(head.suffix(4))|\(plain(cell))")
            }
        }
        return figures
    }

    /// A cell without its unit and blanks, its minus as the ASCII one, decimals behind a point.
    private static func plain(_ cell: String) -> String {
        switch cell {
        case "": return "missing_blank"
        case "-": return "missing_dash"
        default:
            return cell.replacing("%", with: "").replacing(" ", with: "").replacing("−", with: "-")
                .replacing("–", with: "-").replacing(",", with: ".")
        }
    }

    private static func told(_ reading: ReportReading) -> [String] {
        reading.figures.map { figure in
            "\(figure.subject)|\(figure.period?.description ?? "-")|"
                + (figure.value?.description ?? figure.missing)
        }
    }

    @Test func `tables written at random are read as they stand, or refused aloud`() throws {
        var tables: [RandomTable.Form: Int] = [:]
        var whole: [RandomTable.Form: Int] = [:]
        for seed in RandomTable.seeds(1_000) {
            let table = RandomTable(seed: seed)
            let reading = try Sample.reading(table.text, table.manifest)
            let written = Self.written(table)
            let told = Self.told(reading)
            let wrong = told.filter { !written.contains($0) }
            #expect(wrong == [], "seed \(seed):\n\(table.text)")
            #expect(Set(told).count == told.count, "seed \(seed):\n\(table.text)")
            let isRefused = !reading.misfits.isEmpty || !reading.rejects.isEmpty
            #expect(isRefused || told.count == written.count, "seed \(seed):\n\(table.text)")
            // Thousands between blanks without a sum can be parted in several ways: rightly refused.
            guard !table.hasThousands || table.form.isTabbed else { continue }
            tables[table.form, default: 0] += 1
            if told.count == written.count { whole[table.form, default: 0] += 1 }
        }
        for form in RandomTable.Form.allCases {
            let (all, read) = (tables[form] ?? 0, whole[form] ?? 0)
            #expect(all > 0)
            #expect(form.isTabbed ? read == all : read * 100 >= all * 95, "\(form): \(read)/\(all)")
        }
    }
}
