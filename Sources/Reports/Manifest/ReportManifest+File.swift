public import Diagnostics
internal import Tabular

extension ReportManifest {
    /// Reads a manifest from a file.
    ///
    /// - Parameter path: The path of the file.
    /// - Returns: The manifest.
    /// - Throws: A failure that says what is wrong with the file or its text.
    public static func load(_ path: String) throws(Failure) -> ReportManifest {
        let text = try SmallText.read(path)
        let (manifest, diagnostics) = decode(text, path: path)
        guard let manifest else { throw Failure(.configuration, diagnostics) }
        return manifest
    }
}
