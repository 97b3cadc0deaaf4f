/// How the names of municipalities are written besides their plain form.
public enum MunicipalityNaming {
    /// The words that may follow the name of a kommun.
    private static let kommunWords = [" kommun", " kn", " k:n", " stad"]

    /// The plain names that a folded name with a word after it may stand for; empty without one.
    ///
    /// "nacka kommun" may be "nacka", "stockholms stad" may be "stockholms" or "stockholm": the s is
    /// a genitive, unless it belongs to the name as in Borås. Only kommuner are written so.
    public static func stems(of folded: String) -> [String] {
        for word in kommunWords where folded.hasSuffix(word) {
            let stem = String(folded.dropLast(word.count))
            return stem.hasSuffix("s") ? [stem, String(stem.dropLast())] : [stem]
        }
        return []
    }
}
