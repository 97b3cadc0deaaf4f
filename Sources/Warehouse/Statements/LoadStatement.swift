public import Indicators
public import Postgres

/// Queries of a load: ledger, staging, merge.
public enum LoadStatement {
    /// Opens a load in the ledger.
    public static let beginLoad = Statement(
        "load/begin_load", [Int32.self, Int16.self, [UInt8].self], returning: Int32.self)

    /// Opens a run in the ledger.
    public static let beginRun = Statement(
        "load/begin_run", [String.self, String.self, String.self, String.self, Int32.self],
        returning: Int32.self)

    /// Builds the indexes of the outcomes after a bulk load.
    public static let buildOutcomeIndexes = Command("load/build_outcome_indexes")

    /// Tells the planner what is kept of distributions and places.
    public static let analyzeRankings = Command("load/analyze_rankings")

    /// How many outcomes and targets all loads so far have added, from the ledger.
    public static let countFacts = Statement("load/count_facts", returning: Int64.self)

    /// What lies in staging: proves that nothing was lost between staging and merging.
    public static let countStaged = Statement(
        "load/count_staged", returning: Int64.self, Int64.self)

    /// How many outcomes a source stated before and how many of them it no longer states.
    public static let countVanishedOutcomes = Statement(
        "load/count_vanished_outcomes", [[Int32].self], returning: Int64.self, Int64.self)

    /// How many targets a source stated before and how many of them it no longer states.
    public static let countVanishedTargets = Statement(
        "load/count_vanished_targets", [[Int32].self], returning: Int64.self, Int64.self)

    /// Drops the indexes of the outcomes before a bulk load.
    public static let dropOutcomeIndexes = Command("load/drop_outcome_indexes")

    /// Writes staged outcomes of a source that has never been loaded, without comparing.
    public static let fillOutcomes = Command("load/fill_outcomes", [Int32.self])

    /// The identity of the last load of a source that was merged, by the source's name.
    public static let findLastIdentity = Statement(
        "load/find_last_identity", [String.self], returning: [UInt8].self)

    /// The last load of a source that was merged.
    public static let findLastLoad = Statement(
        "load/find_last_load", [Int16.self], returning: Int32.self, [UInt8].self,
        PostgresTimestamp.self)

    /// Whether staging holds any figure more than once.
    public static let findRepetition = Statement("load/find_repetition", returning: Bool.self)

    /// Completes a load's ledger row; the last statement before the commit.
    public static let finishLoad = Statement(
        "load/finish_load",
        [
            Int32.self, String.self, Int64.self, Int64.self, Int64.self, Int64.self, Int64.self,
            Int64.self, Int64.self, Int64.self, Double.self,
        ], returning: PostgresTimestamp.self)

    /// Closes a run in the ledger.
    public static let finishRun = Command("load/finish_run", [Int32.self, Int16.self])

    /// Records a file that a load read.
    public static let insertLoadFile =
        Command(
            "load/insert_load_file",
            [Int32.self, Int16.self, String.self, [UInt8].self, Int64.self, String.self]
        )

    /// Records what became of a source in a run.
    public static let insertRunSource = Command(
        "load/insert_run_source",
        [Int32.self, String.self, String.self, Int16.self, String.self, Double.self])

    /// Records what a stage of a run took.
    public static let insertRunStage = Command(
        "load/insert_run_stage",
        [Int32.self, String.self, String.self, Double.self, Int64.self, Int64.self])

    /// Adds the periods that the dimension does not have yet.
    public static let insertPeriods =
        Command(
            "load/insert_periods",
            [
                [Int32].self, [String].self, [String].self, [Int16].self, [String].self,
                [String].self, [Bool].self,
            ]
        )

    /// Everything by which files name indicators, but for the secret ones.
    public static let listDimensionIndicators = Statement(
        "load/list_dimension_indicators", returning: Int32.self, String.self, String.self,
        String.self, String.self)

    /// Everything by which files name municipalities: codes, current names and aliases.
    public static let listDimensionMunicipalities = Statement(
        "load/list_dimension_municipalities", returning: Int16.self, String.self, String.self,
        String.self)

    /// The newest load of each source with its counts.
    public static let listLoadStatus = Statement(
        "load/list_load_status", returning: String.self, String.self, Int32.self, Int32.self,
        String.self, PostgresTimestamp.self, Int64.self, Int64.self, Int64.self, Int64.self,
        Int64.self, Int64.self, Int64.self, Double.self, PostgresTimestamp?.self)

    /// Rejects of a run, or of each source's newest run.
    public static let listRejects = Statement(
        "load/list_rejects", [Int32.self], returning: String.self, Int32.self, Int32.self,
        String.self, Int32.self, Int16?.self, String?.self, String?.self, String.self, String.self,
        String.self, String?.self, String?.self, String?.self, String?.self)

    /// The newest runs.
    public static let listRuns = Statement(
        "load/list_runs", [Int32.self], returning: Int32.self, String.self, String.self,
        String.self, PostgresTimestamp.self, PostgresTimestamp?.self, Int16?.self, Int64.self)

    /// When each source last succeeded completely and last failed.
    public static let listSourceHealth = Statement(
        "load/list_source_health", returning: String.self, PostgresTimestamp?.self, Int32?.self,
        PostgresTimestamp?.self, Int32?.self, Int16?.self, String?.self)

