/// An indicator (nyckeltal) with its current description.
public struct Indicator: Sendable, Hashable {
    /// Surrogate key in `dw.dim_indicator`.
    public var key: Int32
    /// Kolada's id or the municipality's own code.
    public var code: IndicatorCode
    /// Official Swedish title.
    public var title: String
    /// What is counted, in short sentences.
    public var definition: String?
    /// Unit as it stands in a column head: procent, antal, kr/inv, dagar.
    public var unit: String
    /// Decimals that the publisher prints.
    public var decimals: UInt8
    /// What kind of number the value is.
    public var valueKind: ValueKind
    /// Which direction is good.
    public var polarity: Polarity
    /// Why the polarity was set so.
    public var polarityReason: String?
    /// Title of 100 − value, only where the outcome is exhaustive in two.
    public var complementTitle: String?
    /// Who publishes it.
    public var publisher: String?
    /// Area of work (verksamhetsområde).
    public var operatingArea: String?
    /// Last year for which it is collected, if it has ended.
    public var discontinuedYear: Int?
    /// How often it is measured.
    public var frequency: String?
    /// Which cases a year speaks of, when that is not the year itself.
    public var referenceWindow: String?
    /// When in the year a figure is preliminary or final.
    public var publicationRule: String?
    /// How an interval may be computed.
    public var uncertainty: Uncertainty
    /// Who may see its values.
    public var disclosure: Disclosure
    /// Years from which it is not comparable with the years before, rising.
    public var seriesBreaks: [SeriesBreak]
    /// Where this description comes from.
    public var origin: DescriptionOrigin
    /// When its values are published, where a catalogue says so.
    public var publication: PublicationPlan?
    /// Keys of periods in which something looked odd when it was last checked.
    public var warningPeriods: [Int32]

    /// Describes an indicator.
    public init(
        key: Int32, code: IndicatorCode, title: String, definition: String? = nil, unit: String,
        decimals: UInt8, valueKind: ValueKind, polarity: Polarity, polarityReason: String? = nil,
        complementTitle: String? = nil, publisher: String? = nil, operatingArea: String? = nil,
        discontinuedYear: Int? = nil, frequency: String? = nil, referenceWindow: String? = nil,
        publicationRule: String? = nil, uncertainty: Uncertainty, disclosure: Disclosure,
        seriesBreaks: [SeriesBreak] = [], origin: DescriptionOrigin = .curated,
        publication: PublicationPlan? = nil, warningPeriods: [Int32] = []
    ) {
        self.key = key
        self.code = code
        self.title = title
        self.definition = definition
        self.unit = unit
        self.decimals = decimals
        self.valueKind = valueKind
        self.polarity = polarity
        self.polarityReason = polarityReason
        self.complementTitle = complementTitle
        self.publisher = publisher
        self.operatingArea = operatingArea
        self.discontinuedYear = discontinuedYear
        self.frequency = frequency
        self.referenceWindow = referenceWindow
        self.publicationRule = publicationRule
        self.uncertainty = uncertainty
        self.disclosure = disclosure
        self.seriesBreaks = seriesBreaks
        self.origin = origin
        self.publication = publication
        self.warningPeriods = warningPeriods
    }
}
