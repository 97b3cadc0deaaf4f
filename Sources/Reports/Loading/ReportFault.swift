internal import Diagnostics
internal import SourceAdapters

/// Why a figure of a report cannot be loaded, though it could be read.
enum ReportFault {
    static func noPeriod(_ figure: Figure) -> CellFault {
        CellFault(
            "report.period-undeclared",
            Text(
                sv: "perioden för ”\(figure.subject)” anges varken i källan eller i manifestet",
                en: "neither source nor manifest tells the period of \"\(figure.subject)\""),
            hint: Text(
                sv: "Ange kolumnens ”period:” i manifestet.",
                en: "Declare the column's \"period:\" in the manifest."))
    }

    static func tooLong(_ figure: Figure) -> CellFault {
        CellFault(
            "number.too-many-digits",
            Text(
                sv: "”\(figure.printed)” har fler än 18 siffror",
                en: "\"\(figure.printed)\" has more than 18 digits"))
    }

    static func percent(_ figure: Figure, unit: String) -> CellFault {
        CellFault(
            "number.percent-sign",
            Text(
                sv: "”\(figure.printed)” är procent, men nyckeltalets enhet är ”\(unit)”",
                en: "\"\(figure.printed)\" is per cent, but the unit is \"\(unit)\""))
    }

    static func noMoney(_ figure: Figure) -> CellFault {
        CellFault(
            "report.no-money",
            Text(
                sv:
                    "”\(figure.printed)” är enligt manifestet inga pengar (\(figure.unit.rawValue))",
                en: "\"\(figure.printed)\" is no money by the manifest (\(figure.unit.rawValue))"),
            hint: Text(
                sv: "Ange tabellens eller kolumnens ”unit:” som kr, tkr eller mnkr.",
                en: "Declare the table's or the column's \"unit:\" as kr, tkr or mnkr."))
    }

    /// The code tells what has no name: an indicator, or what money and absence are about.
    static func noName(_ code: String) -> CellFault {
        CellFault(code, Text(sv: "raden har inget namn", en: "the row has no name"))
    }
}
