/// Builds libpq's `options`: server settings that travel with the request to connect, so that
/// a session is as it should be without a further round trip.
enum StartupOptions {
    /// Settings no user may change, since reading and writing values rests on them.
    private static let fixed = [
        ("TimeZone", "UTC"), ("DateStyle", "ISO"), ("standard_conforming_strings", "on"),
    ]

    /// Joins settings and the user's own options; of two values for a setting the later wins.
    static func text(
        settings: [String: String], role: String?, userOptions: String?
    ) throws(PostgresError) -> String {
        var words: [String] = []
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            words.append(try word(name, value))
        }
        if let userOptions, !userOptions.isEmpty { words.append(userOptions) }
        for (name, value) in fixed {
            words.append(try word(name, value))
        }
        if let role { words.append(try word("role", role)) }
        // Not by `joined`: the first call of it takes as long as all the rest of this.
        return words.dropFirst().reduce(words.first ?? "") { $0 + " " + $1 }
    }

    private static func word(_ name: String, _ value: String) throws(PostgresError) -> String {
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default:
                false
            }
        }
        guard isName, !name.isEmpty else {
            throw PostgresError(.configuration, "\"\(name)\" is not the name of a setting")
        }
        guard !value.utf8.contains(0) else {
            throw PostgresError(.configuration, "the value of \"\(name)\" holds a NUL byte")
        }
        return "-c \(name)=\(escaped(value))"
    }

    /// The server splits `options` at white space that no backslash precedes.
    private static func escaped(_ value: String) -> String {
        var result: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: " "), 9...13: result.append(UInt8(ascii: "\\"))
            default: break
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
