internal import Indicators
internal import Postgres

extension ProfileRow {
    /// Reads a row of the three queries; `nil` for one without a value, which none of them returns.
    init?(_ row: borrowing Row) throws(PostgresError) {
        let periodKey = try row.decode(Int32.self, at: 10)
        let statusKey = try row.decode(Int16.self, at: 11)
        let text = try row.decode(String.self, at: 1)
        let decimals = try row.decode(Int16.self, at: 4)
        guard let code = IndicatorCode(text), let period = Period(key: periodKey),
            let status = OutcomeStatus(key: statusKey), let printed = UInt8(exactly: decimals),
            let valueKind = ValueKind(rawValue: try row.decode(String.self, at: 5)),
            let polarity = Polarity(rawValue: try row.decode(String.self, at: 6)),
            let uncertainty = Uncertainty(rawValue: try row.decode(String.self, at: 7)),
            let disclosure = Disclosure(rawValue: try row.decode(String.self, at: 8)),
            let publication = PublicationState(rawValue: try row.decode(String.self, at: 28))
        else {
            throw PostgresError(
                .decoding, "mart.profile describes \(text) in words unknown to this program")
        }
        var figure = OutcomeFigure(
            value: try row.decode(ScaledDecimal.self, at: 12), status: status,
            source: try row.decode(String.self, at: 27),
            sourceTitle: try row.decode(String.self, at: 26))
        var previous: OutcomeFigure?
        if let value = try row.decode(ScaledDecimal?.self, at: 19) {
            previous = OutcomeFigure(value: value, status: .ok, source: "", sourceTitle: "")
        }
        var others: CaseSums?
        // Most sources state no numerators: then the rest need not be looked at.
        if let numerator = try row.decode(ScaledDecimal?.self, at: 20),
            let denominator = try row.decode(ScaledDecimal?.self, at: 21)
        {
            figure.numerator = numerator
            figure.denominator = denominator
            previous?.numerator = try row.decode(ScaledDecimal?.self, at: 24)
            previous?.denominator = try row.decode(ScaledDecimal?.self, at: 25)
            if let cases = try row.decode(ScaledDecimal?.self, at: 22),
                let base = try row.decode(ScaledDecimal?.self, at: 23)
            {
                others = CaseSums(
                    cases.subtracting(numerator), of: base.subtracting(denominator))
            }
        }
        var quartiles: Quartiles?
        if let lower = try row.decode(ScaledDecimal?.self, at: 16),
            let median = try row.decode(ScaledDecimal?.self, at: 17),
            let upper = try row.decode(ScaledDecimal?.self, at: 18)
        {
            quartiles = Quartiles(lower: lower, median: median, upper: upper)
        }
        self.init(
            indicator: Indicator(
                key: try row.decode(Int32.self, at: 0), code: code,
                title: try row.decode(String.self, at: 2), unit: try row.decode(String.self, at: 3),
                decimals: printed, valueKind: valueKind, polarity: polarity,
                operatingArea: try row.decode(String?.self, at: 9), uncertainty: uncertainty,
                disclosure: disclosure),
            period: period, figure: figure, units: Int(try row.decode(Int16.self, at: 13)),
            higher: Int(try row.decode(Int16.self, at: 14)),
            lower: Int(try row.decode(Int16.self, at: 15)), quartiles: quartiles,
            previous: previous, others: others, publication: publication,
            isBreak: try row.decode(Bool.self, at: 29))
    }
}
