internal import Cases
public import Diagnostics
internal import Indicators
public import Postgres
public import SourceAdapters
internal import Warehouse

/// Loads a source of case data: the cases into their own schema, and the shares that are computed from
/// them as outcomes of the own municipality.
///
/// The file is read whole and searched for personal identity numbers before anything is written. An
/// access to the cases is opened, and committed, before the transaction that reads them.
public struct CaseLoad: SourceLoading {
    /// The source.
    public let source: SourceSpec
    /// What it says of case data.
    public let spec: CasesSpec
    /// Where its file and the definitions lie.
    public let folder: SpecFolder
    /// The file of the key by which pseudonyms are made; `nil` where nobody has named one.
    public let keyPath: String?

    /// Plans a load.
    public init(source: SourceSpec, spec: CasesSpec, folder: SpecFolder, keyPath: String?) {
        self.source = source
        self.spec = spec
        self.folder = folder
        self.keyPath = keyPath
    }

    /// Reads the file, and opens an access to the cases.
    public func gathered(_ connection: inout Connection) throws -> any SourceLoading {
        let key = try Self.key(keyPath)
        let definitions = try CaseDefinitions.read(in: folder.path)
        let paths = try folder.files(of: source)
        guard paths.count == 1, let path = paths.first else {
            throw Failure(
                .configuration, code: "cases.several-files",
                Text(
                    sv: "en leverans av ärendedata är en fil; mönstret passar \(paths.count)",
                    en: "a delivery of case data is one file; the pattern fits \(paths.count)"),
                at: .file(path: source.path))
        }
        let file = try CaseFile(path: path, spec: spec, key: key)
        let fingerprint = try key.fingerprint()
        let name = source.name
        let (state, access) = try connection.transaction(.readWrite) { connection in
            try CaseStore.withRole(&connection) { connection in
                let state = try CaseStore.state(&connection, source: name)
                let access = try CaseStore.openAccess(
                    &connection, source: name, purpose: "riktmarke-etl run \(name)")
                return (state, access)
            }
        }
        if let known = state.fingerprint, known != fingerprint {
            throw Self.otherKey(keyPath, source: name)
        }
        let warnings = try CaseStore.serverLogsValues(&connection) ? [CaseRemarks.loggedValues] : []
        return CaseDelivery(
            source: source, spec: spec, definitions: definitions, file: file,
            fingerprint: fingerprint, lastPurge: state.lastPurge, access: access,
            warnings: warnings)
    }

    /// Says that the pseudonyms of a source's cases are made by another key than the one in a file.
    public static func otherKey(_ path: String?, source name: String) -> Failure {
        Failure(
            .configuration, code: "cases.other-key",
            Text(
                sv: "källans ärenden har pseudonymer från en annan nyckel",
                en: "the pseudonyms of the source's cases are made by another key"),
            at: path.map { .file(path: $0) },
            hint: Text(
                sv:
                    "ange rätt nyckelfil; vid nyckelbyte: riktmarke-etl purge --all --source \(name)",
                en:
                    "name the right key file; to change keys: riktmarke-etl purge --all --source \(name)"
            ))
    }

    /// Gathers and loads.
    public func load(
        _ connection: inout Connection, run: Int32, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        try gathered(&connection).load(&connection, run: run, progress: progress)
    }

    /// Reads the key of pseudonyms.
    /// - Throws: `Failure` where no file is named, `SourceError` where it holds no key.
    public static func key(_ path: String?) throws -> CaseKey {
        guard let path else {
            throw Failure(
                .configuration, code: "cases.no-key",
                Text(
                    sv: "ingen nyckelfil är angiven för ärendedata",
                    en: "no key file is named for case data"),
                hint: Text(
                    sv: "ange den med RIKTMARKE_CASE_KEY_FILE eller --case-key-file FIL",
                    en: "name it by RIKTMARKE_CASE_KEY_FILE or --case-key-file FILE"))
        }
        return try CaseKey(path: path)
    }
}
