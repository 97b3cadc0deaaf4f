internal import Diagnostics
internal import Pipeline

/// How far a run has come, on one line of a terminal.
enum RunProgress {
    /// What to show after an event; `nil` to leave the line as it is.
    static func text(_ event: RunEvent) -> Text? {
        switch event {
        case .progress(let source, let rows):
            Text(sv: "\(source): \(rows) celler lästa", en: "\(source): \(rows) cells read")
        case .fetchBegan(let source, _, let requests, _, _, _, _):
            Text(
                sv: "\(source): \(requests) frågor att ställa",
                en: "\(source): \(requests) requests to make")
        case .requestAnswered(let source, _, _, _, let done, let total, let retries):
            fetched(source, done, total, retries)
        case .requestRetried(let source, _, _, let reason, let pause):
            Text(
                sv: "\(source): \(reason); frågar igen om \(Int(pause.rounded(.up))) s",
                en: "\(source): \(reason); asking again in \(Int(pause.rounded(.up))) s")
        default: nil
        }
    }

    private static func fetched(
        _ source: String, _ done: Int, _ total: Int, _ retries: Int
    ) -> Text {
        guard total > 0 else {
            return Text(sv: "\(source): hämtar katalogen", en: "\(source): fetching the catalogue")
        }
        var text = Text(
            sv: "\(source): \(done) av \(total) frågor besvarade",
            en: "\(source): \(done) of \(total) requests answered")
        if retries > 0 {
            text.sv += ", \(retries) omtag"
            text.en += ", \(retries) retries"
        }
        return text
    }
}
