internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// A figure with the keys of its dimensions, packed into 24 bytes.
struct StagedRow {
    var units: Int64
    var line: Int32
    var municipality: Int16
    var note: Int16
    var file: UInt16
    var status: UInt8
    var gender: UInt8
    var scale: UInt8

    /// What rows of a slice are sorted by: the order of the facts' key.
    var order: UInt32 { UInt32(gender) << 16 | UInt32(UInt16(bitPattern: municipality)) }

    /// What the row weighs in checksums.
    var weight: Int64 { 4 * Int64(municipality) + Int64(gender) + 1 }

    var hasValue: Bool { status < 100 }

    var isDeletion: Bool { status == 199 }

    /// Whether another row says the same, wherever it stands and however many zeros it ends with.
    func says(_ other: StagedRow) -> Bool {
        guard (status, note) == (other.status, other.note) else { return false }
        return !hasValue
            || ScaledDecimal(units: units, scale: scale)
                == ScaledDecimal(units: other.units, scale: other.scale)
    }
}

/// A slice as it is sent: every figure once, in the order of the facts' key, with its checksums.
struct PreparedSlice {
    var key: SliceKey
    var name: String
    var rows: [StagedRow]
    var notes: [String]
    var digest: [UInt8]
    var files: [SliceFile]
    /// Whether what it lacks is closed.
    var isComplete: Bool
    var readRows = 0
    var rejectedRows = 0
    var duplicateRows = 0
    var deletionRows = 0
    var missingRows = 0
    var statusSum: Int64 = 0
    var valueSum = PostgresNumeric(units: 0, scale: 0)
    var rejects: [Reject] = []

    /// A row that cannot be used.
    struct Reject {
        /// Index into `files`.
        var file: Int
        /// Line in it; 0 when it has no lines.
        var line: Int32
        var cell: String
        var code: String
        var message: Text
    }

    /// What became of its rows before they met the warehouse.
    var counts: LoadCounts {
        var counts = LoadCounts()
        counts.read = Int64(readRows)
        counts.rejected = Int64(rejectedRows)
        counts.duplicates = Int64(duplicateRows)
        counts.deletions = Int64(deletionRows)
        counts.missing = Int64(missingRows)
        return counts
    }
}
