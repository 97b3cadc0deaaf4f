public import Diagnostics

extension KoladaFormatError.Code {
    /// What happened, without place or values.
    public var message: Text {
        switch self {
        case .cutOff: Text(sv: "texten slutar för tidigt", en: "the text ends too early")
        case .unexpectedByte:
            Text(
                sv: "ett tecken står där formatet har ett annat",
                en: "a byte stands where the format has another")
        case .malformedNumber:
            Text(sv: "ett tal är felskrivet", en: "a number is malformed")
        case .malformedEscape:
            Text(sv: "ett omvänt snedstreck är felanvänt", en: "an escape is malformed")
        case .controlCharacter:
            Text(sv: "ett styrtecken står i en text", en: "a control character stands in a string")
        case .invalidUTF8: Text(sv: "byten är inte UTF-8", en: "the bytes are not UTF-8")
        case .tooDeep:
            Text(sv: "listor ligger för djupt i varandra", en: "lists are nested too deep")
        case .tooLong:
            Text(sv: "ett objekt eller en rad är för lång", en: "an object or a line is too long")
        case .wrongType:
            Text(sv: "ett fält har ett värde av fel sort", en: "a member has the wrong type")
        case .missingMember: Text(sv: "ett fält saknas", en: "a member is missing")
        case .repeatedMember: Text(sv: "ett fält står två gånger", en: "a member stands twice")
        case .noValues:
            Text(sv: "svaret har ingen lista ”values”", en: "the answer has no list \"values\"")
        case .countMismatch:
            Text(
                sv: "”count” säger ett annat antal än det finns värden",
                en: "\"count\" says another number than there are values")
        case .trailingText:
            Text(sv: "text följer efter dokumentets slut", en: "text follows the document's end")
        case .wrongHeader:
            Text(
                sv: "första raden är inte ”kpi,municipality,period,gender,value”",
                en: "the first line is not \"kpi,municipality,period,gender,value\"")
        case .wrongFieldCount:
            Text(sv: "raden har inte fem fält", en: "the line does not have five fields")
        case .notGrouped:
            Text(
                sv: "raderna för ett nyckeltal står inte tillsammans",
                en: "the rows of an indicator do not stand together")
        case .tooManyRows:
            Text(
                sv: "fler rader än det finns minne avsatt för",
                en: "more rows than memory was granted for")
        }
    }

    /// What to do about it, where that is known.
    var hint: Text? {
        switch self {
        case .cutOff, .countMismatch:
            Text(sv: "Hämta den igen; den är avbruten.", en: "Fetch it again; it is cut off.")
        case .wrongHeader:
            Text(
                sv: "Ange en fil med Kolada-värden, eller läs in filen som egen källa.",
                en: "Name a file of Kolada values, or load the file as a source of its own.")
        case .noValues:
            Text(
                sv: "Kontrollera adressen: den ska sluta med /v3/.",
                en: "Check the address: it must end with /v3/.")
        default: nil
        }
    }
}
