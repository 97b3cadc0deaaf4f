internal import CLibCrypto

/// Computes the SHA-256 of bytes that arrive in pieces, with the system's OpenSSL (FIPS 180-4).
public struct SHA256: ~Copyable {
    private let context: OpaquePointer
    private var isSound: Bool

    /// Begins a digest; `nil` when OpenSSL has no memory for one.
    public init?() {
        guard let context = EVP_MD_CTX_new() else { return nil }
        self.context = context
        isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Feeds the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        isSound = EVP_DigestUpdate(context, base, bytes.count) == 1 && isSound
    }

    /// Ends the digest: 32 bytes, or `nil` when OpenSSL reported a failure on the way.
    public consuming func finish() -> [UInt8]? {
        let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { memory, count in
            var length: CUnsignedInt = 0
            isSound = EVP_DigestFinal_ex(context, memory.baseAddress, &length) == 1 && isSound
            count = Int(length)
        }
        return isSound && digest.count == 32 ? digest : nil
    }

    /// The digest of bytes that are all there; `nil` when OpenSSL reported a failure.
    public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8]? {
        guard var digest = SHA256() else { return nil }
        if bytes.withContiguousStorageIfAvailable({ digest.update(UnsafeRawBufferPointer($0)) })
            == nil
        {
            Array(bytes).withUnsafeBytes { digest.update($0) }
        }
        return digest.finish()
    }

    /// A digest as lower-case hexadecimal digits.
    public static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in digest {
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
        return text
    }
}
