/// The SQL files of this folder, embedded at build time.
public enum SQLText {
    /// Every file's text by its path below `sql/` without the ending: `queries/compare_outcomes`.
    public static let all = Dictionary(uniqueKeysWithValues: embedded.map { ($0.name, $0.text) })

    /// The last file of a folder, in the order of names; `nil` if the folder has none.
    public static func last(in folder: String) -> String? {
        embedded.last { $0.name.hasPrefix(folder) }?.name
    }

    /// The text of one file; `nil` if there is none.
    ///
    /// A search in the list, which costs nothing to make, unlike the table of all.
    public static func text(_ name: String) -> String? {
        var rest = embedded[...]
        while !rest.isEmpty {
            let middle = rest.startIndex + rest.count / 2
            if rest[middle].name == name { return rest[middle].text }
            rest = rest[middle].name < name ? rest[(middle + 1)...] : rest[..<middle]
        }
        return nil
    }
}
