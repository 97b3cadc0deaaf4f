public import Diagnostics
public import SourceAdapters

/// Checks reference files without a database.
public enum ReferenceCheck {
    /// Reads the files of all reference sources and checks them against each other.
    ///
    /// - Parameter folder: specifications and where files lie.
    /// - Returns: everything that is wrong, each with its place; empty when the files can be loaded.
    public static func run(_ folder: SpecFolder) -> [Diagnostic] {
        do throws(SourceError) {
            _ = try ReferenceLoader(folder)
            return []
        } catch {
            return error.diagnostics
        }
    }
}
