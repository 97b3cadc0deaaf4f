public import Indicators

/// What a source says of its indicators, units and groups.
public struct Catalogue: Sendable {
    /// An indicator as the catalogue has it; empty texts are unknown.
    public struct Entry: Sendable, Hashable {
        /// Its code.
        public var code: IndicatorCode
        /// Title as the catalogue has it.
        public var title: String
        /// Description as the catalogue has it.
        public var description: String
        /// Area of work (verksamhetsområde).
        public var operatingArea: String
        /// Perspective, such as Resurser or Volymer.
        public var perspective: String
        /// Letter for whose activity is meant.
        public var auspice: String
        /// K for kommuner, L for regions, A for both.
        public var municipalityType: String
        /// The year that the next publication will carry.
        public var publicationPeriod: String
        /// Day of the next publication, `YYYY-MM-DD`.
        public var publicationDate: String
        /// Day of the next preliminary publication, `YYYY-MM-DD`.
        public var preliminaryDate: String
        /// Whether women and men have values of their own.
        public var isDividedByGender: Bool
        /// Whether single units (schools, homes) have values.
        public var hasUnitData: Bool

        /// Describes an indicator.
        public init(
            code: IndicatorCode, title: String, description: String = "",
            operatingArea: String = "", perspective: String = "", auspice: String = "",
            municipalityType: String = "", publicationPeriod: String = "",
            publicationDate: String = "", preliminaryDate: String = "",
            isDividedByGender: Bool = false, hasUnitData: Bool = false
        ) {
            self.code = code
            self.title = title
            self.description = description
            self.operatingArea = operatingArea
            self.perspective = perspective
            self.auspice = auspice
            self.municipalityType = municipalityType
            self.publicationPeriod = publicationPeriod
            self.publicationDate = publicationDate
            self.preliminaryDate = preliminaryDate
            self.isDividedByGender = isDividedByGender
            self.hasUnitData = hasUnitData
        }
    }

    /// A unit.
    public struct Unit: Sendable, Hashable {
        /// Its code.
        public var code: MunicipalityCode
        /// Its name.
        public var name: String
        /// Whether it is a kommun, a region or the nation.
        public var kind: MunicipalityKind

        /// Describes a unit.
        public init(code: MunicipalityCode, name: String, kind: MunicipalityKind) {
            self.code = code
            self.name = name
            self.kind = kind
        }
    }

    /// A group of units.
    public struct Group: Sendable, Hashable {
        /// Its id, such as `G37475`.
        public var id: String
        /// Its title, with the year of its members where they change by the year.
        public var title: String
        /// Its members.
        public var members: [MunicipalityCode]

        /// Describes a group.
        public init(id: String, title: String, members: [MunicipalityCode]) {
            self.id = id
            self.title = title
            self.members = members
        }
    }

    /// A group of indicators.
    public struct IndicatorGroup: Sendable, Hashable {
        /// Its id, such as `G2KPI150159`.
        public var id: String
        /// Its title.
        public var title: String
        /// Its members in the order of the catalogue.
        public var members: [IndicatorCode]

        /// Describes a group.
        public init(id: String, title: String, members: [IndicatorCode]) {
            self.id = id
            self.title = title
            self.members = members
        }
    }

    /// The indicators.
    public var indicators: [Entry]
    /// The units; empty when they were not asked for.
    public var units: [Unit]
    /// The groups; empty when they were not asked for.
    public var groups: [Group]
    /// The groups of indicators, all there are; empty when they were not asked for.
    public var indicatorGroups: [IndicatorGroup]
    /// Whether `indicators` are all there are, so that one that is absent has vanished.
    public var isWhole: Bool
    /// SHA-256 over the answers that hold it; 32 bytes.
    public var sha256: [UInt8]

    /// Describes a catalogue.
    public init(
        indicators: [Entry], units: [Unit] = [], groups: [Group] = [],
        indicatorGroups: [IndicatorGroup] = [], isWhole: Bool, sha256: [UInt8]
    ) {
        self.indicators = indicators
        self.units = units
        self.groups = groups
        self.indicatorGroups = indicatorGroups
        self.isWhole = isWhole
        self.sha256 = sha256
    }
}
