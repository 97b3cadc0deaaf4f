import Glibc
import Testing

@testable import Tabular

@Suite("Opening and reading files")
struct InputFileTests {
    private func failure(opening path: String) -> TabularError? {
        do throws(TabularError) {
            _ = try InputFile(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func `says that a file is missing, with its path and the system's words`() {
        let error = failure(opening: "/nonexistent/kommuner.csv")
        #expect(error?.code == .notFound)
        #expect(error?.path == "/nonexistent/kommuner.csv")
        #expect(error?.detail == "No such file or directory")
        #expect(
            error?.description
                == "/nonexistent/kommuner.csv: there is no such file: No such file or directory")
    }

    @Test func `refuses a directory`() {
        #expect(failure(opening: "/tmp")?.code == .isDirectory)
    }

    @Test func `refuses a pipe at once instead of waiting for a writer`() throws {
        var folder = try TemporaryFolder()
        let pipe = try folder.makePipe(named: "pipe")
        #expect(failure(opening: pipe)?.code == .notARegularFile)
    }

    @Test func `refuses a device`() {
        #expect(failure(opening: "/dev/zero")?.code == .notARegularFile)
    }

    @Test(arguments: ["", "/tmp\u{0}/x"])
    func `refuses a path that no file can have`(_ path: String) {
        #expect(failure(opening: path)?.code == .notFound)
    }

    @Test func `reads again from the start after a rewind`() throws {
        var folder = try TemporaryFolder()
        var file = try InputFile(path: folder.write(Array("abcdef".utf8), as: "a"))
        #expect(file.size == 6)
        var buffer = [UInt8](repeating: 0, count: 4)
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 4)
        #expect(file.offset == 4)
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 2)
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 0)
        file.rewind()
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 4)
        #expect(buffer == Array("abcd".utf8))
    }

    @Test func `notices that the file was written to`() throws {
        var folder = try TemporaryFolder()
        let path = try folder.write(Array("0182;86".utf8), as: "a")
        let file = try InputFile(path: path)
        try file.checkUnchanged()
        _ = try folder.write(Array("0182;68\n".utf8), as: "a")
        let error = #expect(throws: TabularError.self) { try file.checkUnchanged() }
        #expect(error?.code == .changedWhileReading)
    }

    @Test func `does not read to the end of a file that was written to`() throws {
        var folder = try TemporaryFolder()
        let path = try folder.write(Array("0182;86\n".utf8), as: "a")
        let reader = try OpenReader(path: path, .semicolon)
        _ = try folder.write(Array("0182;68\n0117;85\n".utf8), as: "a")
        let error = #expect(throws: TabularError.self) {
            while try reader.next() { continue }
        }
        #expect(error?.code == .changedWhileReading)
        #expect(error?.line == nil)
    }

    @Test func `feeds every byte to the caller while it inspects`() throws {
        var folder = try TemporaryFolder()
        var bytes = Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
        bytes[1 << 20] = UInt8(ascii: "\n")
        bytes.append(contentsOf: Array("\u{E5}\r\n".utf8))
        var file = try InputFile(path: folder.write(bytes, as: "a"))
        var seen: [UInt8] = []
        let inspection = try file.inspect { chunk in
            chunk.withUnsafeBufferPointer { seen.append(contentsOf: $0) }
        }
        #expect(seen == bytes)
        #expect(inspection == FileInspection(of: bytes))
        #expect(inspection.byteCount == bytes.count)
        #expect(inspection.sample.count == 65_536)
        #expect(!inspection.sampleIsComplete)
        #expect(file.offset == 0)
    }

    @Test func `names the file in the errors of a reader`() throws {
        var folder = try TemporaryFolder()
        let path = try folder.write([0x61, 0xFF], as: "bad.csv")
        var reader = CSVReader(file: try InputFile(path: path), encoding: .utf8, dialect: .comma)
        let error = #expect(throws: TabularError.self) { try reader.next() }
        #expect(error?.description == "\(path): line 1: the bytes are not UTF-8 (byte 1)")
    }
}

@Suite("Reading a stream")
struct InputStreamTests {
    @Test func `looks at the first line of a pipe and gives all of it afterwards`() throws {
        var folder = try TemporaryFolder()
        let pipe = try folder.makePipe(named: "pipe")
        // Opened for both ends, a pipe neither waits for a writer nor ends before it is closed.
        let writer = open(pipe, O_RDWR)
        defer { close(writer) }
        let text = Array("name;value\n1;2\n".utf8)
        #expect(write(writer, text, text.count) == text.count)
        var stream = try InputStream(path: pipe)
        #expect(try stream.peekLine() == text)
        var reader = CSVReader(stream: stream, dialect: .semicolon)
        #expect(try reader.next())
        #expect(reader.string(at: 1) == "value")
        #expect(try reader.next())
        #expect(reader.string(at: 0) == "1")
    }

    @Test func `says that it cannot be opened`() {
        #expect(throws: TabularError.self) { _ = try InputStream(path: "/nonexistent/pipe") }
    }
}
