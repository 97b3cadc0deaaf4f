public import Indicators

/// An investigation or an intervention of a person, under pseudonyms.
public struct CaseRecord: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A formal investigation (utredning).
        case investigation
        /// An intervention (insats).
        case intervention
    }

    /// Pseudonym of the person, 32 bytes.
    public var person: [UInt8]
    /// Pseudonym of the case, 32 bytes.
    public var id: [UInt8]
    /// What it is.
    public var kind: Kind
    /// The day on which it was opened.
    public var openedOn: CalendarDay
    /// The day on which it was closed; `nil` while it is open.
    public var closedOn: CalendarDay?
    /// The day on which a new formal investigation began after the close; `nil` where none is told of.
    public var newInvestigationOn: CalendarDay?
    /// Age of the person on the day of the close; `nil` while it is open.
    public var ageAtClose: Int?
    /// Women or men; `nil` where it is neither or not told.
    public var gender: Gender?
    /// Whether it belongs to addiction care.
    public var isAddiction = false
    /// Whether it concerns economic assistance alone.
    public var isEconomicAssistance = false
    /// Whether the person came as an unaccompanied minor.
    public var isUnaccompaniedMinor = false

    /// Describes a case that is still open and of which nothing more is known.
    public init(person: [UInt8], id: [UInt8], kind: Kind, openedOn: CalendarDay) {
        self.person = person
        self.id = id
        self.kind = kind
        self.openedOn = openedOn
    }
}
