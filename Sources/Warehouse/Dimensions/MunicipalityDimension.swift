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
            guard let code = try? MunicipalityCode(code),
                let kind = MunicipalityKind(rawValue: kind)
            else {
                throw PostgresError(
                    .decoding,
                    "mart.municipality holds an impossible code or kind: \(code), \(kind)")
            }
            result.append(
                Municipality(
                    key: key, code: code, name: name, kind: kind, countyCode: countyCode,
                    county: county, skrGroup2017: skr2017, skrGroup2023: skr2023))
        }
        return result
    }

    /// Other spellings, with the keys of the units they mean.
    public static func aliases(
        _ connection: inout Connection
    ) throws(PostgresError) -> [(key: Int16, alias: String)] {
        try connection.rows(ReadStatement.listMunicipalityAliases).map { (key: $0, alias: $1) }
    }
}
