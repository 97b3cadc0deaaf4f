/// The status words of unknown meaning that have been met, numbered from 1.
struct StatusWords: Sendable {
    private(set) var list: [String] = []
    private(set) var hashes: [UInt64] = []
    private var numbers: [String: UInt8] = [:]

    /// The number of a word; nil when it is new and 255 are known already.
    mutating func number(of word: String) -> UInt8? {
        if let number = numbers[word] { return number }
        guard list.count < 255 else { return nil }
        list.append(word)
        hashes.append(SliceDigest.hash(ofWord: word))
        let number = UInt8(list.count)
        numbers[word] = number
        return number
    }
}
