public import Diagnostics
import FoundationEssentials

/// The specifications of a folder `etl/` and of the user's own overlay `etl/local/`.
public struct SpecFolder: Sendable {
    /// The folder of the specifications.
    public let path: String
    /// The folder that file patterns are relative to.
    public let seeds: String
    /// The sources that can be used, in the order of their names.
    public private(set) var sources: [SourceSpec] = []
    /// What is wrong with specifications, or worth knowing about them.
    public private(set) var diagnostics: [Diagnostic] = []

    /// A specification longer than this is no specification; 1 MiB.
    private static let longestSpec = 1 << 20

    /// Loads every specification of a folder.
    ///
    /// A faulty specification is left out and reported in `diagnostics`; the others can be used.
    ///
    /// - Parameters:
    ///   - path: The folder `etl/`.
    ///   - seeds: The folder that file patterns are relative to.
    /// - Throws: `SourceError` where the folder cannot be listed.
    public init(path: String, seeds: String) throws(SourceError) {
        self.path = path
        self.seeds = seeds
        let shipped = load(folder: try Self.specFiles(in: path), layer: .shipped)
        var local: [SourceSpec] = []
        let overlay = "\(path)/local"
        if FileManager.default.fileExists(atPath: overlay) {
            local = load(folder: try Self.specFiles(in: overlay), layer: .local)
        }
        for spec in local where shipped.contains(where: { $0.name == spec.name }) {
            diagnostics.append(
                Diagnostic(
                    .note, code: "spec.replaced",
                    Text(
                        sv: "källan ”\(spec.name)” ersätter den medföljande med samma namn",
                        en: "the source \"\(spec.name)\" replaces the shipped one of that name"),
                    at: .file(path: spec.path)))
        }
        let kept = shipped.filter { spec in !local.contains { $0.name == spec.name } }
        sources = (kept + local).sorted { $0.name < $1.name }
    }

    /// The source of a name.
    public subscript(name: String) -> SourceSpec? { sources.first { $0.name == name } }

    /// Finds the sources of some names, or of all names where none is given.
    ///
    /// - Parameter names: The names; none means every source that `run --all` runs.
    /// - Returns: The sources in the order of their names.
    /// - Throws: `SourceError` with a suggestion for each unknown name.
    public func select(_ names: [String]) throws(SourceError) -> [SourceSpec] {
        guard !names.isEmpty else { return sources.filter(\.inAll) }
        let known = sources.map(\.name)
        let unknown = names.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw SourceError(.usage, unknown.map { Self.unknownSource($0, known: known) })
        }
        return sources.filter { names.contains($0.name) }
    }

    private static func unknownSource(_ name: String, known: [String]) -> Diagnostic {
        let nearest = Suggestion.nearest(to: name, among: known)
        let hint =
            nearest.isEmpty
            ? Text(
                sv: "Källorna räknas upp av ”riktmarke-etl source list”.",
                en: "The sources are listed by \"riktmarke-etl source list\".")
            : Text(
                sv: "Menade du \(nearest.joined(separator: " eller "))?",
                en: "Did you mean \(nearest.joined(separator: " or "))?")
        return Diagnostic(
            .error, code: "source.unknown",
            Text(sv: "ingen källa heter ”\(name)”", en: "no source is called \"\(name)\""),
            at: .argument(name), hint: hint)
    }

    private static func specFiles(in folder: String) throws(SourceError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw SourceError(
                .noInput, code: "spec.no-folder",
                Text(
                    sv: "mappen ”\(folder)” med källbeskrivningar kan inte läsas",
                    en: "the folder \"\(folder)\" of specifications cannot be read"),
                at: .file(path: folder),
                hint: Text(
                    sv: "Ange mappen med --etl eller RIKTMARKE_ETL.",
                    en: "Name the folder with --etl or RIKTMARKE_ETL."))
        }
        return names.filter {
            ($0.hasSuffix(".yml") || $0.hasSuffix(".yaml")) && !$0.hasPrefix(".")
        }
        .sorted().map { "\(folder)/\($0)" }
    }

    private mutating func load(folder files: [String], layer: SourceSpec.Layer) -> [SourceSpec] {
        var specs: [SourceSpec] = []
        for file in files {
            guard let yaml = text(of: file) else { continue }
            let (spec, problems) = SourceSpec.decode(yaml, path: file, layer: layer)
            diagnostics += problems
            guard let spec else { continue }
            if let earlier = specs.first(where: { $0.name == spec.name }) {
                diagnostics.append(
                    Diagnostic(
                        .error, code: "spec.duplicate-source",
                        Text(
                            sv: "källan ”\(spec.name)” beskrivs redan i \(earlier.path)",
                            en:
                                "the source \"\(spec.name)\" is described already in \(earlier.path)"
                        ),
                        at: .file(path: file)))
            } else {
                specs.append(spec)
            }
        }
        return specs
    }

    private mutating func text(of file: String) -> String? {
        let problem: Text
        if let data = FileManager.default.contents(atPath: file) {
            if data.count > Self.longestSpec {
                problem = Text(
                    sv: "filen är större än 1 MiB och ingen källbeskrivning",
                    en: "the file is larger than 1 MiB and no specification")
            } else if let text = String(validating: data, as: UTF8.self) {
                return text
            } else {
                problem = Text(sv: "filen är inte UTF-8", en: "the file is not UTF-8")
            }
        } else {
            problem = Text(sv: "filen kan inte läsas", en: "the file cannot be read")
        }
        diagnostics.append(
            Diagnostic(.error, code: "spec.unreadable", problem, at: .file(path: file)))
        return nil
    }
}
