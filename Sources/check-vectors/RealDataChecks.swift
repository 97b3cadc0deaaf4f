internal import Statistics

/// Published English figures on re-referrals: shares, medians of neighbours, dispersion.
enum RealDataChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("real/rereferral_la.csv", shares), ("real/rereferral_sn_median_published.csv", medians),
    ]

    private static func shares(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for row in table.rows {
            guard let x = row.number("re_referrals"), let n = row.number("referrals"),
                let share = Proportion(count: x, total: n)
            else {
                result.leaveOut("no numerator or no denominator")
                continue
            }
            guard row.number("re_referrals_percent_published_1dp") != nil else {
                result.leaveOut("no published share")
                continue
            }
            let rounded = DecimalRounding.halfAwayFromZero(share.share * 100, decimals: 1)
            result.expect(rounded, row, "re_referrals_percent_published_1dp", within: 1e-12)
        }
    }

    private static func medians(
        _ table: VectorTable, _ result: inout FileResult, _ folder: String
    ) throws {
        let areas = try VectorTable(path: "\(folder)/real/rereferral_la.csv")
        let list = try VectorTable(path: "\(folder)/real/statistical_neighbours.csv")
        var published: [String: Double] = [:]
        for row in areas.rows {
            published["\(row["year"]) \(row["la_code"])"] =
                row.number("re_referrals_percent_published_1dp")
        }
        var neighbours: [String: [String]] = [:]
        for row in list.rows {
            neighbours[row["la_code"], default: []].append(row["neighbour_code"])
        }
        for row in table.rows {
            let values = neighbours[row["la_code"], default: []].map {
                published["\(row["year"]) \($0)"]
            }
            // The source takes the median of published figures, which have one decimal: halves of
            // tenths are exact decimals again.
            let median = Averages.median(values).map {
                DecimalRounding.halfAwayFromZero(
                    DecimalRounding.halfAwayFromZero($0, decimals: 6), decimals: 1)
            }
            result.expect(median, row, "sn_median_percent_1dp", within: 1e-12)
        }
    }
}
