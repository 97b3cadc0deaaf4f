internal import Diagnostics

extension TerminalRenderer {
    /// Returns a sheet of facts for people at a terminal; ends with a newline.
    ///
    /// Labels stand in one column, values wrap beside them. A value without a place to break, such
    /// as a path, goes beyond the width rather than being cut.
    public func render(_ sheet: FactSheet) -> String {
        let language = style.language
        let labels = sheet.sections.flatMap(\.facts).map {
            DisplayWidth.of(Escaping.visible($0.label[language]))
        }
        let margin = min(labels.max() ?? 0, style.textWidth / 2) + 4
        var lines = wrapped(sheet.title[language]).map { Ink.strong.on($0, style) }
        lines += sheet.lead.flatMap { wrapped($0[language]) }
        for section in sheet.sections where !section.facts.isEmpty {
            lines.append("")
            lines += wrapped(section.heading[language]).map { Ink.strong.on($0, style) }
            for fact in section.facts {
                lines += self.lines(of: fact, margin: margin)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(of fact: FactSheet.Fact, margin: Int) -> [String] {
        let label = Escaping.visible(fact.label[style.language])
        let value = Fitting.wrap(
            Escaping.visible(fact.value[style.language]),
            width: max(20, style.textWidth - margin))
        return value.enumerated().map { index, line in
            index == 0
                ? Fitting.padRight("  " + label, to: margin) + line
                : Fitting.spaces(margin) + line
        }
    }

    private func wrapped(_ text: String) -> [String] {
        Fitting.wrap(Escaping.visible(text), width: style.textWidth)
    }
}
