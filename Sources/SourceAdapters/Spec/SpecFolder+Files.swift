import Diagnostics
import FoundationEssentials

extension SpecFolder {
    /// Finds the files that a source reads, in byte order of their paths within each pattern.
    ///
    /// - Parameter spec: A source of this folder.
    /// - Returns: The paths, each once.
    /// - Throws: `SourceError` for every file that is missing and every pattern without a match.
    public func files(of spec: SourceSpec) throws(SourceError) -> [String] {
        try paths(of: spec.filePatterns, spec: spec)
    }

    /// Finds the files of one table of a reference source.
    ///
    /// - Parameters:
    ///   - spec: A reference source of this folder.
    ///   - table: The table.
    /// - Returns: The paths, in the order of the specification; none where it has no such table.
    /// - Throws: `SourceError` for every file that is missing and every pattern without a match.
    public func files(
        of spec: SourceSpec, table: ReferenceTable
    ) throws(SourceError) -> [String] {
        try paths(of: spec.reference?.tables[table] ?? [], spec: spec)
    }

    private func paths(of patterns: [String], spec: SourceSpec) throws(SourceError) -> [String] {
        var found: [String] = []
        var problems: [Diagnostic] = []
        for pattern in patterns {
            let matches = FilePattern(resolved(pattern, spec: spec)).matches()
            if matches.isEmpty { problems.append(noMatch(pattern, spec: spec)) }
            for path in matches where !found.contains(path) { found.append(path) }
        }
        guard problems.isEmpty else { throw SourceError(.noInput, problems) }
        return found
    }

    private func resolved(_ pattern: String, spec: SourceSpec) -> String {
        if pattern.hasPrefix("/") { return pattern }
        guard pattern.hasPrefix("./") || pattern.hasPrefix("../") else {
            return "\(seeds)/\(pattern)"
        }
        let folder = spec.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let relative = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
        return folder.isEmpty ? relative : "\(folder)/\(relative)"
    }

    private func noMatch(_ pattern: String, spec: SourceSpec) -> Diagnostic {
        let path = resolved(pattern, spec: spec)
        return Diagnostic(
            .error, code: "source.no-file",
            Text(
                sv: "källan ”\(spec.name)” läser ”\(pattern)”, men ingen sådan fil finns",
                en: "the source \"\(spec.name)\" reads \"\(pattern)\", but there is no such file"),
            at: .file(path: path),
            hint: Text(
                sv: "Lägg filen där, ändra ”files” i \(spec.path), eller ange mappen med --seeds.",
                en:
                    "Put the file there, change \"files\" in \(spec.path), or name the folder by --seeds."
            ))
    }
}

/// A path in which `*` and `?` of the components stand for other characters.
struct FilePattern {
    private let components: [String]
    private let isAbsolute: Bool

    /// Reads a pattern; a path without marks is a pattern with one match.
    init(_ pattern: String) {
        components = pattern.split(separator: "/").map(String.init)
        isAbsolute = pattern.hasPrefix("/")
    }

    /// The paths that match and exist, in byte order.
    func matches() -> [String] {
        var paths = [isAbsolute ? "/" : ""]
        for component in components {
            paths = paths.flatMap { children(of: $0, matching: component) }
        }
        return paths.filter { !$0.isEmpty && FileManager.default.fileExists(atPath: $0) }
    }

    private func children(of folder: String, matching component: String) -> [String] {
        let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        guard component.contains("*") || component.contains("?") else {
            return [prefix + component]
        }
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: folder.isEmpty ? "." : folder)
        return (names ?? [])
            .filter { Self.matches(Array($0), pattern: Array(component)[...]) }
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            .map { prefix + $0 }
    }

    /// Whether a name fits a pattern; a hidden file only fits a pattern that begins with a dot.
    static func matches(_ name: [Character], pattern: ArraySlice<Character>) -> Bool {
        if name.first == ".", pattern.first != "." { return false }
        var (n, p) = (0, pattern.startIndex)
        var star: (name: Int, pattern: Int)?
        while n < name.count {
            if p < pattern.endIndex, pattern[p] == "*" {
                star = (n, p)
                p += 1
            } else if p < pattern.endIndex, pattern[p] == "?" || pattern[p] == name[n] {
                n += 1
                p += 1
            } else if let last = star {
                // The latest star swallows one more character; earlier ones need no second try.
                star = (last.name + 1, last.pattern)
                n = last.name + 1
                p = last.pattern + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }
}
