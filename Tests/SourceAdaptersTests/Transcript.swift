import Diagnostics
import Indicators
import SourceAdapters

/// What came of reading a file, in words that a test can state by hand.
///
/// An observation reads `line:column indicator municipality period gender value`, followed by its
/// status unless that is `ok`, and by `target` for a target; a reject reads `line:column code`.
struct Transcript: Equatable {
    var observations: [String] = []
    var rejects: [String] = []
    var warnings: [String] = []
    var error: String?
    var blankRows = 0
    /// What was said about the file, and in full about rejects; not compared.
    var hints: [String] = []
    var cells: [String] = []
    var notes: [String] = []
    var counts = ReadingCounts()

    /// Reads a file to its end.
    init(path: String, spec: OutcomesSpec, dimensions: DimensionIndex = TestDimensions.index) {
        do {
            var reader = try OutcomeReader(path: path, spec: spec, dimensions: dimensions)
            notes = reader.inspection.diagnostics.filter { $0.severity == .note }.map(\.code)
            warnings = reader.inspection.diagnostics.filter { $0.severity == .warning }
                .map { Self.place($0) }
            var batch = ObservationBatch(capacity: 4)
            while try reader.read(into: &batch) { add(batch, dimensions) }
            counts = reader.counts
            blankRows = counts.blankRows
        } catch {
            let failure = error.diagnostics.first
            self.error = failure.map { Self.place($0) } ?? "nothing"
            hints = error.diagnostics.compactMap { $0.hint?.sv }
        }
    }

    private mutating func add(_ batch: ObservationBatch, _ dimensions: DimensionIndex) {
        observations += batch.observations.map {
            Self.words($0, notes: batch.notes, dimensions: dimensions)
        }
        rejects += batch.rejects.map { "\($0.line):\($0.column) \($0.code)" }
        hints += batch.rejects.compactMap { $0.hint?.sv }
        cells += batch.rejects.map(\.cell)
        warnings += batch.warnings.map { Self.place($0) }
    }

    private static func place(_ diagnostic: Diagnostic) -> String {
        guard case .file(_, let line, let column) = diagnostic.location else {
            return diagnostic.code
        }
        let place = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
        return place.isEmpty ? diagnostic.code : "\(place) \(diagnostic.code)"
    }

    private static func words(
        _ observation: Observation, notes: [String], dimensions: DimensionIndex
    ) -> String {
        let period = Period(key: observation.periodKey)?.description ?? "?"
        let gender = Gender.allCases.first { $0.key == observation.genderKey }?.rawValue ?? "?"
        let status = OutcomeStatus(key: observation.statusKey)
        var words = [
            "\(observation.line):\(observation.column)",
            dimensions.indicator(key: observation.indicatorKey)?.code.description ?? "?",
            TestDimensions.municipalityCode(observation.municipalityKey), period, gender,
        ]
        if let value = number(observation.value) { words.append(value) }
        if status != .ok { words.append(status?.rawValue ?? "?") }
        if observation.measure == .target { words.append("target") }
        if !observation.periodIsDeclared { words.append("undeclared") }
        if let numerator = number(observation.numerator) { words.append("of=\(numerator)") }
        if let denominator = number(observation.denominator) { words.append("/\(denominator)") }
        if observation.respondents >= 0 { words.append("n=\(observation.respondents)") }
        if observation.documentKey > 0 { words.append("doc=\(observation.documentKey)") }
        if observation.documentLine >= 0 { words.append("row=\(observation.documentLine)") }
        if observation.noteIndex >= 0 { words.append("[\(notes[Int(observation.noteIndex)])]") }
        return words.joined(separator: " ")
    }

    private static func number(_ quantity: Quantity) -> String? {
        guard quantity.isPresent else { return nil }
        return ScaledDecimal(units: quantity.units, scale: quantity.scale).description
    }
}
