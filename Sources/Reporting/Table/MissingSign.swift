public import Diagnostics
public import Indicators

extension OutcomeStatus {
    /// The short sign that stands for a missing value in a table for people.
    ///
    /// Empty for a status that carries a value.
    public var sign: Text {
        switch self {
        case .ok, .preliminary: Text(verbatim: "")
        case .missingDash: Text(verbatim: "–")
        case .missingBlank: Text(sv: "tom", en: "blank")
        case .missingNull: Text(verbatim: "..")
        case .notApplicable: Text(sv: "e.t.", en: "n/a")
        case .suppressed: Text(verbatim: "x")
        case .withdrawn: Text(sv: "åter", en: "withdr")
        }
    }

    /// What the status means, in a few words.
    public var meaning: Text {
        switch self {
        case .ok: Text(sv: "slutligt värde", en: "final value")
        case .preliminary: Text(sv: "preliminärt värde", en: "preliminary value")
        case .missingDash: Text(sv: "källan har ett streck", en: "the source has a dash")
        case .missingBlank: Text(sv: "källans ruta är tom", en: "the source's cell is blank")
        case .missingNull: Text(sv: "källan har inget värde", en: "the source has no value")
        case .notApplicable: Text(sv: "ej tillämpligt", en: "not applicable")
        case .suppressed:
            Text(sv: "skyddat, få personer", en: "suppressed, few persons")
        case .withdrawn:
            Text(sv: "återtaget av källan", en: "withdrawn by the source")
        }
    }
}

extension ReportTable {
    /// The sign after a preliminary value.
    public static let preliminarySign = "p"

    /// What the signs of this table mean, in a fixed order; empty when it needs none.
    public var legend: [Text] {
        var missing: Set<OutcomeStatus> = []
        for cell in rows.lazy.flatMap(\.cells) {
            switch cell {
            case .missing(let status): missing.insert(status)
            case .decimal(_, _, _, preliminary: true): missing.insert(.preliminary)
            default: break
            }
        }
        return OutcomeStatus.allCases.filter(missing.contains).map { status in
            let sign = status == .preliminary ? Text(verbatim: Self.preliminarySign) : status.sign
            return Text(
                sv: "\(sign.sv) = \(status.meaning.sv)", en: "\(sign.en) = \(status.meaning.en)")
        }
    }

    /// The cell of a row in a column; `Cell.empty` where the row is too short.
    public func cell(_ row: Row, _ column: Int) -> Cell {
        row.cells.indices.contains(column) ? row.cells[column] : .empty
    }
}
