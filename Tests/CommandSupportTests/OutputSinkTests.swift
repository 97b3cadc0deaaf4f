import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import CommandSupport

struct OutputSinkTests {
    @Test func `makes a file appear when it is finished and not before`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.csv"
        var sink = try OutputSink(path: path)
        try sink.write("a,b\r\n")
        try sink.write(String(repeating: "x", count: 200_000))
        #expect(TemporaryFolder.text(path) == nil)
        try sink.finish()
        #expect(TemporaryFolder.text(path) == "a,b\r\n" + String(repeating: "x", count: 200_000))
        #expect(folder.names == ["out.csv"])
    }

    @Test func `leaves the old file and no trace when it is dropped`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("out.csv", "old")
        do {
            var sink = try OutputSink(path: path)
            try sink.write(String(repeating: "new", count: 100_000))
        }
        #expect(TemporaryFolder.text(path) == "old")
        #expect(folder.names == ["out.csv"])
    }

    @Test func `keeps the mode of the file it replaces and follows a link`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("real.csv", "old")
        chmod(path, 0o640)
        let link = folder.path + "/link.csv"
        symlink("real.csv", link)
        var sink = try OutputSink(path: link)
        try sink.write("new")
        try sink.finish()
        var status = stat()
        #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
        #expect(TemporaryFolder.text(path) == "new")
    }

    @Test func `gives a new file the mode that the umask leaves`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/new.csv"
        let sink = try OutputSink(path: path)
        try sink.finish()
        let old = try folder.write("reference", "")
        var made = stat()
        var reference = stat()
        #expect(stat(path, &made) == 0 && stat(old, &reference) == 0)
        #expect(made.st_mode == reference.st_mode)
    }

    @Test func `refuses a folder and a folder that does not exist`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: OutputError.isFolder(path: folder.path)) {
            _ = try OutputSink(path: folder.path)
        }
        let error = #expect(throws: OutputError.self) {
            _ = try OutputSink(path: folder.path + "/none/out.csv")
        }
        #expect(error?.exitStatus == .cannotCreate)
        #expect(error?.diagnostics.first?.code == "output.cannot-create")
    }

    @Test func `says that the disk is full`() throws {
        var sink = try OutputSink(path: "/dev/full")
        try sink.write("x")
        let error = #expect(throws: OutputError.self) { try sink.flush() }
        #expect(error?.exitStatus == .inputOutput)
        #expect(error?.diagnostics.first?.hint?.en.contains("free space") == true)
    }

    @Test func `takes a reader who has gone for a quiet end`() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var sink = OutputSink(stream: ends[1])
        try sink.write("x")
        let error = #expect(throws: OutputError.self) { try sink.flush() }
        #expect(error == .readerGone)
        #expect(error?.exitStatus == .ok)
        #expect(error?.diagnostics.isEmpty == true)
    }

    @Test func `waits for a stream that does not block`() async throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        _ = fcntl(writer, F_SETFL, O_NONBLOCK)
        let count = 300_000
        async let received = OwnThread.run {
            var total = 0
            var chunk = [UInt8](repeating: 0, count: 4096)
            while case let read = read(reader, &chunk, chunk.count), read > 0 { total += read }
            return total
        }
        var sink = OutputSink(stream: writer)
        try sink.write(String(repeating: "x", count: count))
        try sink.finish()
        close(writer)
        #expect(await received == count)
        close(reader)
    }
}
