/// What the description of an indicator says by its wording: catalogues have no fields for it either.
public struct DescriptionReading: Sendable, Hashable {
    /// Who publishes it, from the end: "… Källa: SCB." gives "SCB"; nil when nothing tells.
    public var publisher: String?
    /// Whether it says that collection goes on all autumn, so that means must wait.
    public var collectsInAutumn: Bool

    /// Reads a description.
    public init(_ text: String) {
        publisher = Self.publisher(in: text)
        collectsInAutumn = text.lowercased().split(separator: ".").contains { sentence in
            sentence.contains("samling") && sentence.contains("pågår") && sentence.contains("höst")
        }
    }

    private static func publisher(in text: String) -> String? {
        guard let marker = text.ranges(of: "Källa:").last else { return nil }
        let sentence = text[marker.upperBound...].prefix { $0 != "." }
        let name = TitleReading.singleBlanks(String(sentence))
        return name.isEmpty || name.count > 100 ? nil : name
    }
}
