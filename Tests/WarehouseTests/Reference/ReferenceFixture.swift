import Indicators
import Postgres
import TestSupport
import Warehouse

/// Reference data to record, with little said about each member.
enum ReferenceFixture {
    static func municipality(
        _ code: String, _ name: String, skr2017: String? = nil, skr2023: String? = nil,
        county: String? = nil
    ) throws -> Municipality {
        Municipality(
            key: 0, code: try MunicipalityCode(code), name: name, kind: .municipality,
            countyCode: county, county: county.map { "Län \($0)" }, skrGroup2017: skr2017,
            skrGroup2023: skr2023)
    }

    static func indicator(
        _ code: String, title: String, disclosure: Disclosure = .public
    ) throws -> Indicator {
        guard let code = IndicatorCode(code) else { throw TestFailure("no code: \(code)") }
        return Indicator(
            key: 0, code: code, title: title, unit: "procent", decimals: 0, valueKind: .share,
            polarity: .high, uncertainty: .none, disclosure: disclosure)
    }

    static func membership(
        _ group: String, _ code: String, version: String = "2017"
    )
        -> MembershipRow
    {
        MembershipRow(
            groupCode: group, municipalityCode: code, listVersion: version, validFrom: "",
            validTo: "", origin: "")
    }
}
