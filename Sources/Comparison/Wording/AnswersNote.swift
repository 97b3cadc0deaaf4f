internal import Diagnostics
internal import Indicators

/// How many have answered surveys, of how many, and what those who did not may hide.
enum AnswersNote {
    /// The most surveys that one note lists.
    private static let listed = 25

    /// A note on all figures whose answers are counted by their source.
    ///
    /// - Parameter figures: figures of surveys, and what each is called.
    /// - Returns: one note; none where no answers are counted.
    static func notes(_ figures: [(name: String, figure: OutcomeFigure?)]) -> [Text] {
        let known = figures.compactMap { name, figure -> (String, OutcomeFigure.Counts)? in
            guard let counts = figure?.counts(.survey), !counts.isReaders else { return nil }
            return (name, counts)
        }
        guard !known.isEmpty else { return [] }
        func written(_ language: Language) -> String {
            var parts = known.prefix(listed).map { name, counts in
                let answers = NumberWords.text(counts.base)[language]
                guard let asked = counts.asked, let rate = counts.responseRate(decimals: 0)
                else { return "\(name) \(answers)" }
                let all = NumberWords.text(asked)[language]
                let of = Text(sv: "av", en: "of")[language]
                return "\(name) \(answers) \(of) \(all) (\(rate) %)"
            }
            let rest = known.count - parts.count
            if rest > 0 { parts.append(Text(sv: "\(rest) till", en: "\(rest) more")[language]) }
            return parts.joined(separator: "; ")
        }
        var note = Text(sv: "Svar: \(written(.sv)).", en: "Answers: \(written(.en)).")
        if known.contains(where: { $0.1.asked != nil }) {
            note.sv += " Bortfallet är resten: intervallen säger inget om vad de hade svarat."
            note.en +=
                " The rest did not answer: the intervals say nothing of what they would have said."
        }
        return [note]
    }
}
