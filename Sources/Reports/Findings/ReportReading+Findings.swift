extension ReportReading {
    /// Everything in the document that contradicts itself or cannot be, in the order of the lines.
    ///
    /// Differences that rounding explains are notes. A document that does not fit its manifest is
    /// searched for impossible dates only.
    public var findings: [Finding] {
        var collector = FindingCollector(document.path)
        collector.check(flow)
        if fits {
            for table in tables { collector.check(table) }
            collector.checkAgainstEachOther(figures)
            collector.checkPossible(figures)
        }
        return collector.findings.sorted {
            ($0.line, $0.rule.rawValue, $0.printed) < ($1.line, $1.rule.rawValue, $1.printed)
        }
    }
}
