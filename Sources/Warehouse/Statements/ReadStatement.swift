public import Indicators
public import Postgres

/// Queries of the reading side: they touch the schema `mart` only.
public enum ReadStatement {
    /// One indicator in one period for several municipalities, as known now.
    public static let compareOutcomes = Statement(
        "read/compare_outcomes", [Int32.self, Int32.self, Int16.self, [Int16].self],
        returning: Int16.self, ScaledDecimal?.self, Int16.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self, String.self, String.self, String?.self)

    /// One indicator in one period for several municipalities, as known at a time in the past.
    public static let compareOutcomesAsOf = Statement(
        "read/compare_outcomes_as_of",
        [Int32.self, Int32.self, Int16.self, [Int16].self, PostgresTimestamp.self],
        returning: Int16.self, ScaledDecimal?.self, Int16.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self, String.self, String.self, String?.self)

    /// What is stated of one indicator for all kommuner, where numerator and denominator are.
    public static let listNationwide = Statement(
        "read/list_nationwide", [Int32.self, Int32.self, Int16.self, PostgresTimestamp.self],
        returning: Int16.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self)

    /// Indicators that have outcomes, with how many and over which years.
    public static let countOutcomes = Statement(
        "read/count_outcomes", [[Int32].self], returning: Int32.self, Int64.self, Int16.self,
        Int16.self, Int64.self)

    /// The receipt of a figure: every statement and version of it with its file, line and load.
    public static let explainOutcome = Statement(
        "read/explain_outcome", [Int32.self, Int16.self, Int32.self], returning: String.self,
        String.self, String.self, String.self, PostgresDate?.self, String?.self, String?.self,
        [UInt8]?.self, String.self, String?.self, String?.self, Int16.self, Int64.self, Int32.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, Int32?.self, Int16.self,
        Int32?.self, String?.self, String?.self, [UInt8]?.self, Int32.self, Int16.self, Int32?.self,
        Int32.self, PostgresTimestamp.self, PostgresTimestamp?.self, String?.self,
        PostgresTimestamp?.self)

    /// The receipt of a target: every statement and version of it with its file, line and load.
    public static let explainTarget = Statement(
        "read/explain_target", [Int32.self, Int16.self, Int32.self], returning: String.self,
        String.self, String.self, Int32.self, ScaledDecimal?.self, Int16.self, Bool.self,
        Int32?.self, String?.self, String?.self, [UInt8]?.self, Int32.self, Int16.self, Int32?.self,
        Int32.self, PostgresTimestamp.self, PostgresTimestamp?.self)

    /// Outcomes in long form, in a stable order: indicator, municipality, period, gender, document.
    public static let exportOutcomes = Statement(
        "read/export_outcomes",
        [
            [Int32].self, [Int16].self, PostgresDate.self, PostgresDate.self, [Int16].self,
            PostgresTimestamp.self, Bool.self,
        ], returning: String.self, String.self, String.self, String.self, String.self, String.self,
        ScaledDecimal?.self, String.self, ScaledDecimal?.self, ScaledDecimal?.self, String.self,
        String.self, PostgresTimestamp.self)

    /// Targets in long form, in a stable order: indicator, municipality, period, gender, document.
    public static let exportTargets = Statement(
        "read/export_targets",
        [
            [Int32].self, [Int16].self, PostgresDate.self, PostgresDate.self, [Int16].self,
            PostgresTimestamp.self, Bool.self,
        ], returning: String.self, String.self, String.self, String.self, String.self, String.self,
        ScaledDecimal?.self, String.self, ScaledDecimal?.self, ScaledDecimal?.self, String.self,
        String.self, PostgresTimestamp.self)

    /// The time just before a run, and those after it, changed anything.
    public static let findChangesSince = Statement(
        "read/find_changes_since", [Int32.self, PostgresTimestamp.self], returning: Int32.self,
        PostgresTimestamp.self)

    /// Outcomes of which another thing is known at a time than was known at an earlier one.
    public static let listChanges = Statement(
        "read/list_changes",
        [
            PostgresTimestamp.self, PostgresTimestamp.self, [Int32].self, Int16.self, String.self,
            PostgresDate.self,
        ], returning: Int32.self, String.self, String.self, Int16.self, ScaledDecimal?.self,
        Int16?.self, ScaledDecimal?.self, Int16?.self, Int32.self, PostgresTimestamp.self,
        String.self, Int64?.self, Int64?.self, Int64?.self, Int64?.self)

    /// The latest period of each kind for which a municipality has a final value of an indicator, as known now.
    public static let listFinalPeriods = Statement(
        "read/list_final_periods", [Int32.self, Int16.self, Int16.self, [Int32].self],
        returning: Int32.self)

    /// Periods with a final value, as known at a time in the past.
    public static let listFinalPeriodsAsOf = Statement(
        "read/list_final_periods_as_of",
        [Int32.self, Int16.self, Int16.self, PostgresTimestamp.self, [Int32].self],
        returning: Int32.self)

    /// Members of a peer group on a day, as known at a time.
    public static let listGroupMembers = Statement(
        "read/list_group_members", [String.self, PostgresDate.self, PostgresTimestamp.self],
        returning: Int16.self, String.self, String.self, String.self)

