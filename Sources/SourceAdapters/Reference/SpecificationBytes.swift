internal import Diagnostics
internal import FoundationEssentials

/// The bytes of a specification, as a part of a load's identity.
public enum SpecificationBytes {
    /// Reads them.
    /// - Throws: `SourceError` when the file has gone.
    public static func read(_ path: String) throws(SourceError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SourceError(
                .noInput, code: "spec.unreadable",
                Text(sv: "filen kan inte läsas", en: "the file cannot be read"),
                at: .file(path: path))
        }
        return Array(data)
    }
}
