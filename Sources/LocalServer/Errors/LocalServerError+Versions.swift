internal import Diagnostics

/// Which PostgreSQL is installed and which one is needed.
extension LocalServerError {
    static func noPrograms(in folder: String) -> LocalServerError {
        let variable = ServerVariables.programFolder
        return LocalServerError(
            .noServerProgram,
            Text(
                sv: "\(variable) är \"\(folder)\", men där finns inget \"postgres\" och "
                    + "\"initdb\" som fungerar",
                en: "\(variable) is \"\(folder)\", but there is no working \"postgres\" and "
                    + "\"initdb\" in it"),
            hint: Text(
                sv: "ange mappen där de ligger, eller ta bort variabeln",
                en: "name the folder that holds them, or unset the variable"))
    }

    static func noServer(installed: [Int]) -> LocalServerError {
        let oldest = ServerPrograms.oldestMajor
        let versions = list(installed)
        let found =
            installed.isEmpty
            ? Text(sv: "ingen är installerad", en: "none is installed")
            : Text(
                sv: "bara version \(versions) är installerad",
                en: "only version \(versions) is installed")
        return LocalServerError(
            .noServerProgram,
            Text(
                sv: "den privata databasen behöver PostgreSQL \(oldest) eller nyare, och "
                    + found.sv,
                en: "the private database needs PostgreSQL \(oldest) or newer, and " + found.en),
            hint: Text(
                sv: "installera (sudo apt-get install postgresql), ange programmens mapp med "
                    + "\(ServerVariables.programFolder), eller använd en annan databas med "
                    + "--database",
                en: "install it (sudo apt-get install postgresql), name the folder of its "
                    + "programs with \(ServerVariables.programFolder), or use another database "
                    + "with --database"))
    }

    static func version(
        of folder: ClusterFolder, is major: Int, installed: [Int]
    ) -> LocalServerError {
        let versions = list(installed)
        let found =
            installed.isEmpty
            ? Text(sv: "ingen PostgreSQL", en: "no PostgreSQL server")
            : Text(sv: "bara version \(versions)", en: "only version \(versions)")
        return LocalServerError(
            .versionMismatch,
            Text(
                sv: "den privata databasen i \"\(folder.path)\" skapades av PostgreSQL \(major), "
                    + "och \(found.sv) är installerad; en huvudversion kan inte öppna en annans "
                    + "data",
                en: "the private database in \"\(folder.path)\" was made by PostgreSQL \(major), "
                    + "and \(found.en) is installed; a major version cannot open another one's "
                    + "data"),
            hint: Text(
                sv: "installera PostgreSQL \(major) igen (sudo apt-get install "
                    + "postgresql-\(major)); stegen ovan flyttar till en annan version",
                en: "install PostgreSQL \(major) again (sudo apt-get install "
                    + "postgresql-\(major)); the steps above move to another version"),
            details: moving(from: major, folder))
    }

    /// The commands that carry a cluster over to another major version.
    private static func moving(from major: Int, _ folder: ClusterFolder) -> [Text] {
        let kept = "'\(folder.data)-\(major)'"
        return [
            Text(
                sv: "med PostgreSQL \(major) installerad:",
                en: "with PostgreSQL \(major) installed:"
            ),
            Text(verbatim: "  riktmarke-etl server backup riktmarke.dump"),
            Text(verbatim: "  riktmarke-etl server stop"),
            Text(verbatim: "  mv '\(folder.data)' \(kept)"),
            Text(
                sv: "med den andra versionen installerad:",
                en: "with the other version installed:"),
            Text(verbatim: "  riktmarke-etl server restore riktmarke.dump"),
            Text(
                sv: "och när allt är som det ska: rm -r \(kept)",
                en: "and when all is well: rm -r \(kept)"),
        ]
    }

    private static func list(_ versions: [Int]) -> String {
        Set(versions).sorted().map(String.init).joined(separator: ", ")
    }
}
