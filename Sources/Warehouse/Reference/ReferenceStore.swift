public import Indicators
public import Postgres

/// Keeps the dimensions that are declared in reference files: writes only what has changed.
///
/// Every function runs inside the caller's transaction and returns how many members it changed.
public enum ReferenceStore {
    /// Records municipalities, regions and the nation with their names and groups.
    public static func upsert(
        _ connection: inout Connection, municipalities: [Municipality]
    ) throws(PostgresError) -> Int64 {
        let sorted = municipalities.sorted { SwedishOrder.areInOrder($0.name, $1.name) }
        let codes = sorted.map(\.code.description)
        let names = sorted.map(\.name)
        let countyCodes = sorted.map { $0.countyCode ?? "" }
        let counties = sorted.map { $0.county ?? "" }
        let groups2017 = sorted.map { $0.skrGroup2017 ?? "" }
        let groups2023 = sorted.map { $0.skrGroup2023 ?? "" }
        let orders = sorted.indices.map { Int16(truncatingIfNeeded: $0 + 1) }
        let members = try connection.onlyRow(
            ReferenceStatement.upsertMunicipalities, codes, sorted.map(\.kind.rawValue))
        _ = try connection.onlyRow(
            ReferenceStatement.replaceMunicipalityVersions, codes, names, countyCodes, counties,
            groups2017, groups2023, orders)
        let versions = try connection.onlyRow(
            ReferenceStatement.addMunicipalityVersions, codes, names, countyCodes, counties,
            groups2017, groups2023, orders)
        return max(members, versions)
    }

    /// Records indicators; a changed description closes the version before it.
    public static func upsert(
        _ connection: inout Connection, indicators: [Indicator]
    ) throws(PostgresError) -> Int64 {
        let codes = indicators.map(\.code.description)
        _ = try connection.onlyRow(ReferenceStatement.upsertIndicators, codes)
        let columns = IndicatorColumns(indicators)
        _ = try connection.onlyRow(
            ReferenceStatement.closeIndicatorVersions, codes, columns.titles, columns.definitions,
            columns.units, columns.decimals, columns.valueKinds, columns.polarities,
            columns.polarityReasons, columns.complementTitles, columns.publishers,
            columns.operatingAreas, columns.discontinuedYears, columns.frequencies,
            columns.referenceWindows, columns.publicationRules, columns.uncertainties,
            columns.disclosures)
        return try connection.onlyRow(
            ReferenceStatement.addIndicatorVersions, codes, columns.titles, columns.definitions,
            columns.units, columns.decimals, columns.valueKinds, columns.polarities,
            columns.polarityReasons, columns.complementTitles, columns.publishers,
            columns.operatingAreas, columns.discontinuedYears, columns.frequencies,
            columns.referenceWindows, columns.publicationRules, columns.uncertainties,
            columns.disclosures)
    }

    /// Replaces the spellings of municipalities by the declared ones.
    public static func replace(
        _ connection: inout Connection, municipalityAliases rows: [AliasRow]
    ) throws(PostgresError) -> Int64 {
        let codes = rows.map(\.code)
        let folded = rows.map { NameFolding.key($0.alias) }
        let removed = try connection.onlyRow(
            ReferenceStatement.removeMunicipalityAliases, codes, folded, rows.map(\.alias),
            rows.map(\.note))
        let added = try connection.onlyRow(
            ReferenceStatement.addMunicipalityAliases, codes, folded, rows.map(\.alias),
            rows.map(\.note))
        return max(removed, added)
    }

    /// Replaces the names of indicators by the declared ones.
    public static func replace(
        _ connection: inout Connection, indicatorAliases rows: [AliasRow]
    ) throws(PostgresError) -> Int64 {
        let codes = rows.map(\.code)
        let folded = rows.map { NameFolding.key($0.alias) }
        let removed = try connection.onlyRow(
            ReferenceStatement.removeIndicatorAliases, codes, folded, rows.map(\.alias),
            rows.map(\.note))
        let added = try connection.onlyRow(
            ReferenceStatement.addIndicatorAliases, codes, folded, rows.map(\.alias),
            rows.map(\.note))
        return max(removed, added)
    }

    /// Replaces the breaks in series by the declared ones.
    public static func replace(
        _ connection: inout Connection, seriesBreaks rows: [SeriesBreakRow]
    ) throws(PostgresError) -> Int64 {
        let removed = try connection.onlyRow(
            ReferenceStatement.removeSeriesBreaks, rows.map(\.code), rows.map(\.year),
            rows.map(\.reason))
        let added = try connection.onlyRow(
            ReferenceStatement.addSeriesBreaks, rows.map(\.code), rows.map(\.year),
            rows.map(\.reason))
        return max(removed, added)
    }

    /// Replaces the tasks of nämnder by the declared ones.
    public static func replace(
        _ connection: inout Connection, committeeActivities rows: [CommitteeActivityRow]
    ) throws(PostgresError) -> Int64 {
        let codes = rows.map(\.municipalityCode)
        let organisations = rows.map(\.organisation)
        let activities = rows.map(\.activityCode)
        let names = rows.map(\.name)
        let titles = rows.map(\.title)
        let reasons = rows.map(\.reason)
        let removed = try connection.onlyRow(
            ReferenceStatement.removeCommitteeActivities, codes, organisations, activities, names,
            titles, reasons)
        let added = try connection.onlyRow(
            ReferenceStatement.addCommitteeActivities, codes, organisations, activities, names,
            titles, reasons)
        return max(removed, added)
    }

    /// Registers documents, or corrects what is registered of them.
    public static func upsert(
        _ connection: inout Connection, documents rows: [DocumentRow]
    ) throws(PostgresError) -> Int64 {
        try connection.onlyRow(
            ReferenceStatement.upsertDocuments, rows.map(\.code), rows.map(\.title),
            rows.map(\.municipalityCode), rows.map(\.organisation), rows.map(\.reportKind),
            rows.map(\.publishedOn), rows.map(\.publishedOnBasis), rows.map(\.reference),
            rows.map(\.fileName), rows.map(\.sha256))
    }
}
