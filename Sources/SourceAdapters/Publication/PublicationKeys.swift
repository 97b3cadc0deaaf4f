/// The keys that the description of a report may use; a test holds the JSON schema to them.
enum PublicationKeys {
    /// What a comparison may say of itself, and a report of all its comparisons.
    static let choice = [
        "municipality", "with", "group", "year", "period", "gender", "complement",
    ]
    static let publication = ["title", "lead", "language", "comparisons"] + choice
    static let comparison = ["indicator", "name"] + choice
    static let text = ["sv", "en"]

    /// Every section by the name that the JSON schema gives it.
    static let sections: [(name: String, keys: [String])] = [
        ("publication", publication), ("comparison", comparison), ("translated", text),
    ]
}
