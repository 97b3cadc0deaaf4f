internal import Glibc
public import SystemPackage

/// An installed PostgreSQL server: the folder of `initdb`, `postgres`, `pg_dump` and the rest.
public struct ServerPrograms: Sendable, Hashable {
    /// The oldest major version that the warehouse runs on.
    public static let oldestMajor = 15

    /// The folder of the programs.
    public let folder: FilePath
    /// The major version, such as 15.
    public let major: Int

    /// The path of one program.
    public func program(_ name: String) -> FilePath { folder.appending(name) }

    /// Finds the server programs to use.
    ///
    /// In this order: `RIKTMARKE_PG_BINDIR`; the newest of `/usr/lib/postgresql/*/bin`; what
    /// `pg_config --bindir` names; `PATH`. With an existing cluster only its own major version will
    /// do.
    ///
    /// - Parameters:
    ///   - clusterMajor: the version of the cluster that is to run; nil for a new one.
    ///   - environment: the variables to obey.
    ///   - folder: the cluster's folder, named in the error.
    /// - Throws: ``LocalServerError`` with `noServerProgram` or `versionMismatch`.
    /// - Returns: the programs.
    public static func find(
        matching clusterMajor: Int?, environment: [String: String], for folder: ClusterFolder
    ) async throws(LocalServerError) -> ServerPrograms {
        var seen: [ServerPrograms] = []
        func fits(_ candidate: ServerPrograms) -> Bool {
            seen.append(candidate)
            guard let clusterMajor else { return candidate.major >= oldestMajor }
            return candidate.major == clusterMajor
        }
        if let named = environment[ServerVariables.programFolder], !named.isEmpty {
            guard let programs = await examine(FilePath(named)) else {
                throw LocalServerError.noPrograms(in: named)
            }
            if fits(programs) { return programs }
        } else {
            for programs in packaged() where fits(programs) { return programs }
            for place in await otherPlaces(environment) {
                if let programs = await examine(place), fits(programs) { return programs }
            }
        }
        let installed = seen.map(\.major)
        guard let clusterMajor else { throw LocalServerError.noServer(installed: installed) }
        throw LocalServerError.version(of: folder, is: clusterMajor, installed: installed)
    }

    /// The versions that Debian's and Ubuntu's packages install, the newest first.
    private static func packaged() -> [ServerPrograms] {
        let top = FilePath("/usr/lib/postgresql")
        return (oldestMajor...oldestMajor + 40).reversed()
            .map { ServerPrograms(folder: top.appending("\($0)/bin"), major: $0) }
            .filter { isComplete($0.folder) }
    }

    private static func otherPlaces(_ environment: [String: String]) async -> [FilePath] {
        let searched = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
            .split(separator: ":").filter { $0.hasPrefix("/") }.map { FilePath(String($0)) }
        var places: [FilePath] = []
        if let folder = searched.first(where: { isExecutable($0.appending("pg_config")) }),
            let outcome = try? await ServerCommand(
                program: folder.appending("pg_config"), arguments: ["--bindir"]
            ).run(), outcome.succeeded, let line = outcome.output.split(separator: "\n").first
        {
            places.append(FilePath(String(line)))
        }
        return places + searched
    }

    /// Looks at a folder; nil unless it holds a server that can say its version.
    private static func examine(_ folder: FilePath) async -> ServerPrograms? {
        // Distributions link postgres into PATH; the other programs lie beside the original.
        let home = folder.appending("postgres").canonical.removingLastComponent()
        guard isComplete(home) else { return nil }
        let command = ServerCommand(program: home.appending("postgres"), arguments: ["--version"])
        guard let outcome = try? await command.run(), outcome.succeeded,
            let major = majorVersion(in: outcome.output)
        else { return nil }
        return ServerPrograms(folder: home, major: major)
    }

    /// The major version in a line such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0)`.
    static func majorVersion(in line: String) -> Int? {
        for word in line.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty { return Int(digits) }
        }
        return nil
    }

    private static func isComplete(_ folder: FilePath) -> Bool {
        ["postgres", "initdb"].allSatisfy { isExecutable(folder.appending($0)) }
    }

    private static func isExecutable(_ path: FilePath) -> Bool {
        path.withPlatformString { access($0, X_OK) == 0 }
    }
}
