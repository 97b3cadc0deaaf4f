internal import Diagnostics

extension FetchFault {
    /// The part of the diagnostic's code behind `kolada.`.
    var code: String {
        switch kind {
        case .status(let status): "status-\(status)"
        case .refused: "refused"
        case .invalidBody: "invalid-body"
        case .tooLarge: "too-large"
        case .timedOut: "timed-out"
        case .broken: "connection"
        case .strayNext: "stray-next"
        case .notInSnapshot: "not-in-snapshot"
        case .notKept: "not-kept"
        }
    }

    var message: Text {
        switch kind {
        case .status(410):
            Text(
                sv: "den här versionen av API:et är nedlagd (410)",
                en: "this version of the API is gone (410)")
        case .status(422):
            Text(
                sv: "servern godtar inte frågan (422)",
                en: "the server does not accept the request (422)")
        case .status(let status):
            Text(sv: "servern svarade \(status)", en: "the server answered \(status)")
        case .refused:
            Text(sv: "servern svarade med ett fel", en: "the server answered with an error")
        case .invalidBody:
            Text(sv: "svaret har inte API:ets form", en: "the answer does not have the API's form")
        case .tooLarge(let limit):
            Text(
                sv: "svaret är större än \(limit) byte",
                en: "the answer is larger than \(limit) bytes")
        case .timedOut: Text(sv: "inget svar kom i tid", en: "no answer came in time")
        case .broken: Text(sv: "förbindelsen bröts", en: "the connection broke")
        case .strayNext(let next):
            Text(
                sv: "nästa sida, \"\(next)\", hör inte till frågan",
                en: "the next page, \"\(next)\", does not belong to the request")
        case .notInSnapshot:
            Text(sv: "ögonblicksbilden saknar svaret", en: "the snapshot does not hold the answer")
        case .notKept: Text(sv: "svaret kunde inte sparas", en: "the answer could not be kept")
        }
    }

    var hint: Text? {
        switch kind {
        case .status(410):
            Text(
                sv:
                    "Ändra RIKTMARKE_KOLADA_URL till den version som gäller, till exempel https://api.kolada.se/v3/.",
                en:
                    "Change RIKTMARKE_KOLADA_URL to the version in force, such as https://api.kolada.se/v3/."
            )
        case .status(422):
            Text(
                sv:
                    "Fråga efter högst \(FetchPlan.segmentLimit) id eller år åt gången och högst \(FetchPlan.pageSize) värden per sida; har gränserna ändrats måste riktmarke-etl uppgraderas.",
                en:
                    "Ask for at most \(FetchPlan.segmentLimit) ids or years at a time and \(FetchPlan.pageSize) values a page; if the limits have changed, riktmarke-etl must be upgraded."
            )
        case .status(404):
            Text(
                sv: "Kontrollera att RIKTMARKE_KOLADA_URL slutar med /v3/.",
                en: "Check that RIKTMARKE_KOLADA_URL ends with /v3/.")
        case .status(429):
            Text(sv: "Sänk takten med --rate.", en: "Lower the rate with --rate.")
        case .status(401), .status(403):
            Text(
                sv: "Kolada kräver ingen inloggning; kontrollera adressen och eventuell proxy.",
                en: "Kolada asks for no login; check the address and any proxy.")
        case .status, .timedOut, .broken:
            Text(
                sv: "Kör igen senare; det som hämtats är sparat.",
                en: "Run again later; what was fetched is kept.")
        case .refused, .invalidBody, .tooLarge, .strayNext, .notInSnapshot, .notKept: nil
        }
    }
}
