public import Diagnostics
internal import Glibc

/// A folder that the tools read from, found in one of several places.
public struct FolderChoice: Sendable, Hashable {
    /// What lies in a folder.
    public enum Kind: Sendable, Hashable {
        /// The source specifications (`etl/*.yml`).
        case specifications
        /// The reference data and first outcomes that come with the product.
        case seeds

        /// The name of the folder in the repository and under `share/riktmarke`.
        var name: String {
            switch self {
            case .specifications: "etl"
            case .seeds: "seeds"
            }
        }

        /// The flag that names the folder.
        public var flag: String { "--" + name }

        /// The environment variable that names the folder.
        public var variable: String {
            switch self {
            case .specifications: "RIKTMARKE_ETL"
            case .seeds: "RIKTMARKE_SEEDS"
            }
        }

        var title: Text {
            switch self {
            case .specifications:
                Text(
                    sv: "mappen med källspecifikationer", en: "the folder of source specifications")
            case .seeds: Text(sv: "mappen med medföljande data", en: "the folder of shipped data")
            }
        }
    }

    /// What lies in the folder.
    public let kind: Kind
    /// The path of the folder, which exists.
    public let path: String
    /// Who chose it.
    public let origin: Origin

    /// Finds a folder: flag > environment variable > `./NAME` > `PREFIX/share/riktmarke/NAME`.
    ///
    /// A folder that was named must exist; the search does not go on behind it.
    ///
    /// - Parameters:
    ///   - kind: what to look for.
    ///   - flag: the value of the flag, if given.
    ///   - environment: the variables to obey.
    ///   - executable: the path of the running program, whose prefix is searched.
    ///   - currentFolder: the folder that `./NAME` counts from.
    /// - Throws: `Failure` that lists where it looked.
    public init(
        _ kind: Kind, flag: String?, environment: Environment,
        executable: String? = FolderChoice.runningExecutable(), currentFolder: String = "."
    ) throws(Failure) {
        self.kind = kind
        var places: [(path: String, origin: Origin)] = []
        if let flag {
            places = [(flag, .flag(kind.flag))]
        } else if let named = environment[kind.variable] {
            places = [(named, .environment(kind.variable))]
        } else {
            let here = currentFolder == "." ? kind.name : "\(currentFolder)/\(kind.name)"
            places = [(here, .standard)]
            if let prefix = executable.flatMap(Self.prefix(of:)) {
                places.append(("\(prefix)/share/riktmarke/\(kind.name)", .standard))
            }
        }
        guard let found = places.first(where: { Self.isFolder($0.path) }) else {
            throw Self.missing(kind, places)
        }
        (path, origin) = found
    }

    /// The path of the running program; `nil` if the system does not tell.
    public static func runningExecutable() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// The installation prefix of a program: `/usr/local` of `/usr/local/bin/riktmarke`.
    private static func prefix(of executable: String) -> String? {
        let parts = executable.split(separator: "/")
        guard executable.hasPrefix("/"), parts.count >= 2 else { return nil }
        let prefix = "/" + parts.dropLast(2).joined(separator: "/")
        return prefix == "/" ? "" : prefix
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func missing(
        _ kind: Kind, _ places: [(path: String, origin: Origin)]
    ) -> Failure {
        Failure(
            .noInput, code: "folder.missing",
            Text(sv: "\(kind.title.sv) finns inte", en: "\(kind.title.en) does not exist"),
            hint: Text(
                sv: "stå i projektets mapp, eller ange mappen med \(kind.flag) MAPP eller "
                    + kind.variable,
                en: "stand in the project's folder, or name the folder with \(kind.flag) DIR or "
                    + kind.variable),
            notes: places.map { place in
                Text(
                    sv: "letade i: \(place.path) (\(place.origin.text.sv))",
                    en: "looked in: \(place.path) (\(place.origin.text.en))")
            })
    }
}
