public import Diagnostics

/// What was read from a file, counted.
///
/// `figures` = observations + `rejected` + `skipped`, always.
public struct ReadingCounts: Sendable, Hashable {
    /// Rows of data, blank ones not counted.
    public var rows = 0
    /// Rows in which nothing stands.
    public var blankRows = 0
    /// Figures that the rows hold, readable or not.
    public var figures = 0
    /// Observations without a value.
    public var missing = 0
    /// Figures that could not be read.
    public var rejected = 0
    /// Figures whose cell says nothing at all, as declared by `skip`.
    public var skipped = 0
    /// Doubtful figures that were read all the same.
    public var warnings = 0

    /// Creates counts of zero.
    public init() {}

    /// Adds what another part of the file held.
    public mutating func add(_ other: ReadingCounts) {
        rows += other.rows
        blankRows += other.blankRows
        figures += other.figures
        missing += other.missing
        rejected += other.rejected
        skipped += other.skipped
        warnings += other.warnings
    }
}

/// A part of a file after reading, in memory that is used again for the next part.
public struct ObservationBatch: Sendable {
    /// The figures, in the order of the file.
    public internal(set) var observations: [Observation] = []
    /// What could not be read, in the order of the file.
    public internal(set) var rejects: [Reject] = []
    /// The remarks that observations point to.
    public internal(set) var notes: [String] = []
    /// Doubtful figures, at most `mostWarnings` in a batch; the counts tell of all.
    public internal(set) var warnings: [Diagnostic] = []
    /// What this part held, counted.
    public internal(set) var counts = ReadingCounts()

    /// How many warnings a batch spells out.
    public static let mostWarnings = 20

    /// Creates an empty batch.
    ///
    /// - Parameter capacity: About how many observations to read at a time.
    public init(capacity: Int = 8192) {
        self.capacity = max(capacity, 1)
        observations.reserveCapacity(self.capacity + 512)
    }

    /// Adds a figure that was read elsewhere than from a file of cells.
    ///
    /// - Parameters:
    ///   - observation: The figure; its `noteIndex` is set here.
    ///   - note: A remark on it.
    public mutating func append(_ observation: Observation, note: String? = nil) {
        var observation = observation
        if let note {
            notes.append(note)
            observation.noteIndex = Int32(notes.count - 1)
        }
        counts.figures += 1
        if !observation.value.isPresent { counts.missing += 1 }
        observations.append(observation)
    }

    /// Adds what could not be read elsewhere than in a file of cells.
    public mutating func append(_ reject: Reject) {
        counts.figures += reject.figures
        counts.rejected += reject.figures
        rejects.append(reject)
    }

    let capacity: Int

    /// Whether it is time to hand the batch over.
    var isFull: Bool { observations.count >= capacity || rejects.count >= capacity }

    /// Empties the batch and keeps its memory.
    mutating func removeAll() {
        observations.removeAll(keepingCapacity: true)
        rejects.removeAll(keepingCapacity: true)
        notes.removeAll(keepingCapacity: true)
        warnings.removeAll(keepingCapacity: true)
        counts = ReadingCounts()
    }
}
