public import Postgres
internal import Warehouse

extension MunicipalityDirectory {
    /// Reads the directory by which some words of the command line are to be found.
    ///
    /// Other spellings are read only when a word is neither a code nor a current name: most are, and
    /// the time to read them would be noticed.
    public static func read(
        for words: [String], _ connection: inout Connection
    ) throws(PostgresError) -> MunicipalityDirectory {
        let units = try MunicipalityDimension.names(&connection)
        let directory = MunicipalityDirectory(municipalities: units)
        let isEnough = words.allSatisfy { word in
            (try? directory.find(word, argument: "")) != nil
        }
        guard !isEnough else { return directory }
        return MunicipalityDirectory(
            municipalities: units, aliases: try MunicipalityDimension.aliases(&connection))
    }
}
