/// Swedish words for whole numbers up to twelve.
enum NumberWord {
    /// The words, folded.
    static let values: [String: Int] = [
        "noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6,
        "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
    ]

    /// Words before a number that say it is not exact.
    static let hedges: Set<String> = [
        "cirka", "ca", "ca.", "circa", "ungefär", "drygt", "knappt", "nästan", "omkring", "runt",
        "uppskattningsvis", "närmare", "upp till", "fler än", "mer än", "minst", "högst",
    ]
}
