import Diagnostics
import Indicators

/// Where each part of a figure comes from in one file, with headers and constants resolved to keys.
struct ReadingPlan: ~Copyable {
    var indicator: KeyColumn
    var municipality: KeyColumn
    var period: KeyColumn
    var gender: KeyColumn
    var document: KeyColumn
    var status: KeyColumn
    /// The columns whose cells are figures.
    let figures: [FigureColumn]
    /// Columns of a figure's company, from 0; −1 where there are none.
    let numerator: Int
    let denominator: Int
    let respondents: Int
    let documentLine: Int
    let note: Int

    /// Resolves a specification against a header and the dimensions.
    ///
    /// - Parameters:
    ///   - spec: The specification.
    ///   - header: The header; candidates become figures or are abandoned.
    ///   - dimensions: The dimensions.
    /// - Throws: `SourceError` with every text of the specification that names nothing.
    init(
        spec: OutcomesSpec, header: inout HeaderMap, dimensions: DimensionIndex
    ) throws(SourceError) {
        var resolver = PlanResolver(spec: spec, dimensions: dimensions)
        indicator = resolver.key(.indicator, in: header)
        municipality = resolver.key(.municipality, in: header)
        period = resolver.key(.period, in: header)
        gender = resolver.key(.gender, in: header, otherwise: Int32(Gender.total.key))
        document = resolver.key(.document, in: header, otherwise: resolver.documentKey())
        status = resolver.key(.status, in: header, otherwise: KeyCell.noStatus)
        figures = resolver.figures(&header)
        numerator = header.column(of: .numerator) ?? -1
        denominator = header.column(of: .denominator) ?? -1
        respondents = header.column(of: .respondents) ?? -1
        documentLine = header.column(of: .documentLine) ?? -1
        note = header.column(of: .note) ?? -1
        guard resolver.problems.isEmpty else {
            throw SourceError(.configuration, resolver.problems)
        }
    }
}

/// Resolves the texts of a specification and of a header, and collects what names nothing.
private struct PlanResolver {
    let spec: OutcomesSpec
    let dimensions: DimensionIndex
    var problems: [Diagnostic] = []

    init(spec: OutcomesSpec, dimensions: DimensionIndex) {
        self.spec = spec
        self.dimensions = dimensions
    }

    /// Where a field of words comes from.
    mutating func key(
        _ field: OutcomeField, in header: HeaderMap, otherwise: Int32 = -1
    ) -> KeyColumn {
        guard let rule = spec.columns[field] else { return KeyColumn(field, constant: otherwise) }
        if case .constant(let text) = rule.origin {
            return KeyColumn(field, constant: resolve(text, field, at: rule.location) ?? otherwise)
        }
        if let index = header.column(of: field) {
            return KeyColumn(
                field, index: index, rule: rule, preference: spec.municipalityPreference)
        }
        // An optional column that the file lacks: its default, as if every cell were blank.
        guard let text = rule.defaultText else { return KeyColumn(field, constant: otherwise) }
        return KeyColumn(field, constant: resolve(text, field, at: rule.location) ?? otherwise)
    }

    /// The key of the document that the whole source is attributed to.
    mutating func documentKey() -> Int32 {
        guard case .code(let code, let location) = spec.document else { return 0 }
        return resolve(code, .document, at: location) ?? 0
    }

    /// The columns whose cells are figures.
    mutating func figures(_ header: inout HeaderMap) -> [FigureColumn] {
        guard let wide = spec.wide else {
            let value = header.column(of: .value).map { FigureColumn(index: $0) }
            let target = header.column(of: .target)
                .map { FigureColumn(index: $0, measure: .target) }
            return [value, target].compactMap(\.self)
        }
        var figures: [FigureColumn] = []
        for (column, index) in zip(wide.columns, header.widePlaces) {
            var figure = FigureColumn(
                index: index, measure: column.measure, periodIsDeclared: column.periodIsDeclared)
            for (field, text) in column.fields {
                figure.set(field, resolve(text, field, at: column.location) ?? -1)
            }
            figures.append(figure)
        }
        for index in header.columns.indices where header.columns[index].role == .candidate {
            let text = header.columns[index].header
            if let key = try? KeyCell.read(
                text, as: wide.axis.field, dimensions: dimensions,
                preference: spec.municipalityPreference, suggests: false)
            {
                header.accept(column: index)
                var figure = FigureColumn(index: index)
                figure.set(wide.axis.field, key)
                figures.append(figure)
            } else {
                header.abandon(column: index)
            }
        }
        if figures.isEmpty { problems.append(header.noFigures(axis: wide.axis)) }
        return figures.sorted { $0.index < $1.index }
    }

    private mutating func resolve(
        _ text: String, _ field: OutcomeField, at location: SourceLocation
    ) -> Int32? {
        do throws(CellFault) {
            return try KeyCell.read(
                text, as: field, dimensions: dimensions, preference: spec.municipalityPreference)
        } catch {
            problems.append(
                Diagnostic(
                    .error, code: error.code, error.message, at: location, hint: error.hint))
            return nil
        }
    }
}
