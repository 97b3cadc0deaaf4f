internal import CZip

/// A ZIP archive that is open for reading.
package struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    private let limits: WorkbookLimits

    /// Opens an archive.
    /// - Throws: ``WorkbookError`` with `cannotOpen` or `tooLarge`.
    package init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
        if let parts = ArchiveDirectory.parts(path), parts > UInt64(limits.parts) {
            throw WorkbookError(.tooLarge, detail: "\(parts) parts")
        }
        var failure: CInt = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &failure) else {
            throw WorkbookError(.cannotOpen, detail: Self.text(failure))
        }
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else {
            zip_discard(archive)
            throw WorkbookError(.tooLarge, detail: "\(count) parts")
        }
        self.archive = archive
        self.limits = limits
    }

    deinit {
        zip_discard(archive)
    }

    /// Whether the archive has a part.
    package func has(_ name: String) -> Bool {
        zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE)) >= 0
    }

    /// Reads a part in chunks, from its start to its end.
    ///
    /// - Parameters:
    ///   - name: Its path in the archive; letters' case is not looked at, as Excel does not.
    ///   - limit: How many bytes it may unfold to.
    ///   - body: Gets each chunk, and says whether to go on.
    /// - Throws: ``WorkbookError`` with `missingPart`, `encrypted`, `damaged` or `tooLarge`, and
    ///   what the body throws.
    package func read(
        _ name: String, limit: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Bool
    ) throws(WorkbookError) {
        let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { throw WorkbookError(.missingPart, part: name) }
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
            throw WorkbookError(.damaged, part: name, detail: text())
        }
        guard status.encryption_method == ZIP_EM_NONE else {
            throw WorkbookError(.encrypted, part: name)
        }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw WorkbookError(.damaged, part: name, detail: text())
        }
        defer { zip_fclose(file) }
        let packed = Int(clamping: status.comp_size)
        let (unfolded, isHuge) = packed.multipliedReportingOverflow(by: limits.expansion)
        let believed = isHuge ? limit : min(limit, (1 << 20) + unfolded)
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { chunk.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
            guard count >= 0 else {
                throw WorkbookError(
                    .damaged, part: name, detail: String(cString: zip_file_strerror(file)))
            }
            guard count > 0 else { return }
            total += count
            guard total <= believed else {
                throw WorkbookError(
                    .tooLarge, part: name, detail: "\(packed) → > \(believed) byte")
            }
            guard try body(UnsafeBufferPointer(rebasing: chunk[..<count])) else { return }
        }
    }

    private func text() -> String {
        String(cString: zip_strerror(archive))
    }

    private static func text(_ failure: CInt) -> String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, failure)
        defer { zip_error_fini(&error) }
        return String(cString: zip_error_strerror(&error))
    }
}
