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
            var unit = try municipality(
                key: key, code: code, name: name, kind: kind, skr2023: skr2023)
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
        for (key, code, name, kind, skr2023) in try connection.rows(
            ReadStatement.listMunicipalityNames)
        {
            result.append(
                try municipality(key: key, code: code, name: name, kind: kind, skr2023: skr2023))
        }
        return result
    }

    /// Other spellings, with the keys of the units they mean.
    public static func aliases(
        _ connection: inout Connection
    ) throws(PostgresError) -> [(key: Int16, alias: String)] {
        try connection.rows(ReadStatement.listMunicipalityAliases).map { (key: $0, alias: $1) }
    }

    private static func municipality(
        key: Int16, code: String, name: String, kind: String, skr2023: String?
    ) throws(PostgresError) -> Municipality {
        guard let code = try? MunicipalityCode(code), let kind = MunicipalityKind(rawValue: kind)
        else {
            throw PostgresError(
                .decoding, "mart.municipality holds an impossible code or kind: \(code), \(kind)")
        }
        return Municipality(key: key, code: code, name: name, kind: kind, skrGroup2023: skr2023)
    }
}
