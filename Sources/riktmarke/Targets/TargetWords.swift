internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

extension TargetStatus {
    /// The status in words.
    var words: Text {
        switch self {
        case .reached: Text(sv: "uppnått", en: "reached")
        case .partly: Text(sv: "delvis", en: "partly")
        case .missed: Text(sv: "ej uppnått", en: "missed")
        case .expected: Text(sv: "bedöms uppnås", en: "expected")
        case .suppressed: Text(sv: "sekretess", en: "suppressed")
        case .notMeasured: Text(sv: "ej mätt", en: "not measured")
        }
    }

    /// How the words may be coloured.
    var tone: Cell.Tone {
        switch self {
        case .reached, .expected: .good
        case .partly: .doubtful
        case .missed: .bad
        case .suppressed, .notMeasured: .muted
        }
    }
}

extension TargetRow {
    /// The status for people; a word for none.
    var cell: Cell {
        guard let status else {
            return .label(Text(sv: "inget omdöme", en: "no verdict"), tone: .muted)
        }
        return .label(status.words, tone: status.tone)
    }
}
