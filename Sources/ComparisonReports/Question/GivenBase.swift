package import Comparison
package import Diagnostics
package import Indicators

/// How many cases the user says that a municipality's value rests on.
package struct GivenBase: Sendable {
    /// The municipality as it was written.
    package let word: String
    /// The number of cases, 1 or more.
    package let count: Int
    /// Both as they were written.
    package let entry: String

    private static let argument = SourceLocation.argument("--base")

    /// Reads `0182=240`.
    /// - Throws: `Failure` with status 64 that names the entry.
    package init(_ entry: String) throws(Failure) {
        self.entry = entry
        let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
            .map { part in String(part.drop { $0 == " " }) }
        guard parts.count == 2, !parts[0].isEmpty, let count = Int(parts[1]) else {
            throw Failure(
                .usage, code: "base.unreadable",
                Text(
                    sv: "\"\(entry)\" kan inte läsas som kommun och antal",
                    en: "\"\(entry)\" cannot be read as a municipality and a number"),
                at: Self.argument,
                hint: Text(
                    sv: "skriv kod eller namn, likhetstecken och ett helt tal: 0182=240,Solna=95",
                    en: "write code or name, an equals sign and a whole number: 0182=240,Solna=95"))
        }
        guard count > 0 else {
            throw Failure(
                .usage, code: "base.not-positive",
                Text(
                    sv: "\"\(entry)\": antalet ärenden måste vara minst 1",
                    en: "\"\(entry)\": the number of cases must be 1 or more"),
                at: Self.argument,
                hint: Text(
                    sv: "utelämna kommunen om antalet inte är känt",
                    en: "leave the municipality out if the number is not known"))
        }
        word = parts[0]
        self.count = count
    }

    /// Sets what was given in the figures of a comparison.
    ///
    /// - Parameters:
    ///   - bases: what was given.
    ///   - figures: what documents state, by key of the municipality.
    ///   - indicator: the indicator; it must be a share of counted persons.
    ///   - compared: the municipalities of the comparison.
    ///   - directory: where names are found.
    /// - Throws: `Failure` with status 64 for a municipality that nobody is called, that is not compared
    ///   or that is named twice, where the source states its own numbers, and for an indicator of a kind
    ///   that no number of cases gives an interval.
    package static func apply(
        _ bases: [GivenBase], to figures: inout [Int16: [OutcomeFigure]], of indicator: Indicator,
        compared: [Municipality], directory: MunicipalityDirectory
    ) throws(Failure) {
        guard !bases.isEmpty else { return }
        guard indicator.uncertainty == .persons, indicator.valueKind == .share else {
            throw Failure(
                .usage, code: "base.no-interval",
                Text(
                    sv:
                        "\(indicator.code) är ingen andel av räknade personer; antal ärenden ger inget "
                        + "intervall",
                    en:
                        "\(indicator.code) is no share of counted persons; a number of cases gives no "
                        + "interval"),
                at: argument, hint: Text(sv: "ta bort --base", en: "leave out --base"))
        }
        var seen: Set<Int16> = []
        for base in bases {
            let municipality = try directory.find(base.word, argument: "--base")
            guard compared.contains(where: { $0.key == municipality.key }) else {
                throw base.failure(
                    "base.not-compared",
                    Text(
                        sv: "\(municipality.name) är inte med i jämförelsen",
                        en: "\(municipality.name) is not part of the comparison"))
            }
            guard seen.insert(municipality.key).inserted else {
                throw base.failure(
                    "base.repeated",
                    Text(
                        sv: "\(municipality.name) är angiven två gånger",
                        en: "\(municipality.name) is named twice"))
            }
            let stated = figures[municipality.key] ?? []
            if let first = stated.first, first.numerator != nil, first.denominator != nil {
                throw base.failure(
                    "base.stated",
                    Text(
                        sv: "källan anger redan täljare och nämnare för \(municipality.name)",
                        en: "the source states numerator and denominator of \(municipality.name)"))
            }
            figures[municipality.key] = stated.map { figure in
                var figure = figure
                if figure.value != nil { figure.readersBase = base.count }
                return figure
            }
        }
    }

    private func failure(_ code: String, _ message: Text) -> Failure {
        Failure(
            .usage, code: code,
            Text(sv: "\"\(entry)\": \(message.sv)", en: "\"\(entry)\": \(message.en)"),
            at: Self.argument,
            hint: Text(sv: "ta bort \(entry) ur --base", en: "leave \(entry) out of --base"))
    }
}
