internal import CLibPQ
internal import Glibc

/// libpq's connection keywords: reading, completing and showing them.
enum ConnectionKeywords {
    /// Reads a URL or a `key=value` string; only what it says itself, without defaults.
    static func parse(_ conninfo: String) throws(PostgresError) -> [String: String] {
        guard !conninfo.utf8.contains(0) else {
            throw PostgresError(.configuration, "the connection string holds a NUL byte")
        }
        var problem: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(conninfo, &problem) else {
            let message = trimmed(problem) ?? "out of memory"
            PQfreemem(problem)
            throw PostgresError(
                .configuration,
                "the connection string cannot be read: \(withoutSecrets(message, of: conninfo))",
                hint: "write it as postgresql://user@host:port/database or host=... dbname=...")
        }
        defer { PQconninfoFree(options) }
        return dictionary(options)
    }

    /// Completes keywords from service file, environment and defaults, exactly as libpq will.
    ///
    /// libpq has no call for this. But it completes them before it looks at their values, so an
    /// attempt with an impossible `sslmode` ends after completion and before any network.
    static func resolve(_ explicit: [String: String]) throws(PostgresError) -> [String: String] {
        if isComplete(explicit) { return explicit }
        let impossible = "resolve-only"
        let attempt = withKeywordArrays(explicit.merging(["sslmode": impossible]) { $1 }) {
            PQconnectStartParams($0, $1, 0)
        }
        defer { PQfinish(attempt) }
        guard let options = PQconninfo(attempt) else {
            throw PostgresError(.connectionFailed, "out of memory")
        }
        defer { PQconninfoFree(options) }
        var resolved = dictionary(options)
        guard resolved["sslmode"] == impossible else {
            throw PostgresError(
                .configuration, trimmed(PQerrorMessage(attempt)) ?? "invalid connection settings")
        }
        resolved["sslmode"] = explicit["sslmode"]
        return resolved
    }

    /// Whether keywords name everything that is asked of the completed ones, as those of a private
    /// server do; completing them takes a tenth of the time in which the server accepts a session.
    private static func isComplete(_ explicit: [String: String]) -> Bool {
        ["host", "port", "user", "dbname"].allSatisfy { explicit[$0] != nil }
            && explicit["service"] == nil
            && ["PGSERVICE", "PGHOSTADDR", "PGOPTIONS", "PGCONNECT_TIMEOUT", "PGPASSWORD"]
                .allSatisfy { (name: String) in getenv(name) == nil }
    }

    /// Calls libpq with keywords as the two C arrays it takes.
    static func withKeywordArrays<R>(
        _ keywords: [String: String],
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>
        ) -> R
    ) -> R {
        let pairs = keywords.sorted { $0.key < $1.key }
        // One block of C strings: key, value, key, value, …
        var block: [CChar] = []
        var offsets: [Int] = []
        for (key, value) in pairs {
            for text in [key, value] {
                offsets.append(block.count)
                block += text.utf8CString
            }
        }
        return block.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress
            var keys: [UnsafePointer<CChar>?] = []
            var values: [UnsafePointer<CChar>?] = []
            for index in pairs.indices {
                keys.append(start.map { $0 + offsets[2 * index] })
                values.append(start.map { $0 + offsets[2 * index + 1] })
            }
            keys.append(nil)
            values.append(nil)
            return body(keys, values)
        }
    }

    /// Shows keywords, with `***` for what libpq itself marks as secret.
    static func redacted(_ keywords: [String: String]) -> String {
        let secrets = secretKeywords
        return keywords.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(secrets.contains($0.key) ? "***" : $0.value)" }
            .joined(separator: " ")
    }

    /// Replaces what libpq marks as secret, should a message of its hold it.
    static func redact(_ message: String, using keywords: [String: String]) -> String {
        var result = message
        for key in secretKeywords {
            guard let secret = keywords[key], !secret.isEmpty else { continue }
            result = result.replacing(secret, with: "***")
        }
        return result
    }

    private static var secretKeywords: Set<String> {
        guard let options = PQconndefaults() else { return ["password", "sslpassword"] }
        defer { PQconninfoFree(options) }
        var keys: Set<String> = ["password", "sslpassword"]
        each(options) { option in
            if trimmed(option.dispchar)?.contains("*") == true {
                keys.insert(String(cString: option.keyword))
            }
        }
        return keys
    }

    private static func dictionary(
        _ options: UnsafeMutablePointer<PQconninfoOption>
    ) -> [String: String] {
        var result: [String: String] = [:]
        each(options) { option in
            guard let value = option.val else { return }
            result[String(cString: option.keyword)] = String(cString: value)
        }
        return result
    }

    private static func each(
        _ options: UnsafeMutablePointer<PQconninfoOption>, _ body: (PQconninfoOption) -> Void
    ) {
        var next = options
        while next.pointee.keyword != nil {
            body(next.pointee)
            next += 1
        }
    }

    /// libpq quotes the piece it stumbled over, and nobody knows whether that is a password.
    private static func withoutSecrets(_ message: String, of conninfo: String) -> String {
        guard conninfo.contains("@") || conninfo.lowercased().contains("pass") else {
            return message
        }
        let pieces = message.split(separator: "\"", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return message
        }
        return "\(first)\"...\"\(last)"
    }
}
