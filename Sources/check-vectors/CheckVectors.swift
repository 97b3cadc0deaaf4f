internal import Glibc
internal import Tabular

/// Holds the statistics against published inputs with expected results.
///
/// Usage: `check-vectors DIR`; prints for each file how many expectations were checked, failed and
/// left out, and exits with 1 if any failed. The vectors are not part of this repository.
@main
enum CheckVectors {
    static func main() {
        guard CommandLine.arguments.count == 2, let folder = CommandLine.arguments.last else {
            print("usage: check-vectors DIR")
            exit(64)
        }
        var tally = Tally()
        for (name, check) in checks {
            var result = FileResult(name)
            do {
                try check(VectorTable(path: "\(folder)/\(name)"), &result, folder)
            } catch {
                result.fail("cannot be read: \(error)")
            }
            tally.add(result)
        }
        tally.finish(uncovered: uncovered)
        exit(tally.failed == 0 ? 0 : 1)
    }

    typealias Check = @Sendable (VectorTable, inout FileResult, _ folder: String) throws -> Void

    private static let checks: [(String, Check)] =
        IntervalChecks.all + FunnelChecks.all + PlaceChecks.all + TrendChecks.all
        + JudgementChecks.all + RealDataChecks.all

    /// Files for methods that `Statistics` does not offer, and why.
    private static let uncovered = [
        ("comparator_distance_minmax.csv", "scaled by the range; ours is scaled by the SD"),
        ("dsr_expected.csv, dsr_input.csv", "directly standardised rates are not offered"),
        ("sii_point.csv", "the slope index of inequality is not offered"),
        ("target_comparison.csv", "targets are not judged by Statistics"),
        ("trend_two_values.csv", "by overlap of intervals; ours is Newcombe's difference"),
        ("real/rereferral_region_national.csv", "sums of the source leave authorities out"),
        ("real/statistical_neighbours.csv", "input of the medians of neighbours"),
    ]
}
