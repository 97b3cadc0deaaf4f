import CZip
import DocumentText
import Foundation

/// A file that a test makes, in a folder of its own.
final class SampleFile {
    /// Where it lies.
    let path: String
    /// The folder that it lies in.
    let folder: String

    /// Writes some bytes.
    init(_ bytes: [UInt8], name: String = "rapport") throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID())")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        folder = place.path()
        path = place.appending(path: name).path()
        try Data(bytes).write(to: place.appending(path: name))
    }

    /// Writes an archive of parts.
    convenience init(parts: [(name: String, bytes: [UInt8])], name: String = "rapport.docx") throws
    {
        let archive = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID()).zip")
        defer { try? FileManager.default.removeItem(at: archive) }
        try Self.archive(parts, archive.path())
        try self.init(Array(Data(contentsOf: archive)), name: name)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The text of the file.
    func read(
        limits: DocumentLimits = DocumentLimits(), searchPath: String? = nil
    ) async throws -> DocumentText {
        try await DocumentText.read(path, searchPath: searchPath, limits: limits)
    }

    /// Writes a program into a folder of its own, to be found instead of the true one.
    static func program(_ script: String) throws -> SampleFile {
        let file = try SampleFile(Array("#!/bin/sh\n\(script)\n".utf8), name: "pdftotext")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file
    }

    private static func archive(_ parts: [(name: String, bytes: [UInt8])], _ path: String) throws {
        var failure: CInt = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &failure) else {
            throw CocoaError(.fileWriteUnknown)
        }
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for buffer in kept { buffer.deallocate() } }
        for part in parts {
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.bytes.count)
            _ = buffer.initialize(fromContentsOf: part.bytes)
            kept.append(buffer)
            let source = zip_source_buffer(
                archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
            zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
