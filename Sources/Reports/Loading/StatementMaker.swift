internal import Indicators
internal import SourceAdapters

/// Makes statements of money and of absence of figures.
struct StatementMaker {
    /// The figure as money.
    func economy(
        _ figure: Figure, _ kind: EconomyStatement.Kind, place: StatementPlace, municipality: Int16
    ) throws(CellFault) -> EconomyStatement {
        guard let measure = figure.measure.ofMoney, let period = figure.period else {
            throw ReportFault.noPeriod(figure)
        }
        guard let kronor = figure.unit.kronor else { throw ReportFault.noMoney(figure) }
        var amount = Quantity.none
        if let value = figure.value {
            guard let thousands = Self.thousands(value, kronor: kronor) else {
                throw ReportFault.tooLong(figure)
            }
            amount = thousands
        }
        return EconomyStatement(
            municipalityKey: municipality, kind: kind, subject: try name(figure.subject, figure),
            measure: measure, definition: figure.definition, period: period,
            isCumulative: figure.isCumulative, amount: amount, statusKey: status(figure),
            printedUnit: figure.unit.rawValue, place: place)
    }

    /// The figure as absence; the headcount is that of its row.
    func absence(
        _ figure: Figure, _ staff: [Figure], place: StatementPlace, municipality: Int16
    ) throws(CellFault) -> AbsenceStatement {
        guard let measure = figure.measure.ofAbsence, let period = figure.period else {
            throw ReportFault.noPeriod(figure)
        }
        var value = Quantity.none
        if let number = figure.value {
            guard let units = Int64(exactly: number.units) else {
                throw ReportFault.tooLong(figure)
            }
            value = Quantity(units: units, scale: number.scale)
        }
        return AbsenceStatement(
            municipalityKey: municipality, isTotal: figure.isSum, code: figure.organisationCode,
            name: try name(figure.organisation, figure), measure: measure,
            definition: figure.definition, period: period, gender: figure.gender, value: value,
            statusKey: status(figure), unit: figure.unit.rawValue,
            headcount: Self.headcount(staff, figure), place: place)
    }

    /// The employees of the figure's gender and period, where a column of the row counts them.
    private static func headcount(_ staff: [Figure], _ figure: Figure) -> Int32? {
        let own = staff.first {
            $0.gender == figure.gender && ($0.period == nil || $0.period == figure.period)
        }
        guard let number = own?.value?.canonical, number.scale == 0, number.units >= 0 else {
            return nil
        }
        return Int32(exactly: number.units)
    }

    private func name(_ name: String, _ figure: Figure) throws(CellFault) -> String {
        let collapsed = HeadingKey.collapsed(name)
        guard !collapsed.isEmpty else { throw ReportFault.noName("report.no-name") }
        return collapsed
    }

    private func status(_ figure: Figure) -> Int16 {
        guard figure.value == nil else { return OutcomeStatus.ok.key }
        return (OutcomeStatus(rawValue: figure.missing) ?? .missingBlank).key
    }

    /// An amount in thousands of kronor, exactly, with no more decimals than that takes.
    private static func thousands(_ value: ScaledDecimal, kronor: Int) -> Quantity? {
        var amount = value
        switch kronor {
        case 1:
            guard let smaller = ScaledDecimal(units: value.units, scale: value.scale + 3) else {
                return nil
            }
            amount = smaller
        case 1_000: break
        default:
            guard let larger = value.multiplied(by: kronor / 1_000) else { return nil }
            // 9,3 mnkr is 9 300 tkr: a decimal would say that a tenth of a thousand is known.
            amount = larger.rounded(toScale: value.scale > 3 ? value.scale - 3 : 0) ?? larger
        }
        guard let units = Int64(exactly: amount.units) else { return nil }
        return Quantity(units: units, scale: amount.scale)
    }
}
