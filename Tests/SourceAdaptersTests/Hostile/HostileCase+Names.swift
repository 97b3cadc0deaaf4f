extension HostileCase {
    static let names: [HostileCase] = [
        HostileCase(
            file: "codes_lost_zero.csv",
            rejects: (2...5).map { "\($0):2 municipality.lost-leading-zero" }, hint: "0182 Nacka"),
        HostileCase(
            file: "code_unknown.csv", rejects: (2...4).map { "\($0):2 municipality.unknown" }),
        HostileCase(
            file: "name_misspelt.csv", rejects: (2...3).map { "\($0):2 municipality.unknown" },
            hint: "0182 Nacka"),
        HostileCase(
            file: "name_forms.csv",
            observations: [
                "2:4 U33461 0182 2017 T 86", "3:4 U33461 0182 2017 T 86",
                "4:4 U33461 0182 2017 T 86", "5:4 U33461 0180 2017 T 86",
                "6:4 U33461 1490 2017 T 86", "7:4 U33461 0182 2017 T 86",
                "8:4 U33461 0182 2017 T 86", "9:4 U33461 0114 2017 T 86",
            ]),
        HostileCase(
            file: "code_name_mismatch.csv", rejects: ["2:2 municipality.code-name-mismatch"],
            hint: "0180 Stockholm"),
        HostileCase(
            file: "region_or_kommun.csv",
            observations: [
                "2:4 U33461 0980 2017 T 86", "3:4 U33461 0009 2017 T 85",
                "4:4 U33461 0009 2017 T 84",
            ]),
        HostileCase(
            file: "region_or_kommun.csv", extra: "municipality_kind: region",
            observations: [
                "2:4 U33461 0009 2017 T 86", "3:4 U33461 0009 2017 T 85",
                "4:4 U33461 0009 2017 T 84",
            ]),
        HostileCase(
            file: "region_or_kommun_any.csv", extra: "municipality_kind: any",
            rejects: ["2:2 municipality.ambiguous"], hint: "0980 Gotland"),
        HostileCase(
            file: "name_cyrillic.csv",
            rejects: ["2:2 municipality.unknown", "3:1 indicator.unknown"], hint: "kyrillisk"),
        HostileCase(
            file: "indicator_unknown.csv",
            rejects: ["2:1 indicator.unknown", "3:1 indicator.blank", "4:1 indicator.unknown"],
            hint: "U33461"),
        HostileCase(
            file: "indicator_alias.csv",
            observations: ["2:4 U33461 0182 2017 T 86", "4:4 U33461 0160 2017 T 88"],
            rejects: ["3:1 indicator.ambiguous"], hint: "N00955"),
        HostileCase(
            file: "periods_bad.csv",
            rejects: (2...7).map { "\($0):3 period.unreadable" } + ["8:3 period.blank"],
            hint: "2017"),
        HostileCase(
            file: "periods_good.csv",
            observations: [
                "2:4 U33461 0182 2017 T 86", "3:4 U33461 0182 2018-T1 T 86",
                "4:4 U33461 0182 2018-Q1 T 86", "5:4 U33461 0182 2018-04 T 86",
                "6:4 U33461 0182 2017-12-31 T 86", "7:4 U33461 0182 2016/17 T 86",
                "8:4 U33461 0182 2017 T 86",
            ]),
        HostileCase(
            file: "genders.csv",
            observations: [
                "2:5 U33461 0182 2017 K 86", "3:5 U33461 0182 2017 M 85",
                "4:5 U33461 0182 2017 T 86", "6:5 U33461 0182 2017 M 84",
            ], rejects: ["5:4 gender.unknown"], hint: "gender: words"),
        HostileCase(
            file: "terminal_escape.csv", rejects: (2...3).map { "\($0):2 municipality.unknown" },
            cell: "Nacka\u{1B}[31m"),
        HostileCase(
            file: "document_unknown.csv", observations: ["2:4 U33461 0182 2017 T 86 doc=7"],
            rejects: ["3:5 document.unknown", "4:5 document.blank"], hint: "arsredovisning-2017"),
    ]

    static let layouts: [HostileCase] = [
        HostileCase(
            file: "wide_bad_cell.csv", layout: .years, extra: "missing: {\"-\": missing_dash}",
            observations: [
                "2:2 U33461 0182 2015 T missing_dash", "2:4 U33461 0182 2017 T 86",
                "2:5 U33461 0182 2017 T 90 target undeclared",
                "3:2 N01951 0182 2015 T missing_blank", "3:3 N01951 0182 2016 T 97986",
                "3:4 N01951 0182 2017 T 100000",
                "3:5 N01951 0182 2017 T missing_blank target undeclared",
            ], rejects: ["2:3 number.letter-for-digit"]),
        HostileCase(
            file: "wide_bad_key.csv", layout: .years,
            observations: [
                "3:2 U33461 0182 2015 T 80", "3:3 U33461 0182 2016 T 81",
                "3:4 U33461 0182 2017 T 86", "3:5 U33461 0182 2017 T 90 target undeclared",
            ], rejects: ["2:1 indicator.unknown"]),
        HostileCase(
            file: "wide_any_header.csv", layout: .anyPeriod,
            observations: [
                "2:2 U33461 0182 2016 T 80", "2:3 U33461 0182 2017 T 86",
                "2:4 U33461 0182 2018-T1 T 87",
            ], warnings: ["1:5 header.unknown-column"]),
        HostileCase(
            file: "wide_any_header.csv", layout: .anyPeriod, extra: "ignore: [kommentar]",
            observations: [
                "2:2 U33461 0182 2016 T 80", "2:3 U33461 0182 2017 T 86",
                "2:4 U33461 0182 2018-T1 T 87",
            ]),
        HostileCase(
            file: "wide_municipalities.csv", layout: .anyMunicipality,
            observations: ["2:2 U33461 0182 2017 T 86", "2:3 U33461 0160 2017 T 88"],
            warnings: ["1:4 header.unknown-column", "1:5 header.unknown-column"]),
        HostileCase(file: "wide_no_figures.csv", layout: .anyPeriod, error: "1 header.no-figures"),
    ]
}
