import Diagnostics
import Indicators
import Tabular

extension RowReader {
    /// What the cell of a figure holds.
    private enum FigureCell {
        case number(DecimalNumber, hadPercentSign: Bool)
        case missing(OutcomesSpec.MissingMeaning)
        case failure(NumberFailure)
    }

    /// Reads one figure of a row.
    func read(
        _ figure: FigureColumn, _ keys: RowKeys, _ row: borrowing CSVReader,
        _ batch: inout ObservationBatch
    ) {
        var observation = Observation()
        observation.measure = figure.measure
        observation.periodIsDeclared = figure.periodIsDeclared
        observation.indicatorKey = figure.indicatorKey >= 0 ? figure.indicatorKey : keys.indicator
        let municipality =
            figure.municipalityKey >= 0 ? figure.municipalityKey : keys.municipality
        observation.municipalityKey = Int16(truncatingIfNeeded: municipality)
        observation.periodKey = figure.periodKey >= 0 ? figure.periodKey : keys.period
        let gender = figure.genderKey >= 0 ? figure.genderKey : keys.gender
        observation.genderKey = Int16(truncatingIfNeeded: gender)
        observation.documentKey = keys.document
        observation.documentLine = keys.documentLine
        observation.noteIndex = keys.note
        observation.line = Int32(clamping: row.line)
        observation.column = Int16(clamping: figure.index + 1)
        switch cell(row, figure.index) {
        case .number(let number, let hadPercentSign):
            if hadPercentSign, let fault = percentFault(observation, row, figure.index) {
                return rejectFigure(row, figure.index, fault, &batch)
            }
            observation.value = Quantity(units: number.units, scale: number.scale)
            observation.statusKey = OutcomeStatus.ok.key
        case .missing(.skip):
            batch.counts.skipped += 1
            return
        case .missing(.status(let status)):
            observation.statusKey = status.key
        case .failure(let failure):
            guard let number = wordNumber(row, figure.index, observation.indicatorKey) else {
                let fault = CellFault(failure, cell: text(row, figure.index))
                return rejectFigure(row, figure.index, fault, &batch)
            }
            observation.value = number
            observation.statusKey = OutcomeStatus.ok.key
        }
        if figure.measure == .outcome {
            guard complete(&observation, keys, row, &batch) else { return }
        }
        if observation.value.isPresent { checkRange(observation, row, &batch) }
        if !observation.value.isPresent { batch.counts.missing += 1 }
        batch.observations.append(observation)
    }

    @inline(__always)
    private func cell(_ row: borrowing CSVReader, _ index: Int) -> FigureCell {
        let found = row.withField(index) { span in
            span.withUnsafeBufferPointer { bytes -> FigureCell in
                let cell = Self.trimmed(bytes)
                if let meaning = missing.meaning(of: cell) { return .missing(meaning) }
                switch NumberCell.parse(cell, format: numbers) {
                case .number(let number, let hadPercentSign):
                    return .number(number, hadPercentSign: hadPercentSign)
                case .failure(let failure): return .failure(failure)
                }
            }
        }
        return found ?? .missing(missing.blank)
    }

    /// Adds status, numerator, denominator and respondents; rejects the figure where it cannot.
    private func complete(
        _ observation: inout Observation, _ keys: RowKeys, _ row: borrowing CSVReader,
        _ batch: inout ObservationBatch
    ) -> Bool {
        if keys.status != KeyCell.noStatus {
            let status = Int16(truncatingIfNeeded: keys.status)
            guard let agreed = agreed(status: status, with: observation) else {
                let words = text(row, plan.status.index)
                let fault = RowFault.contradiction(
                    status: words.isEmpty
                        ? OutcomeStatus(key: status)?.rawValue ?? "" : words,
                    value: text(row, Int(observation.column) - 1))
                rejectFigure(row, Int(observation.column) - 1, fault, &batch)
                return false
            }
            observation.statusKey = agreed
        }
        guard plan.numerator < 0 || take(plan.numerator, to: &observation.numerator, row, &batch),
            plan.denominator < 0
                || take(plan.denominator, to: &observation.denominator, row, &batch)
        else { return false }
        if observation.denominator.isPresent, observation.denominator.units <= 0 {
            let fault = RowFault.denominatorNotPositive(text(row, plan.denominator))
            rejectFigure(row, plan.denominator, fault, &batch)
            return false
        }
        guard plan.respondents >= 0 else { return true }
        switch wholeNumber(row, plan.respondents) {
        case .success(let number): observation.respondents = number
        case .failure(let fault):
            rejectFigure(row, plan.respondents, fault, &batch)
            return false
        }
        return true
    }

    /// Reads a number that goes with a figure; rejects the figure where it cannot be read.
    private func take(
        _ index: Int, to quantity: inout Quantity, _ row: borrowing CSVReader,
        _ batch: inout ObservationBatch
    ) -> Bool {
        switch self.quantity(row, index) {
        case .success(let number):
            quantity = number
            return true
        case .failure(let fault):
            rejectFigure(row, index, fault, &batch)
            return false
        }
    }

    /// The status of a figure whose row states one; `nil` where cell and status contradict.
    private func agreed(status: Int16, with observation: Observation) -> Int16? {
        let hasValue = status < 100
        if observation.value.isPresent { return hasValue ? status : nil }
        if hasValue { return nil }
        // A blank cell leaves it to the status to say why; a missing code must say the same.
        let isBlank = observation.statusKey == OutcomeStatus.missingBlank.key
        return isBlank || observation.statusKey == status ? status : nil
    }

    /// Why a percent sign is wrong here; `nil` where it is not.
    private func percentFault(
        _ observation: Observation, _ row: borrowing CSVReader, _ index: Int
    ) -> CellFault? {
        guard let indicator = dimensions.indicator(key: observation.indicatorKey),
            indicator.takesPercentSign == false
        else { return nil }
        return RowFault.percentSign(text(row, index), unit: indicator.unit ?? "")
    }

    /// The number that a declared word stands for in a yes/no indicator.
    private func wordNumber(
        _ row: borrowing CSVReader, _ index: Int, _ indicatorKey: Int32
    ) -> Quantity? {
        guard !words.isEmpty,
            dimensions.indicator(key: indicatorKey)?.valueKind == .boolean,
            let number = words[NameFolding.key(text(row, index))],
            let units = Int64(exactly: number.units)
        else { return nil }
        return Quantity(units: units, scale: number.scale)
    }

    /// Warns of a share outside 0 to 100, which is odd and may still be right.
    @inline(__always)
    private func checkRange(
        _ observation: Observation, _ row: borrowing CSVReader, _ batch: inout ObservationBatch
    ) {
        let value = observation.value
        if value.units >= 0, value.units <= 100 { return }
        guard shares.contains(observation.indicatorKey) else { return }
        let number = ScaledDecimal(units: value.units, scale: value.scale)
        guard number < ScaledDecimal(0) || number > ScaledDecimal(100) else { return }
        batch.counts.warnings += 1
        guard batch.warnings.count < ObservationBatch.mostWarnings else { return }
        let code = dimensions.indicator(key: observation.indicatorKey)?.code.description ?? ""
        batch.warnings.append(
            Diagnostic(
                .warning, code: "value.out-of-range",
                Text(
                    sv: "\(code) är en andel, och \(number) ligger utanför 0–100",
                    en: "\(code) is a share, and \(number) lies outside 0–100"),
                at: .file(
                    path: path, line: Int(observation.line), column: Int(observation.column))))
    }
}
