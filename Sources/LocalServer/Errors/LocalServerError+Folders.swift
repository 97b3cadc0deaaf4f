internal import Diagnostics
internal import SystemPackage

/// Folders, files and users.
extension LocalServerError {
    private static let nameAnother = Text(
        sv: "ange en egen mapp med \(ServerVariables.dataFolder)",
        en: "name a folder of your own with \(ServerVariables.dataFolder)")

    static let noHome = LocalServerError(
        .folder,
        Text(
            sv: "det finns ingen mapp för den privata databasen: HOME är inte satt",
            en: "there is no folder for the private database: HOME is not set"),
        hint: nameAnother)

    static func cannotMake(_ folder: FilePath, _ reason: Errno) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "mappen \"\(folder)\" kan inte skapas: \(reason)",
                en: "cannot make the folder \"\(folder)\": \(reason)"),
            hint: nameAnother)
    }

    static func cannotExamine(_ path: FilePath, _ reason: Errno) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "\"\(path)\" kan inte undersökas: \(reason)",
                en: "cannot look at \"\(path)\": \(reason)"),
            hint: nameAnother)
    }

    static func cannotLock(_ path: FilePath, _ reason: Errno) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "låsfilen \"\(path)\" kan inte användas: \(reason)",
                en: "cannot use the lock file \"\(path)\": \(reason)"),
            hint: nameAnother)
    }

    static func cannotWrite(
        _ path: FilePath, as user: String, said lines: [String]
    ) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "\"\(path)\" kan inte skrivas som \"\(user)\"",
                en: "cannot write \"\(path)\" as \"\(user)\""),
            said: lines)
    }

    static func cannotRemove(_ path: FilePath, said lines: [String]) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "mappen \"\(path)\" kan inte tas bort",
                en: "cannot remove the folder \"\(path)\""),
            said: lines)
    }

    static func foreignData(_ path: FilePath) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "\"\(path)\" finns men är ingen datamapp för PostgreSQL",
                en: "\"\(path)\" exists but is no PostgreSQL data directory"),
            hint: Text(
                sv: "se efter vad det är och flytta undan det, eller "
                    + nameAnother.sv,
                en: "look what it is and move it away, or " + nameAnother.en))
    }

    /// A folder that somebody else may have laid out as a trap; the fault is a verb phrase.
    static func untrusted(_ folder: FilePath, _ fault: Text) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv: "mappen \"\(folder)\" \(fault.sv): en server i den kan vara någon annans",
                en: "the folder \"\(folder)\" \(fault.en): a server in it could be somebody else's"
            ),
            hint: Text(
                sv: "se efter vem som har skapat den och ta bort den, eller " + nameAnother.sv,
                en: "look who made it and remove it, or " + nameAnother.en))
    }

    static func noPassage(
        to path: FilePath, at closed: FilePath, for user: String
    ) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(
                sv:
                    "PostgreSQL körs som \"\(user)\" när du är root, och \"\(user)\" får inte gå in "
                    + "i \"\(closed)\", där \"\(path)\" ligger",
                en: "PostgreSQL runs as \"\(user)\" when you are root, and \"\(user)\" may not "
                    + "enter \"\(closed)\", which holds \"\(path)\""),
            hint: Text(
                sv: "sätt \(ServerVariables.dataFolder)=/var/lib/riktmarke, eller öppna mappen: "
                    + "chmod o+x '\(closed)'",
                en: "set \(ServerVariables.dataFolder)=/var/lib/riktmarke, or open the folder: "
                    + "chmod o+x '\(closed)'"))
    }

    static func belongs(_ path: FilePath, to owner: String) -> LocalServerError {
        LocalServerError(
            .folder,
            Text(sv: "\"\(path)\" tillhör \(owner)", en: "\"\(path)\" belongs to \(owner)"),
            hint: Text(
                sv: "kör som den användaren, eller " + nameAnother.sv,
                en: "run as that user, or " + nameAnother.en))
    }

    static func noUnprivilegedUser(_ tried: [String]) -> LocalServerError {
        let names = tried.map { "\"\($0)\"" }
        return LocalServerError(
            .user,
            Text(
                sv: "det finns ingen användare utan särskilda rättigheter att köra PostgreSQL som: "
                    + names.joined(separator: " eller ") + " saknas eller är root",
                en: "there is no unprivileged user to run PostgreSQL as: "
                    + names.joined(separator: " or ") + " is missing or is root"),
            hint: Text(
                sv: "skapa en (useradd --system riktmarke) och sätt "
                    + "\(ServerVariables.clusterUser)=riktmarke",
                en: "make one (useradd --system riktmarke) and set "
                    + "\(ServerVariables.clusterUser)=riktmarke"))
    }

    static func unknownOwner(_ path: FilePath, _ number: UInt32) -> LocalServerError {
        LocalServerError(
            .user,
            Text(
                sv: "ägaren till \"\(path)\", användare nummer \(number), finns inte",
                en: "the owner of \"\(path)\", user number \(number), does not exist"),
            hint: Text(verbatim: "chown -R postgres: '\(path)'"))
    }

    static func otherOwner(
        _ folder: ClusterFolder, _ owner: String, wished: String
    ) -> LocalServerError {
        let variable = ServerVariables.clusterUser
        let command = "chown -R \(wished): '\(folder.path)'"
        return LocalServerError(
            .user,
            Text(
                sv: "\(variable) är \"\(wished)\", men databasen i \"\(folder.data)\" tillhör "
                    + "\"\(owner)\"",
                en: "\(variable) is \"\(wished)\", but the cluster in \"\(folder.data)\" belongs "
                    + "to \"\(owner)\""),
            hint: Text(
                sv: "ta bort \(variable), eller stoppa servern och kör: \(command)",
                en: "unset \(variable), or stop the server and run: \(command)"))
    }
}
