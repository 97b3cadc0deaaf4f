public import SourceAdapters

/// How running text tells a figure, and where its manifest says that it belongs.
public struct FigureTelling: Sendable, Hashable {
    /// The printed words by which it was found, the figure and its unit among them.
    public var words: String
    /// Whether words make the figure negative, so that no sign is printed.
    public var isSignWorded: Bool
    /// Whether the manifest says the unit.
    public var isUnitDeclared: Bool
    /// The indicator whose outcome or target it is, by code or name; `nil` for none.
    public var indicator: String?
    /// What money is about; `nil` for what follows from subject and measure.
    public var subjectKind: EconomyStatement.Kind?
    /// Why the manifest keeps it out of the warehouse; `nil` where it does not.
    public var notLoaded: String?
}
