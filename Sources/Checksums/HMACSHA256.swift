internal import CLibCrypto

/// Computes HMAC-SHA-256 (RFC 2104, FIPS 198-1) with the system's OpenSSL.
public enum HMACSHA256 {
    /// The code of a message by a key: 32 bytes, or `nil` when OpenSSL reported a failure.
    public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard let keyLength = CInt(exactly: key.count) else { return nil }
        var length: CUnsignedInt = 0
        var isDone = false
        let code = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { memory, count in
            isDone =
                HMAC(
                    EVP_sha256(), key, keyLength, message, message.count, memory.baseAddress,
                    &length) != nil
            count = isDone ? Int(length) : 0
        }
        return isDone && code.count == 32 ? code : nil
    }
}
