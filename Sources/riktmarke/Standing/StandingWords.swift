internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Reporting
internal import Statistics

extension Judgement {
    /// The judgement in words.
    var words: Text {
        switch self {
        case .better: Text(sv: "bättre", en: "better")
        case .similar: Text(sv: "kan inte skiljas", en: "similar")
        case .worse: Text(sv: "sämre", en: "worse")
        case .higher: Text(sv: "högre", en: "higher")
        case .lower: Text(sv: "lägre", en: "lower")
        case .none: Text(sv: "inget omdöme", en: "no verdict")
        }
    }

    /// How the words may be coloured.
    var tone: Cell.Tone {
        switch self {
        case .better: .good
        case .worse: .bad
        case .similar, .higher, .lower: .plain
        case .none: .muted
        }
    }
}

extension Assessment {
    /// The assessment in words.
    var words: Text {
        switch self {
        case .judged(let judgement): judgement.words
        case .uncertaintyUnknown: Text(sv: "osäkerhet okänd", en: "uncertainty unknown")
        case .none: Text(sv: "inget omdöme", en: "no verdict")
        }
    }

    /// A cell for people; nothing where no interval makes sense.
    var cell: Cell {
        switch self {
        case .judged(let judgement): .label(judgement.words, tone: judgement.tone)
        case .uncertaintyUnknown: .label(words, tone: .muted)
        case .none: .empty
        }
    }

    /// A cell for machines: the word of the contract in English.
    var record: Cell { .label(Text(sv: words.sv, en: word)) }
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
