import Diagnostics
import Tabular

extension CellFault {
    /// Explains why a cell is no number.
    init(_ failure: NumberFailure, cell: String) {
        if failure.reason == .notANumber, cell.hasPrefix("=") || cell.hasPrefix("@") {
            self = CellFault(
                "number.formula",
                Text(
                    sv: "”\(cell)” är en formel, inget tal",
                    en: "\"\(cell)\" is a formula, not a number"),
                hint: Text(
                    sv: "Spara värdet i stället för formeln.",
                    en: "Save the value instead of the formula."))
            return
        }
        let reason = Self.reason(failure.reason)
        self.init(
            "number.\(failure.reason.rawValue)",
            Text(
                sv: "”\(cell)” är inget tal som kan läsas: \(reason.sv)",
                en: "\"\(cell)\" is no number that can be read: \(reason.en)"),
            hint: Self.hint(failure.reason))
    }

    private static func reason(_ reason: NumberFailure.Reason) -> Text {
        switch reason {
        case .empty: Text(sv: "cellen är tom", en: "the cell is blank")
        case .ambiguousSeparator:
            Text(
                sv: "tecknet kan vara decimaltecken eller tusentalstecken",
                en: "the mark may be a decimal mark or a thousands mark")
        case .wrongDecimalMark:
            Text(sv: "ett annat decimaltecken är angivet", en: "another decimal mark is declared")
        case .badGrouping:
            Text(
                sv: "siffrorna är inte grupperade tre och tre",
                en: "the digits are not in groups of three")
        case .groupingNotAllowed:
            Text(sv: "tusentalstecknet är inte angivet", en: "the thousands mark is not declared")
        case .missingDecimals:
            Text(
                sv: "inget följer efter decimaltecknet", en: "nothing follows the decimal mark")
        case .tooManyDigits:
            Text(sv: "det har fler än 18 siffror", en: "it has more than 18 digits")
        case .twoSigns: Text(sv: "det har två tecken", en: "it has two signs")
        case .trailingSign:
            Text(sv: "tecknet står efter talet", en: "the sign stands behind the number")
        case .signWithoutDigits:
            Text(sv: "ett tecken utan siffror", en: "a sign without digits")
        case .parentheses: Text(sv: "det står i parentes", en: "it stands in parentheses")
        case .letterForDigit:
            Text(sv: "en bokstav står för en siffra", en: "a letter stands for a digit")
        case .cyrillicLookalike:
            Text(sv: "det har en kyrillisk bokstav", en: "it has a Cyrillic letter")
        case .foreignDigit:
            Text(sv: "det har siffror ur en annan skrift", en: "it has digits of another script")
        default: lateReason(reason)
        }
    }

    private static func lateReason(_ reason: NumberFailure.Reason) -> Text {
        switch reason {
        case .exponent:
            Text(sv: "det är skrivet med tiopotens", en: "it is written with a power of ten")
        case .percentNotAllowed:
            Text(sv: "procenttecken är inte tillåtet", en: "a percent sign is not allowed")
        case .dateLike: Text(sv: "det ser ut som ett datum", en: "it looks like a date")
        case .range: Text(sv: "det är två tal", en: "it is two numbers")
        case .footnoteMark:
            Text(sv: "det har ett notmärke", en: "it has a footnote mark")
        case .comparison:
            Text(sv: "det är en gräns, inget värde", en: "it is a bound, not a value")
        case .spreadsheetError:
            Text(
                sv: "det är ett fel i ett kalkylblad", en: "it is an error of a spreadsheet")
        case .notFinite: Text(sv: "det är inte ändligt", en: "it is not finite")
        case .invisibleCharacter:
            Text(sv: "det har ett osynligt tecken", en: "it has an invisible character")
        case .controlCharacter:
            Text(sv: "det har ett styrtecken", en: "it has a control character")
        case .trailingText:
            Text(sv: "text följer efter talet", en: "text follows the number")
        default:
            Text(sv: "det är något annat", en: "it is something else")
        }
    }

    private static func hint(_ reason: NumberFailure.Reason) -> Text? {
        switch reason {
        case .ambiguousSeparator, .wrongDecimalMark:
            Text(
                sv: "Ange ”format: decimal: comma” eller ”point” i källan.",
                en: "Declare \"format: decimal: comma\" or \"point\" in the source.")
        case .groupingNotAllowed, .badGrouping:
            Text(
                sv: "Ange tusentalstecknet med ”format: thousands:”, eller rätta cellen.",
                en: "Declare the thousands mark by \"format: thousands:\", or correct the cell.")
        case .comparison:
            Text(
                sv: "Är värdet undertryckt? Skriv tecknet under ”missing” i källan.",
                en: "Is the value withheld? Put the mark under \"missing\" in the source.")
        case .signWithoutDigits, .notANumber, .letterForDigit:
            Text(
                sv: "Betyder cellen att värde saknas? Skriv den under ”missing” i källan.",
                en: "Does the cell mean that there is no value? Put it under \"missing\".")
        case .exponent:
            Text(
                sv: "Spara kolumnen med alla siffror; ett kalkylblad har rundat av dem.",
                en: "Save the column with all its digits; a spreadsheet has rounded them.")
        default: nil
        }
    }
}
