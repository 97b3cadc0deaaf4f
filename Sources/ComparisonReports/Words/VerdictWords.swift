package import Comparison
package import Diagnostics
package import Reporting

extension Verdict {
    /// The verdict in words.
    package var words: Text {
        switch self {
        case .better: Text(sv: "bättre", en: "better")
        case .similar: Text(sv: "kan inte skiljas", en: "similar")
        case .worse: Text(sv: "sämre", en: "worse")
        case .higher: Text(sv: "högre", en: "higher")
        case .lower: Text(sv: "lägre", en: "lower")
        case .uncertaintyUnknown: Text(sv: "osäkerhet okänd", en: "uncertainty unknown")
        case .none: Text(sv: "inget omdöme", en: "no verdict")
        }
    }

    /// How the words may be coloured.
    package var tone: Cell.Tone {
        switch self {
        case .better: .good
        case .worse: .bad
        case .similar, .higher, .lower: .plain
        case .uncertaintyUnknown, .none: .muted
        }
    }
}
