public import Diagnostics
public import Postgres
internal import Warehouse

/// The groups of indicators that catalogues list, such as Kolada's tables.
public struct IndicatorGroupDirectory: Sendable {
    /// A group in the list.
    public struct Entry: Sendable, Hashable {
        /// Short code for the command line.
        public var code: String
        /// Title as the catalogue has it.
        public var title: String
        /// Code of the source whose catalogue lists it.
        public var source: String
        /// How many indicators belong to it.
        public var indicators: Int

        /// Describes a group.
        public init(code: String, title: String, source: String, indicators: Int) {
            self.code = code
            self.title = title
            self.source = source
            self.indicators = indicators
        }
    }

    /// The groups, by title.
    public let groups: [Entry]

    /// Takes groups.
    public init(groups: [Entry]) {
        self.groups = groups
    }

    /// Reads the groups that are listed now.
    public init(_ connection: inout Connection) throws(PostgresError) {
        groups = try connection.rows(ReadStatement.listIndicatorGroups).map { row in
            Entry(code: row.0, title: row.1, source: row.2, indicators: Int(row.3))
        }
    }

    /// Keys of the members of a group as known at a time, in the order of the catalogue.
    public static func members(
        _ connection: inout Connection, of group: Entry, asOf: PostgresTimestamp? = nil
    ) throws(PostgresError) -> [Int32] {
        try connection.rows(ReadStatement.listIndicatorGroupMembers, group.code, asOf)
    }

    /// The groups that hold all of some words in code or title.
    public func search(_ text: String) -> (groups: [Entry], isApproximate: Bool) {
        let found = NamedSearch.places(of: text, among: groups.map { ($0.code, $0.title) })
        return (found.places.map { groups[$0] }, found.isApproximate)
    }

    /// The one group that a code, a whole title or words mean.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - argument: the option it stands in, for the message.
    /// - Returns: the group.
    /// - Throws: `Failure` with status 64 that lists what was found, or what was probably meant.
    public func find(_ text: String, argument: String) throws(Failure) -> Entry {
        let named = NamedSearch.named(text, among: groups.map { ($0.code, $0.title) })
        if named.count == 1 { return groups[named[0]] }
        let found = named.isEmpty ? search(text).groups : named.map { groups[$0] }
        if found.count == 1 { return found[0] }
        let isKnown = !found.isEmpty && !text.allSatisfy(\.isWhitespace)
        throw Failure(
            .usage, code: isKnown ? "indicator-group.several" : "indicator-group.unknown",
            isKnown
                ? Text(
                    sv: "\"\(text)\" passar \(found.count) nyckeltalsgrupper",
                    en: "\"\(text)\" fits \(found.count) groups of indicators")
                : Text(
                    sv: "ingen nyckeltalsgrupp passar \"\(text)\"",
                    en: "no group of indicators fits \"\(text)\""),
            at: .argument(argument),
            hint: isKnown
                ? Text(
                    sv: "skriv koden för den du menar", en: "write the code of the one you mean")
                : Text(
                    sv: "\"riktmarke indicators --groups\" visar dem som finns",
                    en: "\"riktmarke indicators --groups\" shows those there are"),
            notes: isKnown ? found.prefix(10).map { Text(verbatim: "\($0.code)  \($0.title)") } : []
        )
    }
}
