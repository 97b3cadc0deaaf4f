internal import Indicators
public import Postgres
internal import Warehouse

extension MunicipalityDirectory {
    /// Reads the directory in which some words of the command line are to be found.
    ///
    /// Where every word is the code or the exact name of one kommun, as it mostly is, only those are
    /// read; then all names; and other spellings only when a word is still unknown. To read and fold
    /// everything would take longer than the comparison itself.
    ///
    /// - Parameters:
    ///   - words: what will be looked for.
    ///   - needsAll: whether others are needed as well, such as the members of a group.
    ///   - connection: where to read.
    /// - Returns: a directory in which `find` gives for the words what the whole one would give.
    /// - Throws: what the server reports.
    public static func read(
        for words: [String], needsAll: Bool = false, _ connection: inout Connection
    ) throws(PostgresError) -> MunicipalityDirectory {
        if !needsAll {
            let named = try MunicipalityDimension.named(&connection, words)
            let isEnough = words.allSatisfy { word in
                let hits = named.filter { $0.code.description == word || $0.name == word }
                return hits.count == 1 && hits[0].kind == .municipality
            }
            if isEnough { return MunicipalityDirectory(municipalities: named) }
        }
        let units = try MunicipalityDimension.names(&connection)
        let directory = MunicipalityDirectory(municipalities: units)
        let isEnough = words.allSatisfy { word in
            (try? directory.find(word, argument: "")) != nil
        }
        guard !isEnough else { return directory }
        return MunicipalityDirectory(
            municipalities: units, aliases: try MunicipalityDimension.aliases(&connection))
    }

    /// Asks for what `read` reads first for the same words, together with the next statement.
    ///
    /// - Parameters:
    ///   - words: what will be looked for.
    ///   - needsAll: whether others are needed as well.
    ///   - connection: where to ask.
    /// - Throws: `PostgresError` for words that cannot be sent.
    public static func askAhead(
        for words: [String], needsAll: Bool, _ connection: inout Connection
    ) throws(PostgresError) {
        try MunicipalityDimension.askAhead(&connection, needsAll ? nil : words)
    }
}
