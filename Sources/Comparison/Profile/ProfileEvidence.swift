internal import Indicators
internal import Postgres
internal import Warehouse

/// What a profile's verdicts rest on where counts are stated: everybody's, since the kept sums do not tell
/// whether each gives its value; of cases that come in clusters all kommuner's, of surveys how many were
/// asked and answered.
enum ProfileEvidence {
    private struct Slice: Hashable {
        let indicator: Int32
        let period: Int32
    }

    /// What is looked through: of public indicators as known now much less has to be.
    private enum Known {
        case publicNow
        case asOf(PostgresTimestamp?)
    }

    /// Judges these rows anew; asks the server only where there are any.
    static func judge(
        _ rows: inout [ProfileRow], _ connection: inout Connection, focus: Municipality,
        gender: Gender, scope: ProfileReader.Scope, asOf: PostgresTimestamp?
    ) throws {
        let doubtful = rows.indices.filter { index in
            guard rows[index].indicator.valueKind == .share else { return false }
            return switch rows[index].indicator.uncertainty {
            // Sums do not tell whether everybody's counts give the value that is stated.
            case .persons, .clustered: rows[index].figure.denominator != nil
            // Respondents are not kept with the places.
            case .survey: true
            case .none: false
            }
        }
        guard !doubtful.isEmpty else { return }
        let isPublic = doubtful.allSatisfy { rows[$0].indicator.disclosure == .public }
        let known: Known = isPublic && asOf == nil ? .publicNow : .asOf(asOf)
        let own = try figures(
            &connection, doubtful.map { slice(rows[$0]) }, gender, [focus.key], known)
        let judged = doubtful.filter { index in
            own[slice(rows[index])]?[focus.key]?.counts(rows[index].indicator.uncertainty) != nil
        }
        guard !judged.isEmpty else { return }
        let all = try figures(&connection, judged.map { slice(rows[$0]) }, gender, nil, known)
        let before = try figures(
            &connection, judged.compactMap { earlier(rows[$0]) }, gender, [focus.key], known)
        let units = try MunicipalityDimension.names(&connection)
        let kommuner = Set(units.filter { $0.kind == .municipality }.map(\.key))
        let peers =
            switch scope {
            case .everybody: Set(units.filter { $0.kind == focus.kind }.map(\.key))
            case .group(let members):
                Set(members.filter { $0.kind == focus.kind }.map(\.key))
            }
        for index in judged {
            let stated = all[slice(rows[index])] ?? [:]
            guard let mine = stated[focus.key] else { continue }
            let nationwide = stated.filter { kommuner.contains($0.key) }
                .sorted { $0.key < $1.key }.map(\.value)
            let others = stated.filter { $0.key != focus.key && peers.contains($0.key) }
                .sorted { $0.key < $1.key }.map(\.value)
            let previous = earlier(rows[index]).flatMap { before[$0]?[focus.key] }
            rows[index].judge(
                mine, since: previous, others: others,
                by: Yardstick(of: rows[index].indicator, nationwide: nationwide))
        }
    }

    private static func slice(_ row: ProfileRow) -> Slice {
        Slice(indicator: row.indicator.key, period: row.period.key)
    }

    private static func earlier(_ row: ProfileRow) -> Slice? {
        row.period.samePeriodLastYear.map {
            Slice(indicator: row.indicator.key, period: $0.key)
        }
    }

    private static func figures(
        _ connection: inout Connection, _ slices: [Slice], _ gender: Gender, _ units: [Int16]?,
        _ known: Known
    ) throws -> [Slice: [Int16: OutcomeFigure]] {
        let (indicators, periods) = (slices.map(\.indicator), slices.map(\.period))
        let rows =
            switch known {
            case .publicNow:
                try connection.rows(
                    ReadStatement.listPublicEvidence, indicators, periods, gender.key, units)
            case .asOf(let time):
                try connection.rows(
                    ReadStatement.listEvidence, indicators, periods, gender.key, units, time)
            }
        var result: [Slice: [Int16: OutcomeFigure]] = [:]
        for row in rows {
            result[Slice(indicator: row.0, period: row.1), default: [:]][row.2] = OutcomeFigure(
                value: row.3, status: .ok, numerator: row.4, denominator: row.5,
                respondents: row.6.map(Int.init), source: "", sourceTitle: "")
        }
        return result
    }
}
