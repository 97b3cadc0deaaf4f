public import Indicators

/// An indicator as Kolada's catalogue describes it, version 2 or 3.
public struct CatalogueIndicator: Sendable, Hashable {
    /// The id; text, since a catalogue may list what has another form than ids have today.
    public var id: String
    /// The title, with single blanks.
    public var title: String
    /// What is counted and where it comes from.
    public var description: String
    /// Whether values come for women and men too.
    public var isDividedByGender: Bool?
    /// Whom it concerns: K kommuner, L regions, A both.
    public var municipalityType: String?
    /// Whose activity it concerns; Kolada does not document its letters.
    public var auspice: String?
    /// The area of work; version 2 joins several by commas.
    public var operatingArea: String?
    /// Kolada's perspective, such as Resurser.
    public var perspective: String?
    /// When the next preliminary values are expected.
    public var preliminaryPublication: CalendarDay?
    /// When the next values are expected.
    public var publication: CalendarDay?
    /// The year that the next publication will carry.
    public var publicationYear: Int?
    /// Whether there are values for organisations within units.
    public var hasOrganisationData: Bool?

    /// The id in the form that values have, if it has that form.
    public var indicatorID: KoladaIndicatorID? { KoladaIndicatorID(id) }

    /// What the title says about the measure.
    public var reading: TitleReading { TitleReading(title) }

    /// Whether its own text says that collection goes on all autumn.
    public var collectsAllAutumn: Bool { DescriptionReading(description).collectsInAutumn }

    /// When its values are published.
    public var plan: PublicationPlan {
        PublicationPlan(
            source: "kolada", year: publicationYear, preliminaryDay: preliminaryPublication,
            finalDay: publication, collectsInAutumn: collectsAllAutumn)
    }
}
