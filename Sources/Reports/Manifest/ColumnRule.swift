public import Indicators

/// What a column of a table holds, as a manifest declares it.
public struct ColumnRule: Sendable, Hashable {
    /// The part that a column plays in its table.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Figures.
        case figure
        /// What the row is about.
        case name
        /// The own code of a unit of organisation.
        case code
        /// The kommun that the row is about.
        case municipality
        /// The tertials of follow-up.
        case flags
        /// The period that the row is about.
        case period
        /// A date.
        case date
        /// Words that are no figures.
        case text
    }

    /// The heading as printed, wraps undone; empty for a column without one.
    public var header: String
    /// The heading that stands above this and its neighbours.
    public var group: String?
    /// The part that the column plays.
    public var role: Role = .figure
    /// What its figures say; figures only.
    public var measure: FigureMeasure?
    /// The period of its figures; `nil` where row or table gives it.
    public var period: ReportPeriod?
    /// The unit of its figures; `nil` where the table gives it.
    public var unit: FigureUnit?
    /// Whom its figures speak of.
    public var gender: Gender = .total
    /// What exactly is measured, where the heading says more than the measure.
    public var definition: String?

    /// Creates a rule with a heading and a role.
    public init(header: String, role: Role = .figure) {
        self.header = header
        self.role = role
    }
}

/// The period of a column: fixed, or a tertial of the year that the row names.
public enum ReportPeriod: Sendable, Hashable, CustomStringConvertible {
    /// A period of its own.
    case fixed(Period)
    /// A tertial of the row's year, from 1 to 3.
    case tertialOfRow(Int)
    /// The source does not say.
    case undeclared

    /// Reads `2017`, `2018-T1`, `2017-12-31`, `T2` or `none`; `nil` for anything else.
    public init?(_ text: String) {
        if text == "none" {
            self = .undeclared
        } else if let tertial = FollowUp.tertial(text), tertial.repair == nil {
            self = .tertialOfRow(tertial.number)
        } else if let period = Period(text) {
            self = .fixed(period)
        } else {
            return nil
        }
    }

    /// Whether the row must say the year.
    var isOfRow: Bool { if case .tertialOfRow = self { true } else { false } }

    /// The form in which manifests write it.
    public var description: String {
        switch self {
        case .fixed(let period): period.description
        case .tertialOfRow(let number): "T\(number)"
        case .undeclared: "none"
        }
    }
}
