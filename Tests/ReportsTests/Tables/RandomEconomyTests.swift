import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Reports

/// Amounts with blanks between thousands and between cells, which only their sums tell apart.
@Suite struct RandomEconomyTests {
    /// A row as printed: its name and the five cells.
    private typealias Row = (name: String, cells: [String])

    /// In the last one a sum that is one off confirmed a wrong way to part a row whose own sums fail.
    private static let seeds = RandomTable.seeds(500) + [11_188]

    private static let names = [
        "Ungdomsstöd", "Vuxna 30-70 år", "Stöd i hemmet och dagcenter", "Team 4", "Projekt A 12",
        "Boende enligt SoL", "Insatser för barn 0-12", "LSS", "Nämnd och nämndstöd", "I egen regi",
    ]
    private static let columns = ["income", "cost", "net", "budget", "deviation"]

    private static func printed(_ number: Int, _ minus: String) -> String {
        (number < 0 ? minus : "") + RandomTable.grouped(abs(number))
    }

    /// Five rows and their sum; in some tables one printed digit is another than the sums want.
    private static func rows(_ random: inout SplitMix64) -> [Row] {
        let minus = ["-", "−", "–"].randomElement(using: &random) ?? "-"
        let limit = [900, 9_000, 200_000].randomElement(using: &random) ?? 900
        var sums = [0, 0, 0, 0, 0]
        var rows: [Row] = names.shuffled(using: &random).prefix(5).map { name in
            let income =
                Int.random(in: 0..<4, using: &random) == 0
                ? 0 : Int.random(in: 1...limit, using: &random)
            let cost = -Int.random(in: 1...limit, using: &random)
            let budget = income + cost + Int.random(in: -limit / 10...limit / 10, using: &random)
            let cells = [income, cost, income + cost, budget, income + cost - budget]
            for place in cells.indices { sums[place] += cells[place] }
            return (name, cells.map { printed($0, minus) })
        }
        rows.append(("Summa", sums.map { printed($0, minus) }))
        if Int.random(in: 0..<3, using: &random) == 0 {
            let row = Int.random(in: 0..<6, using: &random)
            let cell = Int.random(in: 0..<5, using: &random)
            var digits = Array(rows[row].cells[cell])
            if let last = digits.last?.wholeNumberValue {
                digits[digits.count - 1] = Character(String((last + 3) % 10))
            }
            rows[row].cells[cell] = String(digits)
        }
        return rows
    }

    private static func text(_ rows: [Row], _ random: inout SplitMix64) -> String {
        let layout = Int.random(in: 0..<3, using: &random)
        let lines = rows.map { name, cells in
            switch layout {
            case 0: "\(name) \(cells.joined(separator: " ")) "
            case 1: "\(name) \n\(cells.joined(separator: " ")) "
            default: "\(name) \n\n\(cells.joined(separator: " ")) \n"
            }
        }
        return
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse \n"
            + lines.joined(separator: "\n") + "\n"
    }

    private static let manifest = Sample.economyManifest.replacing("rows: 4", with: "rows: 6")

    @Test func `amounts are read as printed, or refused aloud`() throws {
        var whole = 0
        for seed in Self.seeds {
            var random = SplitMix64(seed: seed)
            let rows = Self.rows(&random)
            let text = Self.text(rows, &random)
            let reading = try Sample.reading(text, Self.manifest)
            let written = Set(
                rows.flatMap { row in
                    zip(Self.columns, row.cells).map { "\(row.name)|\($0)|\($1)" }
                })
            let told = reading.figures.map {
                "\($0.subject)|\($0.measure.rawValue)|\($0.printed)"
            }
            #expect(told.filter { !written.contains($0) } == [], "seed \(seed):\n\(text)")
            let isRefused = !reading.misfits.isEmpty || !reading.rejects.isEmpty
            #expect(isRefused || told.count == written.count, "seed \(seed):\n\(text)")
            if told.count == written.count { whole += 1 }
        }
        #expect(whole * 2 > Self.seeds.count)
    }
}
