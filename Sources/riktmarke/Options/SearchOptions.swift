internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// Words to search for.
struct SearchOptions: ParsableArguments {
    @Argument(
        help: Text(
            sv: "Sökord eller början av en kod; utan dem visas alla.",
            en: "Words to search for, or the beginning of a code; all are shown without."
        ).help(valueName: "search"))
    var words: [String] = []

    /// The words as one text; `nil` when there are none.
    var text: String? {
        let text = words.joined(separator: " ")
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    /// What to say of a search that found nothing: status 1, since it is an answer.
    static func nothing(_ text: String, _ what: Text, command: String) -> Failure {
        Failure(
            .negative, code: "search.nothing",
            Text(sv: "\(what.sv) passar \"\(text)\"", en: "\(what.en) fits \"\(text)\""),
            at: .argument("SEARCH"),
            hint: Text(
                sv: "sök på färre eller kortare ord; alla visas med: riktmarke \(command)",
                en: "search for fewer or shorter words; all are shown with: riktmarke \(command)"))
    }

    /// The line above hits that fit only roughly.
    static func approximate(_ text: String) -> Text {
        Text(
            sv: "Inget passar \"\(text)\" exakt; det som liknar visas.",
            en: "Nothing fits \"\(text)\" exactly; what is like it is shown.")
    }
}
