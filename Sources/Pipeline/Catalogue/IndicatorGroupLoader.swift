internal import Indicators
internal import Postgres
internal import Warehouse

/// Brings groups of indicators in line with a catalogue; what it no longer lists is closed.
enum IndicatorGroupLoader {
    /// Records the groups.
    ///
    /// A member that no catalogue lists becomes an indicator marked so: one may vanish before the
    /// groups that name it do. Of two groups with one code the first counts.
    ///
    /// - Returns: how many titles and memberships were added or closed.
    /// - Throws: what the server reports.
    static func load(
        _ groups: [Catalogue.IndicatorGroup], _ source: Int16, _ connection: inout Connection
    ) throws(PostgresError) -> Int64 {
        var known: Set<String> = []
        let coded = groups.map { (code: CatalogueGroupCode.code(of: $0.id), group: $0) }
            .filter { known.insert($0.code).inserted }
        let codes = coded.map(\.code)
        var memberGroups: [String] = []
        var memberCodes: [String] = []
        var places: [Int16] = []
        for (code, group) in coded {
            var seen: Set<IndicatorCode> = []
            for member in group.members where seen.insert(member).inserted {
                memberGroups.append(code)
                memberCodes.append(member.description)
                places.append(Int16(clamping: seen.count))
            }
        }
        let titles = coded.map { _, group in
            let title = TitleReading.singleBlanks(group.title)
            return title.isEmpty ? group.id : title
        }
        _ = try SliceStore.addMissingIndicators(&connection, codes: Set(memberCodes).sorted())
        _ = try connection.onlyRow(CatalogueStatement.insertIndicatorGroups, source, codes)
        let closed = try connection.onlyRow(
            CatalogueStatement.closeIndicatorGroups, source, codes, titles, memberGroups,
            memberCodes, places)
        let added = try connection.onlyRow(
            CatalogueStatement.addIndicatorGroups, source, codes, titles, memberGroups,
            memberCodes, places)
        return closed + added
    }
}
