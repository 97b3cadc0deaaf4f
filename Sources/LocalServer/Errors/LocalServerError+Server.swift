internal import Diagnostics
internal import SystemPackage

/// Making, starting and stopping the server.
extension LocalServerError {
    private static let readAbove = Text(
        sv: "läs vad programmet säger ovan; inget som behöver städas blev kvar",
        en: "read what it says above; nothing that needs cleaning was left behind")

    static func cannotRun(_ program: FilePath, _ reason: String) -> LocalServerError {
        LocalServerError(
            .noServerProgram,
            Text(
                sv: "programmet \"\(program)\" kan inte köras: \(reason)",
                en: "cannot run \"\(program)\": \(reason)"))
    }

    static func busy(_ lock: FilePath, _ patience: Duration) -> LocalServerError {
        let folder = lock.removingLastComponent()
        return LocalServerError(
            .busy,
            Text(
                sv: "en annan process har startat, stoppat eller återställt databasen i "
                    + "\"\(folder)\" i \(patience.components.seconds) sekunder",
                en: "another process has been starting, stopping or restoring the database in "
                    + "\"\(folder)\" for \(patience.components.seconds) seconds"),
            hint: Text(
                sv: "vänta på den, eller hitta den med: fuser -v '\(lock)'",
                en: "wait for it, or find it with: fuser -v '\(lock)'"))
    }

    static func initialisation(
        _ folder: ClusterFolder, said lines: [String]
    ) -> LocalServerError {
        LocalServerError(
            .creationFailed,
            Text(
                sv: "initdb kunde inte skapa databasen i \"\(folder.path)\"",
                en: "initdb could not make the database in \"\(folder.path)\""),
            hint: readAbove, said: lines)
    }

    static func database(
        _ name: String, _ folder: ClusterFolder, said lines: [String]
    ) -> LocalServerError {
        LocalServerError(
            .creationFailed,
            Text(
                sv: "databasen \"\(name)\" kunde inte skapas i \"\(folder.path)\"",
                en: "the database \"\(name)\" could not be made in \"\(folder.path)\""),
            hint: readAbove, said: lines)
    }

    static func rename(
        _ draft: FilePath, to name: FilePath, _ reason: Errno
    ) -> LocalServerError {
        LocalServerError(
            .creationFailed,
            Text(
                sv: "\"\(draft)\" kan inte byta namn till \"\(name)\": \(reason)",
                en: "cannot rename \"\(draft)\" to \"\(name)\": \(reason)"))
    }

    static func remains(_ folder: ClusterFolder, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .startFailed,
            Text(
                sv: "resterna av en avbruten server i \"\(folder.path)\" försvinner inte",
                en: "the remains of a killed server in \"\(folder.path)\" do not go away"),
            hint: Text(
                sv: "avsluta processerna som nämns ovan och starta igen",
                en: "end the processes named above, then start again"),
            said: lines)
    }

    static func launch(_ folder: ClusterFolder, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .startFailed,
            Text(
                sv: "servern i \"\(folder.path)\" kunde inte sättas i gång",
                en: "the server in \"\(folder.path)\" could not be launched"),
            said: lines)
    }

    static func start(_ folder: ClusterFolder, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .startFailed,
            Text(
                sv: "servern i \"\(folder.path)\" startade inte",
                en: "the server in \"\(folder.path)\" did not start"),
            hint: Text(
                sv: "läs vad den säger ovan; hela loggen är \"\(folder.log)\"",
                en: "read what it says above; the whole log is \"\(folder.log)\""),
            said: lines)
    }

    static func notReady(
        _ folder: ClusterFolder, _ process: Int32, said lines: [String]
    ) -> LocalServerError {
        LocalServerError(
            .startFailed,
            Text(
                sv: "servern i \"\(folder.path)\" (process \(process)) är inte klar än",
                en: "the server in \"\(folder.path)\" (process \(process)) is not ready yet"),
            hint: Text(
                sv: "den kan vara på väg tillbaka efter en krasch: försök igen senare och följ "
                    + "\"\(folder.log)\"",
                en: "it may be recovering from a crash: try again later, and watch "
                    + "\"\(folder.log)\""),
            said: lines)
    }

    static func lostSocket(_ socket: FilePath, _ process: Int32) -> LocalServerError {
        LocalServerError(
            .startFailed,
            Text(
                sv: "servern är i gång (process \(process)) men inte vid sin sockel \"\(socket)\"",
                en: "the server runs (process \(process)), but not at its socket \"\(socket)\""),
            hint: Text(
                sv: "kör: riktmarke-etl server stop, sedan riktmarke-etl server start",
                en: "run: riktmarke-etl server stop, then riktmarke-etl server start"))
    }

    static func signal(_ process: Int32, _ reason: Errno) -> LocalServerError {
        LocalServerError(
            .stopFailed,
            Text(
                sv: "servern, process \(process), kan inte ombes att sluta: \(reason)",
                en: "cannot signal the server, process \(process): \(reason)"))
    }

    static func stop(_ folder: ClusterFolder, _ process: Int32) -> LocalServerError {
        LocalServerError(
            .stopFailed,
            Text(
                sv: "servern, process \(process), har inte slutat efter två minuter",
                en: "the server, process \(process), has not ended after two minutes"),
            hint: Text(
                sv: "följ \"\(folder.log)\"; i nödfall: kill -QUIT \(process)",
                en: "watch \"\(folder.log)\"; as a last resort: kill -QUIT \(process)"))
    }
}
