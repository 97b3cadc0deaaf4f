public import Diagnostics

extension ReportReading {
    /// Everything in the document that contradicts itself or cannot be, in the order of the lines.
    ///
    /// Differences that rounding explains are notes. A document that does not fit its manifest is
    /// searched for impossible dates only.
    public var findings: [Finding] { collected.inOrder }

    /// Whether not all of the findings are told; empty for every real report.
    public var findingDiagnostics: [Diagnostic] { collected.diagnostics }

    private var collected: FindingCollector {
        var collector = FindingCollector(document.path)
        collector.check(flow)
        if fits {
            for table in tables { collector.check(table) }
            collector.checkAgainstEachOther(figures)
            collector.checkPossible(figures)
        }
        return collector
    }
}
