internal import Checksums
import Diagnostics

/// Which bytes a file held: its size and the SHA-256 of its content.
public struct FileIdentity: Sendable, Hashable {
    /// The path of the file.
    public var path: String
    /// The size in bytes.
    public var size: Int
    /// The SHA-256 of the content, 32 bytes.
    public var sha256: [UInt8]

    /// Creates an identity from its parts.
    public init(path: String, size: Int, sha256: [UInt8]) {
        self.path = path
        self.size = size
        self.sha256 = sha256
    }

    /// The SHA-256 as 64 hexadecimal digits.
    public var hexadecimal: String {
        sha256.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// Whether both stand for the same bytes, wherever they lie.
    public func hasSameContent(as other: FileIdentity) -> Bool {
        size == other.size && sha256 == other.sha256
    }
}

/// The digest of a file's bytes as they pass by on their way to somebody else.
final class PassingDigest {
    private var digest: SHA256?
    private(set) var size = 0

    init() {
        digest = SHA256()
    }

    /// Takes the next bytes.
    func add(_ bytes: Span<UInt8>) {
        size += bytes.count
        bytes.withUnsafeBytes { digest?.update($0) }
    }

    /// Ends the digest and gives the identity of a file with these bytes.
    func finish(path: String) throws(SourceError) -> FileIdentity {
        let ended = digest.take()
        guard let hash = ended?.finish() else {
            throw SourceError(
                .software, code: "source.no-digest",
                .init(
                    sv: "OpenSSL kunde inte räkna ut filens SHA-256",
                    en: "OpenSSL could not compute the SHA-256 of the file"),
                at: .file(path: path))
        }
        return FileIdentity(path: path, size: size, sha256: hash)
    }
}
