internal import Diagnostics
internal import SystemPackage

/// Saving and restoring the database.
extension LocalServerError {
    static func nothingToSave(_ folder: ClusterFolder) -> LocalServerError {
        LocalServerError(
            .notRunning,
            Text(
                sv: "det finns ingen privat databas i \"\(folder.path)\" att säkerhetskopiera",
                en: "there is no private database in \"\(folder.path)\" to save"),
            hint: Text(
                sv: "skapa en: riktmarke-etl server start",
                en: "make one: riktmarke-etl server start"))
    }

    static func dump(said lines: [String]) -> LocalServerError {
        LocalServerError(
            .backupFailed,
            Text(
                sv: "pg_dump kunde inte skriva säkerhetskopian",
                en: "pg_dump could not write the backup"),
            said: lines)
    }

    static func backupFile(_ file: FilePath, _ reason: Errno) -> LocalServerError {
        LocalServerError(
            .backupFailed,
            Text(
                sv: "\"\(file)\" kan inte skrivas: \(reason)",
                en: "cannot write \"\(file)\": \(reason)"),
            hint: Text(
                sv: "ange en fil i en mapp som finns och som du får skriva i",
                en: "name a file in a folder that exists and that you may write to"))
    }

    static func noArchive(_ file: FilePath, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .restoreFailed,
            Text(
                sv: "\"\(file)\" är ingen säkerhetskopia som pg_restore kan läsa",
                en: "\"\(file)\" is not a backup that pg_restore can read"),
            hint: Text(
                sv: "använd en fil som skrivits av: riktmarke-etl server backup FIL",
                en: "use a file written by: riktmarke-etl server backup FILE"),
            said: lines)
    }

    static func restore(_ file: FilePath, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .restoreFailed,
            Text(
                sv: "säkerhetskopian \"\(file)\" kunde inte återställas; databasen är som förut",
                en: "the backup \"\(file)\" could not be restored; the database is as it was"),
            said: lines)
    }

    static func noWarehouse(_ file: FilePath, _ reason: String) -> LocalServerError {
        LocalServerError(
            .restoreFailed,
            Text(
                sv: "innehållet i \"\(file)\" är inget datalager; databasen är som förut",
                en: "what is in \"\(file)\" is no warehouse; the database is as it was"),
            said: [reason])
    }

    static func inUse(_ sessions: [String]) -> LocalServerError {
        LocalServerError(
            .busy,
            Text(
                sv: "databasen används, så den kan inte bytas ut",
                en: "the database is in use, so it cannot be replaced"),
            hint: Text(
                sv: "avsluta de sessioner som nämns ovan och återställ sedan igen",
                en: "end the sessions named above, then restore again"),
            said: sessions)
    }

    static func statement(said lines: [String]) -> LocalServerError {
        LocalServerError(
            .restoreFailed,
            Text(
                sv: "en sats i den privata databasen misslyckades",
                en: "a statement on the private cluster failed"),
            said: lines)
    }
}
