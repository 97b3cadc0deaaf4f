/// Which direction of an indicator is good.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
    /// A high value is good.
    case high
    /// A low value is good.
    case low
    /// A value inside a band is good.
    case band
    /// Neither direction is good: volumes, costs, populations.
    case none
    /// Nobody has decided; never coloured, never ranked.
    case unknown

    /// The polarity of the complement 100 − value.
    public var complement: Polarity {
        switch self {
        case .high: .low
        case .low: .high
        case .band, .none, .unknown: self
        }
    }

    /// Whether values can be ranked from best to worst.
    public var ranks: Bool { self == .high || self == .low }
}

/// What kind of number an indicator's value is.
public enum ValueKind: String, Sendable, Hashable, CaseIterable {
    /// A share of a whole, in percent.
    case share
    /// A number of things or persons.
    case count
    /// Events by population.
    case rate
    /// Money.
    case amount
    /// A mean of measurements.
    case mean
    /// A median of measurements.
    case median
    /// An index or score without a unit of its own.
    case index
    /// Yes (1) or no (0).
    case boolean
    /// A deviation from a reference.
    case deviation
    /// A quotient of two quantities.
    case ratio
}

/// How uncertainty about an indicator's value can be stated.
public enum Uncertainty: String, Sendable, Hashable, CaseIterable {
    /// A share of counted persons: an interval needs numerator and denominator.
    case persons
    /// Counts that come in clusters: an interval needs overdispersion as well.
    case clustered
    /// A survey: respondents and response rate are shown.
    case survey
    /// Money, working time, days, indices, yes/no, deviations: never an interval.
    case none
}

/// Who may see an indicator's values.
public enum Disclosure: String, Sendable, Hashable, CaseIterable {
    /// Published values.
    case `public`
    /// Internal values: small numbers are suppressed.
    case `internal`
    /// Never leaves the case system.
    case secret
}

/// What kind of unit a municipality code stands for.
public enum MunicipalityKind: String, Sendable, Hashable, CaseIterable {
    /// A kommun.
    case municipality
    /// A region.
    case region
    /// Riket.
    case nation
}
