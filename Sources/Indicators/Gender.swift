/// The gender that an outcome speaks of, with Kolada's letters.
public enum Gender: String, Sendable, Hashable, CaseIterable {
    /// Everyone (totalt).
    case total = "T"
    /// Women (kvinnor).
    case women = "K"
    /// Men (män).
    case men = "M"

    /// The key of the gender in `dw.dim_gender`.
    public var key: Int16 {
        switch self {
        case .total: 0
        case .women: 1
        case .men: 2
        }
    }

    /// Reads a letter or a Swedish or English word, whatever its case; `nil` for anything else.
    ///
    /// `F` is refused, since sources use it for different things.
    public init?(word: String) {
        switch word.lowercased() {
        case "t", "totalt", "total", "alla", "båda", "samtliga": self = .total
        case "k", "kvinnor", "kvinna", "women", "flickor": self = .women
        case "m", "män", "man", "men", "pojkar": self = .men
        default: return nil
        }
    }
}
