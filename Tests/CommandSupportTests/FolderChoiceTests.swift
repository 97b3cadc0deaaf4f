import CommandSupport
import Diagnostics
import Testing

struct FolderChoiceTests {
    @Test func `prefers the flag, then the variable, then here, then the prefix`() throws {
        let folder = try TemporaryFolder()
        let here = try folder.folder("here")
        let prefix = try folder.folder("prefix")
        for name in ["here/seeds", "prefix/share", "prefix/share/riktmarke", "named", "flagged"] {
            _ = try folder.folder(name)
        }
        let installed = try folder.folder("prefix/share/riktmarke/seeds")
        let executable = prefix + "/bin/riktmarke-etl"
        let environment = Environment(["RIKTMARKE_SEEDS": folder.path + "/named"])

        let flagged = try FolderChoice(
            .seeds, flag: folder.path + "/flagged", environment: environment,
            executable: executable, currentFolder: here)
        #expect(flagged.path == folder.path + "/flagged")
        #expect(flagged.origin == .flag("--seeds"))

        let named = try FolderChoice(
            .seeds, flag: nil, environment: environment, executable: executable,
            currentFolder: here)
        #expect(named.path == folder.path + "/named")

        let local = try FolderChoice(
            .seeds, flag: nil, environment: Environment([:]), executable: executable,
            currentFolder: here)
        #expect(local.path == here + "/seeds")

        let shared = try FolderChoice(
            .seeds, flag: nil, environment: Environment([:]), executable: executable,
            currentFolder: folder.path)
        #expect(shared.path == installed)
    }

    @Test func `says where it looked when there is none`() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: Failure.self) {
            try FolderChoice(
                .specifications, flag: nil, environment: Environment([:]),
                executable: "/opt/none/bin/riktmarke-etl", currentFolder: folder.path)
        }
        #expect(failure?.exitStatus == .noInput)
        #expect(
            failure?.diagnostics.first?.notes.map(\.en) == [
                "looked in: \(folder.path)/etl (default)",
                "looked in: /opt/none/share/riktmarke/etl (default)",
            ])
        #expect(failure?.diagnostics.first?.hint?.sv.contains("--etl MAPP") == true)
    }

    @Test func `does not search on behind a folder that was named`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.folder("etl")
        let failure = #expect(throws: Failure.self) {
            try FolderChoice(
                .specifications, flag: folder.path + "/wrong", environment: Environment([:]),
                currentFolder: folder.path)
        }
        #expect(failure?.diagnostics.first?.notes.count == 1)
    }

    @Test func `takes no file for a folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write("etl", "")
        #expect(throws: Failure.self) {
            try FolderChoice(
                .specifications, flag: nil, environment: Environment([:]), executable: nil,
                currentFolder: folder.path)
        }
    }
}
