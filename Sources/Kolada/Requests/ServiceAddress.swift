public import Diagnostics

/// Where Kolada's API is: `https://api.kolada.se/v3/`, or a stand-in for it.
public struct ServiceAddress: Sendable, Hashable, CustomStringConvertible {
    /// Kolada's own.
    public static let kolada = ServiceAddress(origin: "https://api.kolada.se", prefix: "/v3")

    /// Scheme and host, without a slash at the end: `https://api.kolada.se`.
    public let origin: String
    /// The path before every request's own, without a slash at its end: `/v3`.
    public let prefix: String

    private init(origin: String, prefix: String) {
        self.origin = origin
        self.prefix = prefix
    }

    /// Reads an address.
    /// - Throws: `Failure` with status 78 for anything but http or https, a host and a plain path.
    public init(_ text: String) throws(Failure) {
        let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
        let rest = text.dropFirst(scheme?.count ?? 0)
        let host = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(host.count)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard let scheme, isPlain, !host.isEmpty, !text.contains("?"), !text.contains("#"),
            !host.contains("@")
        else {
            throw Failure(
                .configuration, code: "kolada.address",
                Text(
                    sv: "\"\(text)\" är ingen adress till Koladas API",
                    en: "\"\(text)\" is no address of Kolada's API"),
                hint: Text(
                    sv:
                        "Skriv till exempel https://api.kolada.se/v3/ utan lösenord och frågetecken.",
                    en: "Write for example https://api.kolada.se/v3/, without password or query."))
        }
        var prefix = String(path)
        while prefix.hasSuffix("/") { prefix.removeLast() }
        origin = scheme + host
        self.prefix = prefix
    }

    /// The address with a slash at its end.
    public var description: String { origin + prefix + "/" }

    /// The whole address of a request's path, such as `kpi?per_page=5000`.
    public func url(of path: String) -> String { description + path }

    /// The path, below this address, that a `next_url` leads to.
    ///
    /// Its host is not used, since a proxy may have put its own there. Its path must be that of the
    /// request that it continues, so that an answer cannot lead elsewhere.
    ///
    /// - Returns: nil when it leads anywhere else.
    public func path(ofNext next: String, after path: String) -> String? {
        var rest = Substring(next)
        if let scheme = ["https://", "http://"].first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(scheme.count).drop { $0 != "/" }
        }
        let asked = path.prefix { $0 != "?" }
        let continued = rest.prefix { $0 != "?" }
        let query = rest.dropFirst(continued.count)
        guard continued.first == "/", query.count > 1,
            next.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            Self.plain(continued).hasSuffix("/" + Self.plain(asked))
        else { return nil }
        return String(asked) + String(query)
    }

    /// A path whose commas are written as such: servers may give them back as %2C.
    private static func plain(_ path: Substring) -> String {
        var plain = ""
        var rest = path
        while let character = rest.popFirst() {
            if character == "%", rest.prefix(2).uppercased() == "2C" {
                plain += ","
                rest = rest.dropFirst(2)
            } else {
                plain.append(character)
            }
        }
        return plain
    }
}
