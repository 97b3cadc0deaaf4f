internal import Diagnostics
internal import Indicators

/// An indicator with its weight, as written: `N28026:42.5`.
struct GivenVariable: Sendable {
    /// Code or words.
    let indicator: String
    /// The weight; 1 when none is written.
    let weight: ScaledDecimal

    /// Reads a list.
    /// - Throws: `Failure` with status 64 for an empty list, and for a weight that is no number above 0.
    static func read(_ options: [String]) throws(Failure) -> [GivenVariable] {
        var variables: [GivenVariable] = []
        for entry in NameList.names(options) { variables.append(try GivenVariable(entry)) }
        guard !variables.isEmpty else {
            throw Failure(
                .usage, code: "similar.no-indicator",
                Text(sv: "inget nyckeltal är angivet", en: "no indicator was named"),
                at: .argument("--by"),
                hint: Text(
                    sv: "skriv till exempel --by N28026:42.5,N01951:57.5",
                    en: "write for example --by N28026:42.5,N01951:57.5"))
        }
        return variables
    }

    private init(_ entry: String) throws(Failure) {
        guard let colon = entry.lastIndex(of: ":") else {
            indicator = entry
            weight = ScaledDecimal(1)
            return
        }
        let number = entry[entry.index(after: colon)...]
        guard let weight = ScaledDecimal(number), weight > ScaledDecimal(0) else {
            throw Failure(
                .usage, code: "similar.weight",
                Text(
                    sv: "\"\(entry)\": vikten kan inte läsas som ett tal över 0",
                    en: "\"\(entry)\": the weight cannot be read as a number above 0"),
                at: .argument("--by"),
                hint: Text(
                    sv: "skriv vikten med decimalpunkt efter kolon: N28026:42.5",
                    en: "write the weight with a decimal point after a colon: N28026:42.5"))
        }
        indicator = String(entry[..<colon])
        self.weight = weight
    }
}
