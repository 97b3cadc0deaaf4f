internal import Checksums
internal import Diagnostics
internal import Glibc

/// The secret by which persons and cases get their pseudonyms.
///
/// It lies in a file of its own outside the database, and nothing prints it: its description is its
/// name.
public struct CaseKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let secret: [UInt8]

    /// How many bytes a key has; written as twice as many hexadecimal digits.
    public static let size = 32

    /// Reads a key from its file: 64 hexadecimal digits, and a line end at most.
    ///
    /// - Parameter path: the file; it must be the user's own, or the superuser's, and nobody else may
    ///   read or write it.
    /// - Throws: `SourceError`, which never holds anything of the file.
    public init(path: String) throws(SourceError) {
        let bytes = try Self.read(path)
        guard let secret = Self.decoded(bytes) else {
            throw SourceError(
                .configuration, code: "cases.bad-key",
                Text(
                    sv: "nyckelfilen ska innehålla 64 hexadecimala siffror och inget annat",
                    en: "the key file must hold 64 hexadecimal digits and nothing else"),
                at: .file(path: path),
                hint: Text(
                    sv: "gör en ny: (umask 077 && openssl rand -hex 32 > FIL)",
                    en: "make one: (umask 077 && openssl rand -hex 32 > FILE)"))
        }
        self.secret = secret
    }

    /// Takes a key of 32 bytes; `nil` for any other number.
    public init?(_ secret: [UInt8]) {
        guard secret.count == Self.size else { return nil }
        self.secret = secret
    }

    /// What a key is called wherever it would be printed.
    public var description: String { "CaseKey" }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The pseudonym of a person of a municipality.
    /// - Throws: `SourceError` when OpenSSL cannot compute it.
    public func person(_ id: String, of municipality: String) throws(SourceError) -> [UInt8] {
        try code("person", municipality, id)
    }

    /// The pseudonym of a case of a municipality.
    /// - Throws: `SourceError` when OpenSSL cannot compute it.
    public func caseID(_ id: String, of municipality: String) throws(SourceError) -> [UInt8] {
        try code("case", municipality, id)
    }

    /// What tells two keys apart and tells nothing else of them.
    /// - Throws: `SourceError` when OpenSSL cannot compute it.
    public func fingerprint() throws(SourceError) -> [UInt8] {
        try code("fingerprint", "", "")
    }

    /// What the id stands for and whose it is goes in too: the same id elsewhere is somebody else.
    private func code(
        _ use: String, _ municipality: String, _ id: String
    ) throws(SourceError) -> [UInt8] {
        let message = ["riktmarke 1", use, municipality, id].joined(separator: "\0")
        guard let code = HMACSHA256.code(of: Array(message.utf8), key: secret) else {
            throw SourceError(
                .software, code: "source.no-digest",
                Text(
                    sv: "OpenSSL kunde inte räkna ut en HMAC",
                    en: "OpenSSL could not compute an HMAC"))
        }
        return code
    }

    private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var digits = bytes[...]
        while let last = digits.last, last == 0x0A || last == 0x0D { digits.removeLast() }
        guard digits.count == 2 * size else { return nil }
        var values: [UInt8] = []
        for byte in digits {
            guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                return nil
            }
            values.append(UInt8(value))
        }
        return (0..<size).map { values[2 * $0] << 4 | values[2 * $0 + 1] }
    }

    /// Reads a file after looking at it, not at its name, so that it cannot be exchanged in between.
    private static func read(_ path: String) throws(SourceError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw SourceError(
                errno == EACCES ? .permission : .noInput, code: "cases.no-key-file",
                Text(
                    sv: "nyckelfilen kan inte läsas", en: "the key file cannot be read"),
                at: .file(path: path))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SourceError(
                .configuration, code: "cases.no-key-file",
                Text(
                    sv: "nyckelfilen är ingen vanlig fil", en: "the key file is no regular file"),
                at: .file(path: path))
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw SourceError(
                .permission, code: "cases.open-key-file",
                Text(
                    sv:
                        "nyckelfilen är inte bara din: andra får läsa eller skriva den, eller äger den",
                    en: "the key file is not yours alone: others may read or write it, or own it"),
                at: .file(path: path),
                hint: Text(sv: "chmod 600 på filen", en: "chmod 600 the file"))
        }
        var bytes = [UInt8](repeating: 0, count: 256)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes { memory in
                Glibc.read(
                    descriptor, memory.baseAddress.map { $0 + length }, memory.count - length)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            length += count
        }
        return Array(bytes.prefix(length))
    }
}
