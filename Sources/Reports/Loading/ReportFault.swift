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

    static func noUnit(_ figure: Figure) -> CellFault {
        CellFault(
            "report.unit-undeclared",
            Text(
                sv: "manifestet säger inte vad ”\(figure.printed)” räknar",
                en: "the manifest does not say what \"\(figure.printed)\" counts"),
            hint: Text(
                sv: "Ange ”unit:” för siffran i löptexten.",
                en: "Declare the \"unit:\" of the figure in running text."))
    }

    static func otherUnit(_ figure: Figure, unit: String) -> CellFault {
        CellFault(
            "report.unit-mismatch",
            Text(
                sv: "”\(figure.printed)” är enligt manifestet \(figure.unit.rawValue), men "
                    + "nyckeltalets enhet är ”\(unit)”",
                en: "\"\(figure.printed)\" is \(figure.unit.rawValue) by the manifest, but the "
                    + "indicator's unit is \"\(unit)\""))
    }

    static func noShare(_ figure: Figure) -> CellFault {
        CellFault(
            "report.no-share",
            Text(
                sv: "”\(figure.printed)” är ingen andel i procent, och har inget komplement",
                en: "\"\(figure.printed)\" is no share in per cent, and has no complement"),
            hint: Text(
                sv: "Ange ”unit: percent” i manifestet, eller ändra harmoniseringen.",
                en: "Declare \"unit: percent\" in the manifest, or change the harmonisation."))
    }

    static func toldOtherwise(_ figure: Figure, _ lines: [Int]) -> CellFault {
        let places = lines.map(String.init).joined(separator: ", ")
        return CellFault(
            "row.contradicts-another",
            Text(
                sv: "”\(figure.subject)” sägs flera gånger i löptexten med olika värden (rad "
                    + "\(places))",
                en: "\"\(figure.subject)\" is told several times in the text with different "
                    + "values (lines \(places))"),
            hint: Text(
                sv: "Säg i manifestet vad som skiljer dem.",
                en: "Say in the manifest what sets them apart."))
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
