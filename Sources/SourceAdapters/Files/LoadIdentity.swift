internal import Checksums
internal import Diagnostics

/// What a load's result depends on, as one digest: the same identity gives the same result.
public enum LoadIdentity {
    /// The SHA-256 over parts, each with its length in front so that none can run into the next.
    /// - Throws: `SourceError` when OpenSSL cannot compute it.
    public static func digest(of parts: [[UInt8]]) throws(SourceError) -> [UInt8] {
        var digest = SHA256()
        for part in parts {
            var length = UInt64(part.count).littleEndian
            withUnsafeBytes(of: &length) { digest?.update($0) }
            part.withUnsafeBytes { digest?.update($0) }
        }
        let ended = digest.take()
        guard let hash = ended?.finish() else {
            throw SourceError(
                .software, code: "source.no-digest",
                Text(
                    sv: "OpenSSL kunde inte räkna ut en SHA-256",
                    en: "OpenSSL could not compute a SHA-256"))
        }
        return hash
    }
}
