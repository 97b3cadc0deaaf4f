/// What an answer of the API says besides its values.
public struct PageFacts: Sendable, Hashable {
    /// How many values the answer holds.
    public var valueCount = 0
    /// How many it says that it holds.
    public var declaredCount: Int?
    /// Where the next page is, as the server wrote it; nil on the last page.
    public var next: String?
    /// What the server says is wrong, where it says so instead of giving values.
    public var complaint: String?
}
