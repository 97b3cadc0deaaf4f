internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

extension Verdict {
    /// A cell for people; nothing where there is nothing to judge.
    var cell: Cell { self == .none ? .empty : .label(words, tone: tone) }

    /// A cell for machines: the word of the contract in English.
    var record: Cell { .label(Text(sv: words.sv, en: rawValue)) }
}

extension QuartileColour {
    /// The colour in a word.
    var words: Text {
        switch self {
        case .green: Text(sv: "grön", en: "green")
        case .yellow: Text(sv: "gul", en: "yellow")
        case .red: Text(sv: "röd", en: "red")
        }
    }

    /// A cell for people; the word carries the meaning without its colour.
    var cell: Cell {
        switch self {
        case .green: .label(words, tone: .good)
        case .yellow: .label(words, tone: .doubtful)
        case .red: .label(words, tone: .bad)
        }
    }

    /// A cell for machines.
    var record: Cell { .label(Text(sv: words.sv, en: rawValue)) }
}

extension Movement {
    /// The way in a word.
    var words: Text {
        switch self {
        case .better: Text(sv: "bättre", en: "better")
        case .unchanged: Text(sv: "oförändrat", en: "unchanged")
        case .worse: Text(sv: "sämre", en: "worse")
        case .higher: Text(sv: "högre", en: "higher")
        case .lower: Text(sv: "lägre", en: "lower")
        }
    }

    /// How a change may be coloured.
    var tone: Cell.Tone {
        switch self {
        case .better: .good
        case .worse: .bad
        case .unchanged, .higher, .lower: .plain
        }
    }
}
