public import Indicators
public import Postgres

/// Municipalities as readers see them.
public enum MunicipalityDimension {
    /// Every municipality, region and the nation, in Swedish alphabetical order.
    public static func all(
        _ connection: inout Connection
    ) throws(PostgresError) -> [Municipality] {
        var result: [Municipality] = []
        for (key, code, name, kind, countyCode, county, skr2017, skr2023) in try connection.rows(
            ReadStatement.listMunicipalities)
        {
            var unit = try municipality((key, code, name, kind, skr2023))
            unit.countyCode = countyCode
            unit.county = county
            unit.skrGroup2017 = skr2017
            result.append(unit)
        }
        return result
    }

    /// The same without counties and earlier groups, which take the server twice as long.
    public static func names(
        _ connection: inout Connection
    ) throws(PostgresError) -> [Municipality] {
        var result: [Municipality] = []
        for row in try connection.rows(ReadStatement.listMunicipalityNames) {
            result.append(try municipality(row))
        }
        return result
    }

    /// The units that have one of some codes or exact names, as `names` describes them.
    public static func named(
        _ connection: inout Connection, _ words: [String]
    ) throws(PostgresError) -> [Municipality] {
        var result: [Municipality] = []
        for row in try connection.rows(ReadStatement.findMunicipalities, words) {
            result.append(try municipality(row))
        }
        return result
    }

    /// Asks for what `named`, or without words `names`, reads, together with the next statement.
    public static func askAhead(
        _ connection: inout Connection, _ words: [String]?
    ) throws(PostgresError) {
        if let words {
            try connection.askAhead(ReadStatement.findMunicipalities, words)
        } else {
            try connection.askAhead(ReadStatement.listMunicipalityNames)
        }
    }

    /// Other spellings, with the keys of the units they mean.
    public static func aliases(
        _ connection: inout Connection
    ) throws(PostgresError) -> [(key: Int16, alias: String)] {
        try connection.rows(ReadStatement.listMunicipalityAliases).map { (key: $0, alias: $1) }
    }

    private static func municipality(
        _ row: (key: Int16, code: String, name: String, kind: String, skr2023: String?)
    ) throws(PostgresError) -> Municipality {
        guard let code = try? MunicipalityCode(row.code),
            let kind = MunicipalityKind(rawValue: row.kind)
        else {
            throw PostgresError(
                .decoding,
                "mart.municipality holds an impossible code or kind: \(row.code), \(row.kind)")
        }
        return Municipality(
            key: row.key, code: code, name: row.name, kind: kind, skrGroup2023: row.skr2023)
    }
}
