/// Everything that Kolada's catalogue lists.
public struct KoladaCatalogue: Sendable, Hashable {
    /// The indicators.
    public var indicators: [CatalogueIndicator]
    /// The units: kommuner, regions and the nation.
    public var units: [CatalogueUnit]
    /// The groups of units.
    public var unitGroups: [CatalogueGroup]
    /// The groups of indicators.
    public var indicatorGroups: [CatalogueGroup]

    /// Puts a catalogue together.
    public init(
        indicators: [CatalogueIndicator] = [], units: [CatalogueUnit] = [],
        unitGroups: [CatalogueGroup] = [], indicatorGroups: [CatalogueGroup] = []
    ) {
        self.indicators = indicators
        self.units = units
        self.unitGroups = unitGroups
        self.indicatorGroups = indicatorGroups
    }
}
