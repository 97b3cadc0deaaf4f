public import Diagnostics
internal import Indicators
public import Kolada

/// What fetching some indicators has given: all of their slices, or none and the reason.
public struct FetchedBatch: Sendable {
    /// The indicators that were asked for.
    public var indicators: [KoladaIndicatorID]
    /// Their slices, ordered by indicator and year; none when something could not be fetched.
    public var slices: [SliceBatch]
    /// Why there is nothing.
    public var fault: FetchFault?
    /// What was met, in numbers.
    public var tally: ReadingTally
    /// The paths of the answers that were used, in order.
    public var paths: [String]
    /// How many bytes they have.
    public var bytes: Int

    /// What to say when something could not be fetched: which slices, and why.
    public func diagnostics(years: ClosedRange<Int>?) -> [Diagnostic] {
        guard let fault, var diagnostic = fault.diagnostics.first else { return [] }
        let list = indicators.map(\.description).joined(separator: ", ")
        let span = years.map { "\($0.lowerBound)-\($0.upperBound)" }
        diagnostic.notes.insert(
            Text(
                sv: "inte hämtade och därför orörda: \(list) \(span ?? "alla år")",
                en: "not fetched and therefore untouched: \(list) \(span ?? "all years")"), at: 0)
        return [diagnostic]
    }
}