    /// Names under which sources print indicators.
    public static let listIndicatorAliases = Statement(
        "read/list_indicator_aliases", returning: Int32.self, String.self)

    /// What looks odd in one indicator, period and gender.
    public static let listFigureWarnings = Statement(
        "read/list_figure_warnings", [Int32.self, Int32.self, Int16.self, [Int16].self],
        returning: Int16?.self, String.self, ScaledDecimal.self, ScaledDecimal?.self)

    /// Groups of indicators with their size, as listed now.
    public static let listIndicatorGroups = Statement(
        "read/list_indicator_groups", returning: String.self, String.self, String.self,
        Int64.self)

    /// Members of a group of indicators as known at a time.
    public static let listIndicatorGroupMembers = Statement(
        "read/list_indicator_group_members", [String.self, PostgresTimestamp.self],
        returning: Int32.self)

    /// Every indicator with its current description; of one code, when a code is given.
    public static let listIndicators = Statement(
        "read/list_indicators", [String.self], returning: Int32.self, String.self, String.self,
        String?.self, String.self, Int16.self, String.self, String.self, String?.self, String?.self,
        String?.self, String?.self, Int16?.self, String?.self, String?.self, String?.self,
        String.self, String.self, [Int16].self, [String].self, String.self, String?.self,
        Int16?.self, PostgresDate?.self, PostgresDate?.self, Bool.self, [Int32].self)

    /// What a catalogue said of an indicator's publication at a time in the past.
    public static let findPublicationAsOf = Statement(
        "read/find_publication_as_of", [Int32.self, PostgresTimestamp.self],
        returning: String.self, Int16?.self, PostgresDate?.self, PostgresDate?.self, Bool.self)

    /// Every municipality, region and the nation with current names and groups.
    public static let listMunicipalities = Statement(
        "read/list_municipalities", returning: Int16.self, String.self, String.self, String.self,
        String?.self, String?.self, String?.self, String?.self)

    /// Units that have one of some codes or exact names.
    public static let findMunicipalities = Statement(
        "read/find_municipalities", [[String].self], returning: Int16.self, String.self,
        String.self, String.self, String?.self)

    /// Names and groups of every municipality, region and the nation: what finding one by name needs.
    public static let listMunicipalityNames = Statement(
        "read/list_municipality_names", returning: Int16.self, String.self, String.self,
        String.self, String?.self)

    /// Other spellings of municipalities.
    public static let listMunicipalityAliases = Statement(
        "read/list_municipality_aliases", returning: Int16.self, String.self)

    /// Peer groups with their size, as of a day.
    public static let listPeerGroups = Statement(
        "read/list_peer_groups", [PostgresDate.self], returning: String.self, String.self,
        String.self, String.self, Int64.self)

    /// Periods for which an indicator has a value, newest first, with how many municipalities have one.
    public static let listPeriods = Statement(
        "read/list_periods", [Int32.self, Int16.self, Int16.self, PostgresTimestamp.self],
        returning: String.self, Int64.self)

    /// The last microsecond of a day in Stockholm.
    public static let endOfDay = Statement(
        "read/end_of_day", [String.self], returning: PostgresTimestamp.self)

    /// The point in time that a text after RFC 3339 names.
    public static let pointInTime = Statement(
        "read/point_in_time", [String.self], returning: PostgresTimestamp.self)

    /// Indicators for which a municipality has a value.
    public static let indicatorsWithOutcomes = Statement(
        "read/indicators_with_outcomes", [Int16?.self], returning: Int32.self)

    /// Indicators that have any outcome, in the order in which exports give them.
    public static let listExportedIndicators = Statement(
        "read/list_exported_indicators", returning: Int32.self)

    /// The number of the newest migration applied to this database.
    public static let schemaVersion = Statement("read/schema_version", returning: Int32.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            endOfDay.erased,
            pointInTime.erased,
            indicatorsWithOutcomes.erased,
            listExportedIndicators.erased,
            schemaVersion.erased,
            compareOutcomes.erased,
            compareOutcomesAsOf.erased,
            listNationwide.erased,
            countOutcomes.erased,
            explainOutcome.erased,
            explainTarget.erased,
            listEconomy.erased,
            listCommitteeActivities.erased,
            listAbsence.erased,
            listAbsenceCoverage.erased,
            exportOutcomes.erased,
            exportTargets.erased,
            findChangesSince.erased,
            listChanges.erased,
            findPublicationAsOf.erased,
            listFigureWarnings.erased,
            listIndicatorGroups.erased,
            listIndicatorGroupMembers.erased,
            figureOrigins.erased,
            listOutcomesByName.erased,
            listHarmonisation.erased,
            listFinalPeriods.erased,
            listFinalPeriodsAsOf.erased,
            listGroupMembers.erased,
            listIndicatorAliases.erased,
            listInternalIndicators.erased,
            listHiddenPeriods.erased,
            listIndicators.erased,
            listMunicipalities.erased,
            findMunicipalities.erased,
            listMunicipalityNames.erased,
            listMunicipalityAliases.erased,
            listPeerGroups.erased,
            listPeriods.erased,
        ] + standing
    }
}
