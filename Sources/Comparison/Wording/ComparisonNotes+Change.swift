public import Diagnostics
public import Indicators

extension ComparisonNotes {
    /// What must be said of a change since an earlier period.
    public static func notes(of change: PeriodComparison, in table: ComparisonTable) -> [Text] {
        var notes: [Text] = []
        if let seriesBreak = change.seriesBreak {
            notes.append(
                Text(
                    sv: "Inget omdöme om förändringen: brott i serien från \(seriesBreak.year): "
                        + "\(seriesBreak.reason)",
                    en: "No verdict on the change: break in the series from \(seriesBreak.year): "
                        + "\(seriesBreak.reason)"))
        }
        if table.period.isCumulative {
            notes.append(
                Text(
                    sv:
                        "\(change.earlier) är ackumulerat för samma månader; inget är omräknat till "
                        + "helår.",
                    en:
                        "\(change.earlier) accumulates over the same months; nothing is scaled to a "
                        + "full year."))
        }
        return notes
    }

    /// What a target says, and whether it may be held against the figure.
    ///
    /// A target holds for its own declared period only; a source that prints just "Mål 70" beside
    /// the figures of a tertial has not said which it means.
    ///
    /// - Parameters:
    ///   - target: the target.
    ///   - isDeclared: whether the source states the period it holds for.
    ///   - source: title of the document that states it.
    ///   - table: the comparison; its focus is who the target is for.
    /// - Returns: whole sentences.
    public static func target(
        _ target: ScaledDecimal, isDeclared: Bool, source: String, in table: ComparisonTable
    ) -> Text {
        let shown = table.indicator.sentence(target)
        let beginning = Text(
            sv: "Mål för \(table.focus.name): \(shown.sv) (\(source))",
            en: "Target of \(table.focus.name): \(shown.en) (\(source))")
        guard isDeclared else {
            return Text(
                sv:
                    "\(beginning.sv). Källan säger inte vilken period målet gäller, så inget omdöme "
                    + "ges.",
                en: "\(beginning.en). The source does not say for which period, so no verdict is "
                    + "given.")
        }
        guard let row = table.focusRow, let value = row.value, table.polarity.ranks,
            !table.isComplement
        else { return Text(sv: "\(beginning.sv).", en: "\(beginning.en).") }
        let isReached = table.polarity == .high ? value >= target : value <= target
        let isUnsure = row.interval.map { $0.lower <= target && target <= $0.upper } == true
        return Text(
            sv: "\(beginning.sv): \(isReached ? "uppnått" : "ej uppnått")"
                + (isUnsure ? "; skillnaden ryms i osäkerheten." : "."),
            en: "\(beginning.en): \(isReached ? "reached" : "not reached")"
                + (isUnsure ? "; the difference is within the uncertainty." : "."))
    }
}

extension ComparisonSentence {
    /// How the focus has changed since an earlier period; `nil` where a value is missing.
    public func change(_ change: PeriodComparison) -> Text? {
        guard let own = change[finding.focus], let difference = own.contrast.difference else {
            return nil
        }
        let size = NumberWords.text(difference, signed: true)
        let unit = finding.indicator.differenceUnit
        let name = finding.focus.name
        let beginning = Text(
            sv: "Sedan \(change.earlier) har \(name) ändrats \(size.sv) \(unit.sv)",
            en: "Since \(change.earlier) \(name) has changed by \(size.en) \(unit.en)")
        guard let interval = own.contrast.interval else {
            return Text(
                sv: "\(beginning.sv), utan omdöme.", en: "\(beginning.en), without a verdict.")
        }
        let lower = NumberWords.text(interval.lower, decimals: finding.meanDecimals, signed: true)
        let upper = NumberWords.text(interval.upper, decimals: finding.meanDecimals, signed: true)
        let word = Self.changed(own.contrast.verdict)
        return Text(
            sv: "\(beginning.sv) (95 % intervall \(lower.sv) till \(upper.sv)): \(word.sv).",
            en: "\(beginning.en) (95 % interval \(lower.en) to \(upper.en)): \(word.en).")
    }

    private static func changed(_ verdict: Verdict) -> Text {
        switch verdict {
        case .better: Text(sv: "en förbättring", en: "an improvement")
        case .worse: Text(sv: "en försämring", en: "a deterioration")
        case .higher: Text(sv: "en säker ökning", en: "a certain rise")
        case .lower: Text(sv: "en säker minskning", en: "a certain fall")
        case .similar, .uncertaintyUnknown, .none:
            Text(sv: "kan inte skiljas från slumpen", en: "cannot be told from chance")
        }
    }
}
