import Comparison
import Diagnostics
import Indicators
import Statistics
import Testing

@Suite struct `Cases that come in clusters` {
    /// Twelve kommuner of 400 cases around 25 %, further apart than chance leaves them: φ = 14,9.
    private static let counts = [60, 140, 70, 130, 80, 120, 62, 138, 72, 128, 82, 118]

    private func table(
        nationwide counts: [Int], isComplement: Bool = false
    ) throws -> ComparisonTable {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        let indicator = try Sample.indicator(uncertainty: .clustered)
        let figures = try counts.map {
            try Sample.figure("\(Double($0) / 4)", numerator: $0, denominator: 400)
        }
        return ComparisonTable(
            indicator: indicator, isComplement: isComplement, period: try Sample.year2017(),
            gender: .total, focus: units[0], members: [units[1]],
            figures: [
                units[0].key: [try Sample.figure("25", numerator: 100, denominator: 400)],
                units[1].key: [try Sample.figure("35", numerator: 140, denominator: 400)],
            ],
            yardstick: Yardstick(
                of: indicator, isComplement: isComplement, nationwide: figures))
    }

    @Test func `are told apart only beyond the spread between all kommuner`() throws {
        // By chance alone 140 and 100 of 400 differ: the interval is 3.6 to 16.3.
        let spread = try table(nationwide: Self.counts)
        #expect(try #require(spread.yardstick.dispersion).isMarked)
        #expect(try spread.row("Solna").verdict == .similar)
        let alike = try table(nationwide: Self.counts.map { 100 + ($0 - 100) / 10 })
        #expect(try !#require(alike.yardstick.dispersion).isMarked)
        #expect(try alike.row("Solna").verdict == .better)
        #expect(try alike.row("Solna").funnel == .high998)
        #expect(try alike.row("Nacka").funnel == FunnelSignificance.none)
    }

    @Test func `get no verdict where fewer than ten kommuner have counts`() throws {
        let few = try table(nationwide: Array(Self.counts.prefix(9)))
        #expect(try few.row("Solna").obstacle == .noDispersion)
        #expect(try few.row("Solna").verdict == .uncertaintyUnknown)
        #expect(try few.row("Solna").funnel == nil)
        #expect(few.againstPeers.verdict == .uncertaintyUnknown)
    }

    @Test func `are mirrored by their complement`() throws {
        let shown = try table(nationwide: Self.counts)
        let complement = try table(nationwide: Self.counts, isComplement: true)
        let (row, other) = (try shown.row("Solna"), try complement.row("Solna"))
        #expect(other.verdict == row.verdict)
        #expect(other.funnel == row.funnel?.opposite)
        let interval = try #require(row.interval)
        #expect(other.interval?.lower == ScaledDecimal(100).subtracting(interval.upper))
        #expect(other.interval?.upper == ScaledDecimal(100).subtracting(interval.lower))
    }

    @Test func `show the funnel with its φ`() throws {
        let notes = ComparisonNotes.notes(of: try table(nationwide: Self.counts))
        #expect(
            notes.contains {
                $0.sv.hasPrefix("Tratt kring 25,0 för 12 kommuner med täljare och nämnare, φ = ")
                    && $0.sv.hasSuffix("Utanför 95 %-gränserna: ingen.")
            })
    }
}
