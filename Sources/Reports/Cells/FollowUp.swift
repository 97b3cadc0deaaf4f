/// The tertials in which an indicator is followed up, printed as `T1 T2 T3`.
enum FollowUp {
    /// Reads one word; `nil` when it is none.
    ///
    /// `TI` and a Cyrillic T are read, with a note.
    static func tertial(_ word: some StringProtocol) -> (number: Int, repair: Repair?)? {
        let latin = LookAlike.latinised(word)
        let scalars = Array(latin.unicodeScalars)
        guard scalars.count == 2, scalars[0] == "T", let digit = LookAlike.digit(scalars[1]),
            let number = digit.character.wholeNumberValue, (1...3).contains(number)
        else { return nil }
        let read = "T\(number)"
        guard String(word) != read else { return (number, nil) }
        let kind: Repair.Kind = latin == String(word) ? .letterForDigit : .lookAlike
        return (number, Repair(kind, printed: String(word), read: read))
    }

    /// Reads a cell of words; `nil` when any of them is something else.
    static func tertials(_ cell: some StringProtocol) -> [Int]? {
        var found: [Int] = []
        for word in cell.split(whereSeparator: \.isWhitespace) {
            guard let tertial = tertial(word) else { return nil }
            found.append(tertial.number)
        }
        return found
    }
}
