import Glibc
import TestSupport
import Testing

@testable import LocalServer

@Suite struct FolderTests {
    @Test func `a long folder name gets a short socket`() async throws {
        let long = String(repeating: "kommunens-gemensamma-mapp/", count: 6) + "riktmärke o'clock"
        let scratch = try await ScratchCluster(within: long)
        #expect("\(scratch.cluster.address.socket)".utf8.count < 107)
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SELECT 1") == "1")
        try await scratch.discard()
    }

    @Test func `spaces and quotes in the folder's name do no harm`() async throws {
        let scratch = try await ScratchCluster(within: "min data \"$HOME\" `id` 'x'")
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SELECT 1") == "1")
        try await scratch.discard()
    }

    @Test func `one folder has one socket, however its path is spelt`() async throws {
        let temporary = try TemporaryFolder("spelling")
        let real = temporary.path(of: "real")
        let link = temporary.path(of: "link")
        #expect(mkdir("\(real)", 0o755) == 0)
        #expect(symlink("\(real)", "\(link)") == 0)
        let one = PrivateCluster(folder: ClusterFolder(real))
        let other = PrivateCluster(folder: ClusterFolder(temporary.path(of: "link/sub/..")))
        #expect(one.address == other.address)
        try await temporary.remove()
    }

    @Test func `refuses a socket folder that others may write to`() async throws {
        let scratch = try await ScratchCluster.made()
        let socketFolder = scratch.cluster.address.socketFolder
        try await Shell.run("mkdir -p \"$1\" && chmod 0777 \"$1\"", socketFolder)
        let error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.start()
        }
        #expect(error?.code == .folder)
        #expect(error?.description.contains("\(socketFolder)") == true)
        try await scratch.discard()
    }

    @Test func `refuses a socket folder that is a link to elsewhere`() async throws {
        let scratch = try await ScratchCluster.made()
        try await Shell.run(
            "mkdir -p \"$1/../elsewhere\" && ln -s ../elsewhere \"$1/socket\"",
            scratch.cluster.folder.path)
        await #expect(throws: LocalServerError.self) { try await scratch.cluster.start() }
        try await scratch.discard()
    }

    @Test func `refuses a folder that belongs to somebody else`() async throws {
        let temporary = try TemporaryFolder("foreign")
        let error = #expect(throws: LocalServerError.self) {
            try PrivateFolder.check(temporary.path, owner: 4_000_000)
        }
        #expect(error?.description.contains("not to uid 4000000") == true)
        try await temporary.remove()
    }

    @Test func `a server that answers from a stranger's folder is not taken for ours`()
        async throws
    {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let socketFolder = scratch.cluster.address.socketFolder
        #expect(chmod("\(socketFolder)", 0o777) == 0)
        await #expect(throws: LocalServerError.self) { try await scratch.cluster.ensureRunning() }
        #expect(chmod("\(socketFolder)", 0o700) == 0)
        try await scratch.cluster.ensureRunning()
        try await scratch.discard()
    }

    @Test func `names the first folder that the server's user may not enter`() async throws {
        let temporary = try TemporaryFolder("closed")
        let closed = temporary.path(of: "closed")
        let inner = temporary.path(of: "closed/open")
        #expect(mkdir("\(closed)", 0o700) == 0)
        #expect(mkdir("\(inner)", 0o755) == 0)
        let nobody = ClusterUser(
            name: "nobody", userID: 4_000_000, groupID: 4_000_000, dropsPrivileges: true)
        let error = #expect(throws: LocalServerError.self) {
            try PrivateFolder.checkPassage(to: inner, for: nobody)
        }
        #expect(error?.description.contains("may not enter \"\(closed)\"") == true)
        #expect(error?.description.contains("chmod o+x '\(closed)'") == true)
        #expect(chmod("\(closed)", 0o711) == 0)
        try PrivateFolder.checkPassage(to: inner, for: nobody)
        try await temporary.remove()
    }

    @Test(arguments: [
        (0o700, false, false, true), (0o700, true, false, false), (0o710, true, false, false),
        (0o710, true, true, true), (0o701, true, false, true), (0o701, true, true, false),
    ])
    func `passage follows the owner's, the group's or the others' bit`(
        mode: Int, isStranger: Bool, sharesGroup: Bool, passes: Bool
    ) {
        let status = FileStatus(
            owner: 7, group: 70, mode: mode_t(mode), size: 0, allocated: 0)
        #expect(
            status.allowsPassage(user: isStranger ? 8 : 7, group: sharesGroup ? 70 : 80) == passes)
    }

    @Test func `the standard folder follows the variables in their order`() throws {
        func path(_ environment: [String: String]) throws -> String {
            "\(try ClusterFolder.standard(environment: environment).path)"
        }
        let all = [
            "RIKTMARKE_DATA": "/srv/data", "XDG_DATA_HOME": "/home/anna/shared",
            "HOME": "/home/anna",
        ]
        #expect(try path(all) == "/srv/data")
        var rest = all
        rest["RIKTMARKE_DATA"] = ""
        let expected =
            geteuid() == 0
            ? ["/var/lib/riktmarke", "/var/lib/riktmarke"]
            : ["/home/anna/shared/riktmarke", "/home/anna/.local/share/riktmarke"]
        #expect(try path(rest) == expected[0])
        rest["XDG_DATA_HOME"] = "relative/paths/are/ignored"
        #expect(try path(rest) == expected[1])
    }

    @Test func `a lock that is held is told after the patience is over`() async throws {
        let temporary = try TemporaryFolder("lock")
        let path = temporary.path(of: "server.lock")
        let held = try await FolderLock.acquire(path)
        let error = await #expect(throws: LocalServerError.self) {
            _ = try await FolderLock.acquire(path, patience: .milliseconds(30))
        }
        #expect(error?.code == .busy)
        held.release()
        // A process that another test is just starting may hold the file for a moment.
        let again = try await FolderLock.acquire(path)
        again.release()
        try await temporary.remove()
    }

    @Test func `a connection string survives quotes and backslashes`() throws {
        let address = ClusterAddress(
            socketFolder: try ClusterFolder.standard(environment: [
                "RIKTMARKE_DATA": "/tmp/it's \\ here"
            ])
            .path, port: 5432, user: "postgres", database: "riktmarke")
        #expect(
            address.conninfo()
                == #"host='/tmp/it\'s \\ here' port='5432' user='postgres' dbname='riktmarke'"#)
    }
}
