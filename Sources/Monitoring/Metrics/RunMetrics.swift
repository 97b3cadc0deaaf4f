public import Diagnostics
public import Pipeline
internal import Warehouse

/// What a run has to show to Prometheus, as a file for node_exporter's textfile collector.
///
/// The collector refuses two files with the same figure, so a file is about one job and its sources.
public struct RunMetrics: Sendable {
    /// A source of the run.
    public struct Source: Sendable {
        /// Its name.
        public var name: String
        /// How many hours may pass between two complete successes.
        public var expectedEveryHours: Int?
        /// When it last succeeded completely, in seconds since 1970.
        public var lastSuccess: Double?
        /// What became of it in this run; nil when the run did not come so far.
        public var outcome: LoadOutcome?

        /// Describes a source.
        public init(
            name: String, expectedEveryHours: Int? = nil, lastSuccess: Double? = nil,
            outcome: LoadOutcome? = nil
        ) {
            self.name = name
            self.expectedEveryHours = expectedEveryHours
            self.lastSuccess = lastSuccess
            self.outcome = outcome
        }
    }

    /// What tells this file's run from those of others: the name of the file.
    public var job: String
    /// When the run began, in seconds since 1970.
    public var began: Double
    /// When it ended.
    public var ended: Double
    /// The status that the program exits with.
    public var exitStatus: ExitStatus
    /// The sources of the run.
    public var sources: [Source]

    /// Describes a run.
    public init(
        job: String, began: Double, ended: Double, exitStatus: ExitStatus, sources: [Source]
    ) {
        self.job = job
        self.began = began
        self.ended = ended
        self.exitStatus = exitStatus
        self.sources = sources
    }

    static let lastSuccessName = "riktmarke_source_last_success_timestamp_seconds"

    /// The whole file.
    public var text: String {
        (runFamilies + scheduleFamilies + rowFamilies + sliceFamilies + stageFamilies)
            .map(\.text).joined()
    }

    private var runFamilies: [MetricFamily] {
        func family(_ name: String, _ help: String, _ value: Double) -> MetricFamily {
            var family = MetricFamily("riktmarke_run_\(name)", help)
            family.add(value, ("job", job))
            return family
        }
        return [
            family("start_timestamp_seconds", "When the last run began.", began),
            family("end_timestamp_seconds", "When the last run ended.", ended),
            family(
                "exit_status", "Exit status of the last run; 0 is a complete success.",
                Double(exitStatus.rawValue)),
        ]
    }

    private var scheduleFamilies: [MetricFamily] {
        var success = MetricFamily(
            Self.lastSuccessName, "When the source last succeeded with nothing left over.")
        var expected = MetricFamily(
            "riktmarke_source_expected_interval_seconds",
            "How long may pass between two successes, as the source declares.")
        var status = MetricFamily(
            "riktmarke_source_exit_status", "What the source asked the last run to exit with.")
        for source in sources {
            let label = ("source", source.name)
            if let time = source.lastSuccess { success.add(time, label) }
            if let hours = source.expectedEveryHours { expected.add(Double(hours) * 3600, label) }
            if let outcome = source.outcome {
                status.add(Double(outcome.exitStatus.rawValue), label)
            }
        }
        return [success, expected, status]
    }

    private var rowFamilies: [MetricFamily] {
        var rows = MetricFamily(
            "riktmarke_source_rows",
            "Rows read by the last run, by what became of them; every row is in one of these.")
        var withdrawn = MetricFamily(
            "riktmarke_source_withdrawn_rows", "Figures that the source no longer states.")
        var missing = MetricFamily(
            "riktmarke_source_missing_rows", "Rows that state that there is no value.")
        for source in sources {
            guard let counts = source.outcome?.counts else { continue }
            let label = ("source", source.name)
            for (name, count) in [
                ("new", counts.new), ("revised", counts.revised),
                ("unchanged", counts.unchanged), ("duplicate", counts.duplicates),
                ("deleted", counts.deletions), ("rejected", counts.rejected),
            ] {
                rows.add(Double(count), label, ("outcome", name))
            }
            withdrawn.add(Double(counts.withdrawn), label)
            missing.add(Double(counts.missing), label)
        }
        return [rows, withdrawn, missing]
    }

    private var sliceFamilies: [MetricFamily] {
        var slices = MetricFamily(
            "riktmarke_source_slices", "Slices (indicator and year) by what became of them.")
        var notFetched = MetricFamily(
            "riktmarke_source_not_fetched_indicators", "Indicators that could not be fetched.")
        for source in sources {
            guard let outcome = source.outcome, let report = outcome.slices else { continue }
            let label = ("source", source.name)
            for (name, count) in [
                ("new", report.newSlices), ("changed", report.loadedSlices - report.newSlices),
                ("unchanged", report.unchangedSlices), ("held", report.held.count),
            ] {
                slices.add(Double(count), label, ("outcome", name))
            }
            notFetched.add(Double(outcome.notFetched.count), label)
        }
        return [slices, notFetched]
    }

    private var stageFamilies: [MetricFamily] {
        var total = MetricFamily(
            "riktmarke_source_duration_seconds", "Seconds that the source took in the last run.")
        var seconds = MetricFamily(
            "riktmarke_source_stage_duration_seconds", "Seconds by stage.")
        var bytes = MetricFamily("riktmarke_source_stage_bytes", "Bytes handled by stage.")
        for source in sources {
            guard let outcome = source.outcome else { continue }
            let label = ("source", source.name)
            total.add(outcome.seconds, label)
            for stage in outcome.stages {
                seconds.add(stage.seconds, label, ("stage", stage.name))
                bytes.add(Double(stage.bytes), label, ("stage", stage.name))
            }
        }
        return [total, seconds, bytes]
    }

    /// When sources last succeeded, as an earlier file of ours says: for a run that cannot ask.
    public static func lastSuccess(inFile text: String) -> [String: Double] {
        var times: [String: Double] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix(lastSuccessName + "{") {
            let rest = line.dropFirst(lastSuccessName.count)
            guard rest.hasPrefix("{source=\""), let end = rest.firstRange(of: "\"} "),
                let time = Double(rest[end.upperBound...])
            else { continue }
            times[String(rest[rest.index(rest.startIndex, offsetBy: 9)..<end.lowerBound])] = time
        }
        return times
    }
}
