public import Diagnostics
internal import Indicators

/// What a profile says, in one or two sentences that a committee can read.
public enum ProfileSentence {
    /// The sentences: how many are worse and better beyond chance, and where the others lie.
    ///
    /// - Parameters:
    ///   - profile: the profile.
    ///   - peers: among whom the places are, in words that follow "bland".
    /// - Returns: the sentences, in the order in which they are read.
    public static func sentences(of profile: Profile, peers: Text) -> [Text] {
        let name = profile.focus.name
        let (all, judged) = (profile.rows.count, profile.judged)
        let worse = profile.tally.verdicts[.worse, default: 0]
        let better = profile.tally.verdicts[.better, default: 0]
        let when = profile.period.map(\.description)
        let beginning = Text(
            sv: "\(name) har \(all) nyckeltal \(when ?? "med värde")",
            en: "\(name) has \(all) indicators \(when.map { "in \($0)" } ?? "with a value")")
        let verdicts =
            judged == 0
            ? Text(
                sv: "inget av dem har ett underlag som säger om skillnader är mer än slump",
                en: "none of them has numbers that tell whether differences are more than chance")
            : Text(
                sv: "\(judged) kan prövas: \(worse) ligger sämre och \(better) bättre än de andra "
                    + "tillsammans, \(name) inte medräknad, mer än slumpen brukar ge",
                en:
                    "\(judged) can be tested: \(worse) worse and \(better) better than the others "
                    + "together, \(name) not counted, by more than chance tends to give")
        var sentences = [
            Text(
                sv: "\(beginning.sv); \(verdicts.sv).", en: "\(beginning.en); \(verdicts.en).")
        ]
        let (green, red) = (profile.count(.green), profile.count(.red))
        let coloured = profile.tally.coloured
        if coloured > 0 {
            sentences.append(
                Text(
                    sv: "Bland \(peers.sv) har \(coloured) en färg: \(red) i den sämsta "
                        + "fjärdedelen och \(green) i den bästa.",
                    en: "Among \(peers.en) \(coloured) have a colour: \(red) in the worst quarter "
                        + "and \(green) in the best."))
        }
        if let first = profile.rows.first, first.isWorse, first.movement == .worse {
            let value = first.indicator.sentence(first.value)
            sentences.append(
                Text(
                    sv: "Sämre och på väg åt fel håll är först \(first.indicator.title), "
                        + "\(first.period): \(value.sv).",
                    en: "Worse and going the wrong way is first \(first.indicator.title), "
                        + "\(first.period): \(value.en)."))
        }
        return sentences
    }
}
