public import Indicators
public import Warehouse

/// What a source was asked for, and by which rules its slices are loaded.
public struct SliceRequest: Sendable {
    /// Whether the slices say what holds, or what has changed.
    public enum Coverage: Sendable, Hashable {
        /// Every figure of the units asked for; a figure that is absent is closed.
        case complete
        /// What has changed since a day; only figures said to be deleted are closed.
        case changes
    }

    /// Held-back slices that somebody lets through.
    public enum Accepted: Sendable, Hashable {
        /// Those named, as `Slice.name` writes them.
        case slices(Set<String>)
        /// Every one.
        case all

        func accepts(_ name: String) -> Bool {
            switch self {
            case .slices(let names): names.contains(name)
            case .all: true
            }
        }
    }

    /// The source.
    public var source: SourceDimension.Description
    /// The units asked for; `nil` for all.
    public var units: [MunicipalityCode]?
    /// Whether the slices say what holds, or what has changed.
    public var coverage: Coverage
    /// When a slice is held back.
    public var rules: HoldbackRules
    /// Held-back slices that somebody lets through.
    public var accepted: Accepted
    /// Digest of everything the result depends on, if the caller can tell it beforehand; 32 bytes.
    public var identity: [UInt8]?
    /// About how many rows one transaction merges; a transaction holds whole slices.
    public var rowsInTransaction: Int
    /// About how many of them are sent and merged at once.
    ///
    /// Pieces of a transaction let a file be read on while the server merges; a source that is slow to
    /// answer must not hold a transaction open, and comes in one piece.
    public var rowsInPiece: Int
    /// Whether a transaction is open while its later pieces are waited for.
    var comesInPieces: Bool { rowsInPiece < rowsInTransaction }

    /// Describes a request.
    public init(
        source: SourceDimension.Description, units: [MunicipalityCode]? = nil,
        coverage: Coverage = .complete, rules: HoldbackRules = HoldbackRules(),
        accepted: Accepted = .slices([]), identity: [UInt8]? = nil,
        rowsInTransaction: Int = 200_000, rowsInPiece: Int? = nil
    ) {
        self.source = source
        self.units = units
        self.coverage = coverage
        self.rules = rules
        self.accepted = accepted
        self.identity = identity
        self.rowsInTransaction = rowsInTransaction
        self.rowsInPiece = min(rowsInPiece ?? rowsInTransaction, rowsInTransaction)
    }
}