    /// Every document through which a source has ever stated figures.
    public static let listSourceDocuments = Statement(
        "load/list_source_documents", [Int16.self], returning: Int32.self)

    /// Merges staged outcomes into the facts: writes only what differs, keeps what it replaces.
    public static let mergeOutcomes = Statement(
        "load/merge_outcomes", [Int32.self], returning: Int64.self, Int64.self, Int64.self)

    /// Merges staged targets into the facts: writes only what differs, keeps what it replaces.
    public static let mergeTargets = Statement(
        "load/merge_targets", [Int32.self], returning: Int64.self, Int64.self, Int64.self)

    /// Brings the distributions and places of changed slices up to date.
    public static let refreshRankings = Statement(
        "load/refresh_rankings", [[Int32].self], returning: Int32.self)

    /// Indicators of which nothing is shown until their figures have been looked at.
    public static let listUncheckedIndicators = Statement(
        "load/list_unchecked_indicators", returning: Int32.self)

    /// Every statement about an indicator, whatever the document and version.
    public static let listInternalStatements = Statement(
        "load/list_internal_statements", [Int32.self], returning: Int16.self, Int32.self,
        String.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, Int32?.self)

    /// Lets figures of an internal indicator be shown.
    public static let clearOutcomes = Command(
        "load/clear_outcomes", [Int32.self, [Int16].self, [Int32].self, [Int16].self])

    /// Lets nothing of some indicators be shown.
    public static let withdrawClearances = Command(
        "load/withdraw_clearances", [[Int32].self])

    /// Notes that the figures of some indicators have been looked at.
    public static let forgetUnchecked = Command("load/forget_unchecked", [[Int32].self])

    /// A digest of everything that resolving names depends on, so that a changed alias is a new identity.
    public static let referenceDigest = Statement("load/reference_digest", returning: [UInt8].self)

    /// The time now, by the clock from which recorded time is taken.
    public static let readClock = Statement("load/read_clock", returning: PostgresTimestamp.self)

    /// Rejects figures that the files state more than once and differently, all of them.
    public static let rejectContradictions = Statement(
        "load/reject_contradictions", [Int32.self], returning: Int64.self)

    /// Keeps the first of figures that the files repeat identically.
    public static let removeRepetitions = Statement(
        "load/remove_repetitions", returning: Int64.self)

    /// Takes the lock that only one run may hold, or says at once that another holds it.
    public static let tryRunLock = Statement(
        "load/try_run_lock", [Int64.self], returning: Bool.self)

    /// Records registered documents as documents of a source, with the committees that issued them.
    public static let upsertDocuments = Statement(
        "load/upsert_documents", [Int16.self, [String].self], returning: Int32.self, String.self)

    /// Records a source as its own document, for sources that name none.
    public static let upsertOwnDocument = Statement(
        "load/upsert_own_document", [Int16.self], returning: Int32.self)

    /// Records a report as a document of its source.
    public static let upsertReport = Statement(
        "load/upsert_report",
        [
            Int16.self, String.self, String.self, String.self, String.self, String.self,
            String.self, String.self, [UInt8].self,
        ], returning: Int32.self)

    /// Records a source as its specification declares it.
    public static let upsertSource = Statement(
        "load/upsert_source",
        [String.self, String.self, String.self, String.self, String.self, Int16.self],
        returning: Int16.self)

    /// Closes outcomes that a source stated before and no longer states.
    public static let withdrawOutcomes = Statement(
        "load/withdraw_outcomes", [Int32.self, [Int32].self], returning: Int64.self)

    /// Closes targets that a source stated before and no longer states.
    public static let withdrawTargets = Statement(
        "load/withdraw_targets", [Int32.self, [Int32].self], returning: Int64.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            beginLoad.erased, clearOutcomes.erased, forgetUnchecked.erased,
            listInternalStatements.erased, listUncheckedIndicators.erased,
            withdrawClearances.erased,
            beginRun.erased,
            analyzeRankings.erased, buildOutcomeIndexes.erased,
            countFacts.erased,
            countStaged.erased,
            countVanishedOutcomes.erased,
            countVanishedTargets.erased,
            dropOutcomeIndexes.erased,
            fillOutcomes.erased,
            findLastIdentity.erased,
            findLastLoad.erased,
            findRepetition.erased,
            finishLoad.erased,
            finishRun.erased,
            insertLoadFile.erased,
            insertPeriods.erased,
            insertRunSource.erased,
            insertRunStage.erased,
            listDimensionIndicators.erased,
            listDimensionMunicipalities.erased,
            listLoadStatus.erased,
            listRejects.erased,
            listRuns.erased,
            listSourceHealth.erased,
            readClock.erased,
            listSourceDocuments.erased,
            mergeOutcomes.erased,
            mergeTargets.erased,
            referenceDigest.erased,
            refreshRankings.erased,
            rejectContradictions.erased,
            removeRepetitions.erased,
            tryRunLock.erased,
            upsertDocuments.erased,
            upsertOwnDocument.erased,
            upsertReport.erased,
            upsertSource.erased,
            withdrawOutcomes.erased,
            withdrawTargets.erased,
        ] + findings
    }
}
