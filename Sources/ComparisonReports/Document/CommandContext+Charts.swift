package import Charts
package import CommandSupport
package import Diagnostics

extension CommandContext {
    /// What draws charts, in a language or else the user's.
    package func chartDrawer(_ language: Language? = nil) -> ChartDrawer {
        ChartDrawer(
            language: language ?? self.language, searchPath: environment["PATH"],
            temporaryFolder: environment["TMPDIR"])
    }
}
