import Checksums
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Snapshots

@Suite struct SourceStreamTests {
    /// What gzip 1.12 makes of two lines.
    private static let text = "kpi,municipality\nN00090,0182\n"
    private static let compressed =
        "H4sIAAAAAAAAA8suyNTJLc3LTM4sSMzJLKnk8jMwMLA00DEwtDDiAgAk5r/mHQAAAA=="

    private static func bytes() throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: compressed)))
    }

    /// Reads a file in pieces of so many bytes.
    private static func read(
        _ content: [UInt8], piece: Int = 5
    ) async throws -> (text: String, sha256: String) {
        let folder = try TemporaryFolder("stream")
        let path = folder.path(of: "values.csv.gz")
        try Data(content).write(to: URL(filePath: path.string))
        let result = Result {
            var stream = try SourceStream(path)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 1)
            defer { buffer.deallocate() }
            var text: [UInt8] = []
            while true {
                let count = try stream.read(into: buffer)
                if count == 0 { break }
                text += buffer[..<count]
            }
            let sha256 = SHA256.hexadecimal(try stream.finish())
            return (String(decoding: text, as: UTF8.self), sha256)
        }
        try await folder.remove()
        return try result.get()
    }

    @Test(arguments: [1, 5, 1000])
    func `reads plain and compressed files alike`(piece: Int) async throws {
        let plain = Array(Self.text.utf8)
        #expect(try await Self.read(plain, piece: piece).text == Self.text)
        let read = try await Self.read(try Self.bytes(), piece: piece)
        #expect(read.text == Self.text)
        // The digest is that of the file, not of its text.
        #expect(
            read.sha256 == SHA256.hexadecimal(try #require(SHA256.digest(of: try Self.bytes()))))
    }

    @Test func `reads several members behind one another`() async throws {
        let bytes = try Self.bytes()
        #expect(try await Self.read(bytes + bytes).text == Self.text + Self.text)
    }

    @Test func `reads an empty file`() async throws {
        #expect(try await Self.read([]).text == "")
    }

    @Test func `never takes a part of a compressed file for the whole`() async throws {
        let bytes = try Self.bytes()
        for count in 2..<bytes.count {
            await #expect(throws: SnapshotError.self, "\(count) bytes") {
                try await Self.read(Array(bytes[..<count]))
            }
        }
    }

    @Test func `never decompresses changed bytes to another text`() async throws {
        let bytes = try Self.bytes()
        var unnoticed = 0
        // The header's time, flags and system do not belong to the text.
        for place in 10..<bytes.count {
            var changed = bytes
            changed[place] ^= 0x10
            if let read = try? await Self.read(changed) {
                unnoticed += 1
                #expect(read.text == Self.text)
            }
        }
        // Some bits behind the end of the compressed text mean nothing.
        #expect(unnoticed <= 1)
    }

    @Test func `tells a missing file and a folder from a file`() async throws {
        let folder = try TemporaryFolder("stream")
        #expect(
            throws: SnapshotError(
                .notFound, path: folder.path(of: "x").string, detail: "No such file or directory")
        ) {
            _ = try SourceStream(folder.path(of: "x")).size
        }
        #expect(throws: SnapshotError(.notAFile, path: folder.path.string)) {
            _ = try SourceStream(folder.path).size
        }
        try await folder.remove()
    }

    @Test func `notices that a file changes while it is read`() async throws {
        let folder = try TemporaryFolder("stream")
        let path = folder.path(of: "values.csv")
        try Data("kpi\n".utf8).write(to: URL(filePath: path.string))
        var stream = try SourceStream(path)
        try Data("kpi,municipality\n".utf8).write(to: URL(filePath: path.string))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
        defer { buffer.deallocate() }
        var code: SnapshotError.Code?
        do {
            while try stream.read(into: buffer) > 0 {}
        } catch {
            code = error.code
        }
        #expect(code == .changed)
        try await folder.remove()
    }

    @Test func `undoes its own compression of anything`() throws {
        var random = SplitMix64(seed: 5)
        for count in [0, 1, 100, 65_536, 70_000, 300_000] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...9, using: &random) }
            let compressed = try #require(Gzip.compress(bytes))
            #expect(Gzip.isCompressed(compressed))
            #expect(try Gzip.expand(compressed, path: "", limit: 1 << 20) == bytes)
            #expect(throws: SnapshotError.self) {
                try Gzip.expand(Array(compressed.dropLast()), path: "", limit: 1 << 20)
            }
        }
    }

    @Test func `expands no further than it may`() throws {
        let bomb = try #require(Gzip.compress(Array(repeating: 0, count: 10_000_000)))
        #expect(bomb.count < 20_000)
        #expect(throws: SnapshotError(.damaged, path: "x")) {
            try Gzip.expand(bomb, path: "x", limit: 1_000_000)
        }
    }
}
