internal import Indicators

extension DataElementReader {
    /// Gives the values to a collector as rows, or as rejects.
    @inline(__always)
    func hand(to collector: inout SliceCollector) throws(KoladaFormatError.Code) {
        guard let indicator, let year, Period.years.contains(year),
            case .municipality(let municipality) = unit
        else {
            handUnusable(to: &collector)
            return
        }
        try collector.turn(to: indicator)
        guard collector.currentIsWanted else {
            collector.tally.unwantedRows += values.count
            return
        }
        for value in values {
            if value.isDeleted {
                collector.tally.deletedRows += 1
                if collector.question == .state { continue }
            }
            if let kind = fault(of: value) {
                reject(kind, found: "", value: value.position, to: &collector)
                continue
            }
            var word: UInt8 = 0
            if let string = value.word {
                let text = JSONText.text(of: string)
                guard let number = collector.number(ofWord: text) else {
                    reject(.tooManyWords, found: text, value: value.position, to: &collector)
                    continue
                }
                word = number
            }
            collector.add(
                KoladaRow(
                    units: value.isDeleted ? 0 : value.units,
                    scale: value.isDeleted ? 0 : value.scale, municipality: municipality,
                    year: UInt16(year), gender: value.gender, status: status(of: value),
                    word: value.isDeleted ? 0 : word))
        }
    }

    @inline(__always)
    private func status(of value: Value) -> KoladaRow.Status {
        if value.isDeleted { return .deleted }
        guard value.isNull else { return .value }
        if value.isNotApplicable { return .notApplicable }
        return value.word == nil ? .missing : .unexplained
    }

    @inline(__always)
    private func fault(of value: Value) -> KoladaReject.Kind? {
        if value.gender == KoladaRow.unknownGender { return .gender }
        if value.isDeleted { return nil }
        if value.isTooLong { return .tooManyDigits }
        return value.isNotApplicable && !value.isNull ? .contradictoryStatus : nil
    }

    @inline(never)
    private func handUnusable(to collector: inout SliceCollector) {
        if case .group = unit {
            collector.tally.groupRows += values.count
            return
        }
        let kind: KoladaReject.Kind
        let found: String
        if indicator == nil {
            (kind, found) = (.indicatorForm, indicatorText)
        } else if case .unknown(let text) = unit {
            (kind, found) = (.unitForm, text)
        } else {
            (kind, found) = (.year, year.map(String.init) ?? "")
        }
        for position in values.indices {
            reject(kind, found: found, value: position, to: &collector)
        }
    }

    @inline(never)
    private func reject(
        _ kind: KoladaReject.Kind, found: String, value: Int, to collector: inout SliceCollector
    ) {
        collector.reject(
            KoladaReject(
                kind: kind, indicator: indicator, year: year, found: found,
                byteOffset: byteOffset, path: "$.values[\(index)].values[\(value)]"))
    }
}
