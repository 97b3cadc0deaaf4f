internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Warehouse

extension DimensionIndex {
    /// Reads everything that cells are resolved against.
    ///
    /// - Parameters:
    ///   - connection: where to read it.
    ///   - documents: keys of the registered documents by code, as documents of one source.
    /// - Throws: `PostgresError`.
    init(
        _ connection: inout Connection, documents: [String: Int32]
    ) throws(PostgresError) {
        var indicators: [Indicator] = []
        var indicatorAliases: [IndicatorAlias] = []
        for (key, code, name, unit, kind) in try connection.rows(
            LoadStatement.listDimensionIndicators)
        {
            guard let code = IndicatorCode(code) else { continue }
            if indicators.last?.key != key {
                indicators.append(
                    Indicator(
                        key: key, code: code, title: name, unit: unit,
                        valueKind: ValueKind(rawValue: kind)))
            } else {
                indicatorAliases.append(IndicatorAlias(name, of: code))
            }
        }
        var municipalities: [Municipality] = []
        var municipalityAliases: [MunicipalityAlias] = []
        for (key, code, kind, name) in try connection.rows(
            LoadStatement.listDimensionMunicipalities)
        {
            guard let code = try? MunicipalityCode(code),
                let kind = MunicipalityKind(rawValue: kind)
            else { continue }
            if municipalities.last?.key != key {
                municipalities.append(
                    Municipality(key: key, code: code, name: name, kind: kind))
            } else {
                municipalityAliases.append(MunicipalityAlias(name, of: code))
            }
        }
        var targetPeriods: [TargetPeriod] = []
        for (key, document, means) in try connection.rows(LoadStatement.listTargetPeriods) {
            guard let period = Period(means) else { continue }
            targetPeriods.append(
                TargetPeriod(indicatorKey: key, document: document, period: period))
        }
        let complementNames = try connection.rows(LoadStatement.listComplementNames).map {
            ComplementName(indicatorKey: $0, document: $1, name: $2)
        }
        self.init(
            indicators: indicators, indicatorAliases: indicatorAliases,
            municipalities: municipalities, municipalityAliases: municipalityAliases,
            documents: documents.map { Document(key: $1, code: $0) },
            targetPeriods: targetPeriods, complementNames: complementNames)
    }
}
