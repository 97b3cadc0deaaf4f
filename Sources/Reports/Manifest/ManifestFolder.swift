public import Diagnostics
internal import Glibc

/// The manifests of a folder, by the bytes of the documents that they describe.
public struct ManifestFolder: Sendable {
    /// The manifests that are sound, by path.
    public private(set) var manifests: [ReportManifest] = []
    /// What is wrong with the others.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads every `*.yml` of a folder; a folder that is not there has none.
    ///
    /// - Parameter path: The path of the folder.
    public init(path: String) {
        for name in Self.names(path) where name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
            do throws(Failure) {
                manifests.append(try ReportManifest.load("\(path)/\(name)"))
            } catch {
                diagnostics += error.diagnostics
            }
        }
    }

    /// The manifest of a document, known by its SHA-256; `nil` when none describes it.
    public func manifest(of document: ReportDocument) -> ReportManifest? {
        guard !document.sha256.isEmpty else { return nil }
        return manifests.first { $0.sha256?.lowercased() == document.sha256 }
    }

    static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names.sorted()
    }
}
