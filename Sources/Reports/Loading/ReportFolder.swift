public import Diagnostics
internal import DocumentText
internal import Glibc

/// The reports of a folder, each with the manifest that describes it.
///
/// A manifest belongs to a document if it lies beside it under the same name (`rapport.pdf`,
/// `rapport.yml`), or knows it by its SHA-256. The text of a document is never asked what it is.
public struct ReportFolder: Sendable {
    /// A report and its manifest.
    public struct Entry: Sendable {
        /// The document.
        public let document: ReportDocument
        /// What it is and what is expected of it.
        public let manifest: ReportManifest
    }

    /// The reports, in the order of their names.
    public private(set) var entries: [Entry] = []
    /// Files that cannot be read, faulty manifests, and documents that no manifest describes.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads every report of a folder, by the ends of their names, or one file.
    ///
    /// - Parameters:
    ///   - path: The path of the folder or the file.
    ///   - shipped: Manifests by the documents' bytes.
    ///   - manifest: The path of a manifest for the only document; `nil` to find each one's own.
    ///   - searchPath: Folders in which programs are looked for, parted by colons; `nil` for the
    ///     system's own.
    /// - Throws: A failure when there is no such file or folder, no document in it, or more than one
    ///   for a manifest.
    public init(
        path: String, shipped: [ManifestFolder], manifest: String? = nil,
        searchPath: String? = nil
    ) async throws(Failure) {
        let files = try Self.files(path)
        if let manifest {
            guard files.count == 1 else { throw Self.severalDocuments(path, manifest) }
            let named = try ReportManifest.load(manifest)
            let document = try await ReportDocument(contentsOf: files[0], searchPath: searchPath)
            entries = [Entry(document: document, manifest: named)]
            diagnostics = document.notes
            return
        }
        diagnostics = shipped.flatMap(\.diagnostics)
        for file in files {
            do throws(Failure) {
                let document = try await ReportDocument(contentsOf: file, searchPath: searchPath)
                diagnostics += document.notes
                if let found = try Self.manifest(of: document, shipped) {
                    entries.append(Entry(document: document, manifest: found))
                } else {
                    diagnostics.append(Self.noManifest(file))
                }
            } catch {
                diagnostics += error.diagnostics
            }
        }
    }

    /// The manifest that lies beside a document, else the one that knows its bytes.
    public static func manifest(
        of document: ReportDocument, _ shipped: [ManifestFolder]
    ) throws(Failure) -> ReportManifest? {
        let path = document.path
        let stem = Self.stem(path)
        for beside in ["\(stem).yml", "\(stem).yaml"] where access(beside, F_OK) == 0 {
            return try ReportManifest.load(beside)
        }
        for folder in shipped {
            if let found = folder.manifest(of: document) { return found }
        }
        return nil
    }

    /// The path without the end that tells the kind of file.
    private static func stem(_ path: String) -> String {
        let end = DocumentKind.extensions.first { path.lowercased().hasSuffix(".\($0)") }
        return end.map { String(path.dropLast($0.count + 1)) } ?? path
    }

    private static func files(_ path: String) throws(Failure) -> [String] {
        guard let folder = opendir(path) else {
            guard errno == ENOTDIR else {
                throw Failure(
                    .noInput, code: "report.no-folder",
                    Text(
                        sv: "mappen ”\(path)” med rapporter kan inte läsas",
                        en: "the folder \"\(path)\" of reports cannot be read"),
                    at: .file(path: path))
            }
            return [path]
        }
        closedir(folder)
        // Names that begin so are hidden, or locks of documents that are open.
        let names = ManifestFolder.names(path).filter { name in
            stem(name) != name && !name.hasPrefix(".") && !name.hasPrefix("~$")
        }
        guard !names.isEmpty else {
            throw Failure(
                .noInput, code: "report.no-document",
                Text(
                    sv: "mappen ”\(path)” har inga rapporter (*.txt, *.pdf, *.html, *.docx)",
                    en: "the folder \"\(path)\" has no reports (*.txt, *.pdf, *.html, *.docx)"),
                at: .file(path: path))
        }
        return names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    private static func noManifest(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.no-manifest",
            Text(
                sv: "inget manifest känner dokumentet; det läses inte in",
                en: "no manifest knows the document; it is not loaded"),
            at: .file(path: path),
            hint: Text(
                sv: "”riktmarke-etl report manifest FIL” gör ett utkast; lägg det bredvid filen.",
                en: "\"riktmarke-etl report manifest FILE\" drafts one; put it beside the file."))
    }

    private static func severalDocuments(_ path: String, _ manifest: String) -> Failure {
        Failure(
            .usage, code: "report.several-documents",
            Text(
                sv: "manifestet ”\(manifest)” gäller ett dokument, och ”\(path)” har flera",
                en: "the manifest \"\(manifest)\" is of one document, and \"\(path)\" has several"),
            at: .argument("--manifest"),
            hint: Text(
                sv: "Ange filen i stället för mappen.", en: "Name the file instead of the folder."))
    }
}
