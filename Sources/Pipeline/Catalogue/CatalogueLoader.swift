internal import Diagnostics
internal import Indicators
public import Postgres
public import Warehouse

/// Brings the dimensions in line with a source's catalogue.
///
/// What it says is kept with from and to, what it no longer has is closed, never deleted. One
/// transaction, all of it or nothing.
public enum CatalogueLoader {
    /// What loading a catalogue changed.
    public struct Report: Sendable, Hashable {
        /// Indicators that the catalogue had not held just before.
        public var newIndicators: Int64 = 0
        /// Indicators of which it says something else than before.
        public var changedIndicators: Int64 = 0
        /// Indicators that it no longer holds.
        public var vanishedIndicators: Int64 = 0
        /// Units that the warehouse did not know.
        public var newUnits: Int64 = 0
        /// Memberships that were added or closed.
        public var changedMemberships: Int64 = 0
        /// Titles of groups of indicators, and memberships in them, that were added or closed.
        public var changedGroupMembers: Int64 = 0

        /// A report of nothing.
        public init() {}
    }

    /// The largest share of indicators that may vanish at once: more is a torn answer.
    static let maxVanishedShare = 0.5

    /// Loads a catalogue.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl`.
    ///   - catalogue: what the source says.
    ///   - source: the source.
    ///   - run: the run, as the ledger numbers it.
    /// - Returns: what it changed.
    /// - Throws: `Failure` when more than half of the indicators have vanished, or what the server
    ///   reports; nothing is changed then.
    public static func load(
        _ connection: inout Connection, _ catalogue: Catalogue,
        source: SourceDimension.Description, run: Int32
    ) throws -> Report {
        try connection.transaction(.readWrite) { connection in
            let source = try SourceDimension.upsert(&connection, source)
            let before = try connection.onlyRow(CatalogueStatement.countVersions, source)
            var report = Report()
            try load(catalogue.indicators, whole: catalogue.isWhole, source, &report, &connection)
            guard Double(report.vanishedIndicators) <= maxVanishedShare * Double(before) else {
                throw tooManyVanished(report.vanishedIndicators, of: before)
            }
            if !catalogue.units.isEmpty {
                report.newUnits = try connection.onlyRow(
                    CatalogueStatement.addUnits, catalogue.units.map(\.code.description),
                    catalogue.units.map(\.name), catalogue.units.map(\.kind.rawValue))
            }
            if !catalogue.groups.isEmpty {
                report.changedMemberships = try load(catalogue.groups, &connection)
            }
            if !catalogue.indicatorGroups.isEmpty {
                report.changedGroupMembers = try IndicatorGroupLoader.load(
                    catalogue.indicatorGroups, source, &connection)
            }
            try connection.perform(
                CatalogueStatement.insertLoad, run, source, catalogue.sha256,
                Int32(catalogue.indicators.count), Int32(report.newIndicators),
                Int32(report.changedIndicators), Int32(report.vanishedIndicators),
                Int32(report.newUnits), Int32(catalogue.groups.count),
                Int32(clamping: report.changedMemberships),
                Int32(catalogue.indicatorGroups.count),
                Int32(clamping: report.changedGroupMembers))
            return report
        }
    }

    private static func load(
        _ entries: [Catalogue.Entry], whole: Bool, _ source: Int16, _ report: inout Report,
        _ connection: inout Connection
    ) throws {
        let codes = entries.map(\.code.description)
        _ = try connection.onlyRow(ReferenceStatement.upsertIndicators, codes)
        let columns = CatalogueColumns(entries)
        let closed = try connection.onlyRow(
            CatalogueStatement.closeCatalogueVersions, source, codes, columns.titles,
            columns.descriptions, columns.areas, columns.perspectives, columns.auspices,
            columns.types, columns.periods, columns.dates, columns.preliminaryDates,
            columns.ends, columns.divided, columns.unitData, columns.autumn, whole)
        let added = try connection.onlyRow(
            CatalogueStatement.addCatalogueVersions, source, codes, columns.titles,
            columns.descriptions, columns.areas, columns.perspectives, columns.auspices,
            columns.types, columns.periods, columns.dates, columns.preliminaryDates,
            columns.ends, columns.divided, columns.unitData, columns.autumn)
        report.changedIndicators = closed.0
        report.vanishedIndicators = closed.1
        report.newIndicators = added - closed.0
        _ = try connection.onlyRow(
            CatalogueStatement.closeDescriptions, codes, columns.ownTitles, columns.descriptions,
            columns.units, columns.decimals, columns.kinds, columns.publishers, columns.areas,
            columns.ends)
        _ = try connection.onlyRow(
            CatalogueStatement.addDescriptions, codes, columns.ownTitles, columns.descriptions,
            columns.units, columns.decimals, columns.kinds, columns.publishers, columns.areas,
            columns.ends)
    }

    private static func load(
        _ groups: [Catalogue.Group], _ connection: inout Connection
    ) throws -> Int64 {
        var vintages = GroupVintages(
            current: try connection.rows(CatalogueStatement.listMemberships).map {
                (group: $0.0, member: $0.1, year: $0.2, origin: $0.3)
            })
        for group in groups {
            vintages.take(
                id: group.id, title: TitleReading.singleBlanks(group.title),
                members: Set(group.members.map(\.description)).sorted())
        }
        let rows = groups.map { group in
            GroupRow(
                code: CatalogueGroupCode.code(of: group.id),
                name: GroupVintages.name(of: TitleReading.singleBlanks(group.title)),
                kind: .kolada)
        }
        return try ReferenceStore.record(
            &connection, groups: rows, members: vintages.memberships, covering: [.kolada])
    }

    private static func tooManyVanished(_ vanished: Int64, of before: Int64) -> Failure {
        Failure(
            .data, code: "catalogue.too-much-vanished",
            Text(
                sv:
                    "\(vanished) av \(before) nyckeltal finns inte längre i katalogen; den ändrades inte",
                en:
                    "\(vanished) of \(before) indicators are no longer in the catalogue; it was not changed"
            ),
            hint: Text(
                sv: "kontrollera att hela katalogen hämtades, och kör igen",
                en: "check that the whole catalogue was fetched, and run again"))
    }
}
