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
    public var collectsAllAutumn: Bool {
        description.lowercased().split(separator: ".").contains { sentence in
            sentence.contains("samling") && sentence.contains("pågår") && sentence.contains("höst")
        }
    }

    /// How far the publication of a year has come on a day.
    ///
    /// Preliminary from the preliminary publication until the final one, where the catalogue gives both
    /// for that year. Where collection goes on all autumn, a year is being collected until its final
    /// publication or, where none is announced, until it ends.
    public func state(ofYear year: Int, on day: CalendarDay) -> PublicationState {
        if collectsAllAutumn {
            if publicationYear == year, let publication {
                if day < publication { return .collecting }
            } else if year >= day.year {
                return .collecting
            }
        }
        if publicationYear == year, let preliminaryPublication, let publication,
            preliminaryPublication <= day, day < publication
        {
            return .preliminary
        }
        return .final
    }
}

/// How far the publication of a year has come.
public enum PublicationState: String, Sendable, Hashable, CaseIterable {
    /// Values may still be missing: they are shown, but have no mean, rank or colour.
    case collecting
    /// Values may still change.
    case preliminary
    /// Nothing says that values will change.
    case final
}
