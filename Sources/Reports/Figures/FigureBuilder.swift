internal import Diagnostics
internal import Indicators

/// Makes figures of the cells of a row by what the manifest says about table, row and column.
struct FigureBuilder {
    let manifest: ReportManifest
    let table: ReadTable
    let path: String

    /// The figures of a row, or why it has none.
    func figures(_ row: ReadRow) -> Result<[Figure], Diagnostic> {
        var municipality = manifest.municipality
        if !row.municipality.isEmpty {
            guard let code = manifest.municipalities[row.municipality] else {
                return .failure(Misfit.municipality(row, path))
            }
            municipality = code
        }
        var figures: [Figure] = []
        for (place, (column, cell)) in zip(table.columns, row.cells).enumerated()
        where column.measure != nil {
            let period: Period?
            switch rule.matching(row.name, in: rule.periods) ?? column.period ?? rule.period {
            case .fixed(let fixed): period = fixed
            case .undeclared: period = nil
            case .tertialOfRow(let tertial):
                guard let year = row.period?.year,
                    let made = Period(kind: .tertial, year: year, part: tertial)
                else { return .failure(Misfit.year(row, path)) }
                period = made
            case nil: period = row.period
            }
            var made = figure(row, column, cell, period, municipality)
            made.column = place + 1
            made.cell = cell.cell
            made.printedNames = printedNames(row)
            figures.append(made)
        }
        return .success(figures)
    }

    /// What the source calls a row's figures.
    private func printedNames(_ row: ReadRow) -> [String] {
        if rule.kind == .series {
            return rule.columns.filter { $0.role == .name }.map { HeadingKey.collapsed($0.header) }
        }
        let printed = HeadingKey.collapsed(row.name)
        let bare = HeadingKey.bareName(row.name)
        return printed == bare ? [bare] : [printed, bare]
    }

    private var rule: TableRule { table.rule }

    private func figure(
        _ row: ReadRow, _ column: ColumnRule, _ cell: ReadCell, _ period: Period?,
        _ municipality: String
    ) -> Figure {
        let printedUnit: FigureUnit? =
            if case .number(_, let unit, _) = cell.content { unit } else { nil }
        let isUnit = rule.kind == .absence
        let named = rule.matching(row.name, in: rule.subjects) ?? HeadingKey.bareName(row.name)
        let missing: String
        switch cell.content {
        case .dash: missing = "missing_dash"
        case .text: missing = "missing_null"
        case .empty, .unreadable: missing = "missing_blank"
        case .number: missing = ""
        }
        return Figure(
            line: cell.line, origin: .table, table: rule.id,
            subject: isUnit ? rule.subject ?? "" : rule.subject ?? named,
            measure: column.measure ?? .outcome, period: period, gender: column.gender,
            municipality: municipality, organisation: isUnit ? row.name : manifest.organisation,
            organisationCode: row.code, value: cell.content.number, missing: missing,
            unit: printedUnit ?? rule.matching(row.name, in: rule.units) ?? column.unit
                ?? rule.unit ?? .number,
            definition: column.definition ?? "", isCumulative: rule.isCumulative,
            isApproximate: false, printed: cell.printed,
            repairs: cell.content.repairs + cell.repairs, isSum: row.isSum,
            hasSign: cell.content.number.map { $0.units < 0 } ?? false)
    }

    /// The figure that a rule for running text found.
    static func figure(
        _ rule: NarrativeRule, _ hit: NarrativeReader.Hit, _ manifest: ReportManifest
    ) -> Figure {
        let period: Period? = if case .fixed(let fixed) = rule.period { fixed } else { nil }
        let value = rule.isNegative && !hit.hasSign ? hit.value.negated : hit.value
        return Figure(
            line: hit.line, origin: .narrative, table: "", subject: rule.subject,
            measure: rule.measure, period: period, gender: rule.gender,
            municipality: rule.municipality ?? manifest.municipality,
            organisation: manifest.organisation, organisationCode: "", value: value, missing: "",
            unit: rule.unit, definition: rule.definition,
            isCumulative: period?.isCumulative ?? false, isApproximate: hit.isApproximate,
            printed: hit.printed, repairs: hit.repairs, isSum: false,
            hasSign: hit.hasSign || rule.isNegative,
            telling: FigureTelling(
                words: hit.words, isSignWorded: rule.isNegative && !hit.hasSign,
                isUnitDeclared: rule.isUnitDeclared, indicator: rule.indicator,
                subjectKind: rule.subjectKind, notLoaded: rule.notLoaded))
    }
}
