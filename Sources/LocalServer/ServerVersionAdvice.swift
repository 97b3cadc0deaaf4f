/// What to tell a user whose installed PostgreSQL cannot run the cluster.
enum ServerVersionAdvice {
    /// The error for a search that found no fitting server.
    static func error(
        clusterMajor: Int?, installed: [ServerPrograms], folder: ClusterFolder
    ) -> LocalServerError {
        let versions = Set(installed.map(\.major)).sorted().map(String.init)
            .joined(separator: ", ")
        guard let clusterMajor else {
            let found = versions.isEmpty ? "none is installed" : "only version \(versions) is"
            return LocalServerError(
                .noServerProgram,
                "the private database needs PostgreSQL \(ServerPrograms.oldestMajor) or newer, and "
                    + found,
                hint: "install it (sudo apt-get install postgresql), or name the folder of its "
                    + "programs with \(ServerVariables.programFolder), or use a database elsewhere "
                    + "with --database")
        }
        let found = versions.isEmpty ? "no PostgreSQL server is" : "only version \(versions) is"
        return LocalServerError(
            .versionMismatch,
            "the private database in \"\(folder.path)\" was made by PostgreSQL \(clusterMajor), "
                + "and \(found) installed; a major version cannot open another one's data",
            hint: "install PostgreSQL \(clusterMajor) again "
                + "(sudo apt-get install postgresql-\(clusterMajor)); "
                + "to move to another version, do the steps below",
            details: moving(from: clusterMajor, folder: folder))
    }

    /// The commands that carry a cluster over to another major version.
    private static func moving(from major: Int, folder: ClusterFolder) -> [String] {
        [
            "with PostgreSQL \(major) installed:",
            "  riktmarke-etl server backup riktmarke.dump",
            "  riktmarke-etl server stop",
            "  mv '\(folder.data)' '\(folder.data)-\(major)'",
            "with the other version installed:",
            "  riktmarke-etl server restore riktmarke.dump",
            "and when all is well: rm -r '\(folder.data)-\(major)'",
        ]
    }
}
