public import Indicators
public import Postgres

/// Indicators as readers see them.
public enum IndicatorDimension {
    /// Every indicator with its current description, by code.
    public static func all(_ connection: inout Connection) throws(PostgresError) -> [Indicator] {
        // Sorted here: to find one indicator should not make the server look up how text is sorted.
        try list(&connection, code: nil)
            .sorted { $0.code < $1.code }
    }

    /// The indicator of a code; `nil` when there is none.
    public static func find(
        _ connection: inout Connection, code: IndicatorCode
    ) throws(PostgresError) -> Indicator? {
        try list(&connection, code: code.description).first
    }

    /// Asks for the indicator of a code together with the next statement; ``find(_:code:)`` then reads it.
    public static func askAhead(
        _ connection: inout Connection, code: IndicatorCode
    ) throws(PostgresError) {
        try connection.askAhead(ReadStatement.listIndicators, String?.some(code.description))
    }

    /// Names under which sources print indicators, with the keys of the indicators they mean.
    public static func aliases(
        _ connection: inout Connection
    ) throws(PostgresError) -> [(key: Int32, alias: String)] {
        try connection.rows(ReadStatement.listIndicatorAliases).map { (key: $0, alias: $1) }
    }

    private static func list(
        _ connection: inout Connection, code: String?
    ) throws(PostgresError) -> [Indicator] {
        var result: [Indicator] = []
        for row in try connection.rows(ReadStatement.listIndicators, code) {
            guard let code = IndicatorCode(row.1), let valueKind = ValueKind(rawValue: row.6),
                let polarity = Polarity(rawValue: row.7), let decimals = UInt8(exactly: row.5),
                let uncertainty = Uncertainty(rawValue: row.16),
                let disclosure = Disclosure(rawValue: row.17),
                let origin = DescriptionOrigin(rawValue: row.20)
            else {
                throw PostgresError(
                    .decoding, "mart.indicator describes \(row.1) in words unknown to this program")
            }
            result.append(
                Indicator(
                    key: row.0, code: code, title: row.2, definition: row.3, unit: row.4,
                    decimals: decimals, valueKind: valueKind, polarity: polarity,
                    polarityReason: row.8, complementTitle: row.9, publisher: row.10,
                    operatingArea: row.11, discontinuedYear: row.12.map(Int.init),
                    frequency: row.13, referenceWindow: row.14, publicationRule: row.15,
                    uncertainty: uncertainty, disclosure: disclosure,
                    seriesBreaks: zip(row.18, row.19).map {
                        SeriesBreak(year: Int($0), reason: $1)
                    }, origin: origin,
                    publication: row.21.map { source in
                        plan(source, row.22, row.23, row.24, row.25)
                    }, warningPeriods: row.26))
        }
        return result
    }

    /// What a catalogue said of an indicator's publication at a time; `nil` when none listed it.
    public static func publication(
        _ connection: inout Connection, of indicator: Indicator, asOf: PostgresTimestamp
    ) throws(PostgresError) -> PublicationPlan? {
        guard
            let row = try connection.firstRow(
                ReadStatement.findPublicationAsOf, indicator.key, asOf)
        else { return nil }
        return plan(row.0, row.1, row.2, row.3, row.4)
    }

    private static func plan(
        _ source: String, _ year: Int16?, _ preliminary: PostgresDate?, _ final: PostgresDate?,
        _ collects: Bool
    ) -> PublicationPlan {
        PublicationPlan(
            source: source, year: year.map(Int.init),
            preliminaryDay: preliminary.flatMap { CalendarDay($0.description) },
            finalDay: final.flatMap { CalendarDay($0.description) }, collectsInAutumn: collects)
    }
}
