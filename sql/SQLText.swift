/// The SQL files of this folder, embedded at build time.
public enum SQLText {
    /// Every file's text by its path below `sql/` without the ending: `queries/compare_outcomes`.
    public static var all: [String: String] { embedded }
}
