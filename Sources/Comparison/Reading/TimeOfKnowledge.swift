internal import Diagnostics
public import Postgres
internal import Warehouse

/// Reads `--as-of`: a day, meaning its end in Stockholm, or a point in time after RFC 3339.
public enum TimeOfKnowledge {
    /// The point in time that a text names.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - argument: the option it stands in, for the message.
    ///   - connection: where to ask; the server knows the rules of Stockholm's time.
    /// - Returns: the point in time.
    /// - Throws: `Failure` with status 64 for a text that names none; what the server reports.
    public static func resolve(
        _ text: String, argument: String = "--as-of", _ connection: inout Connection
    ) throws -> PostgresTimestamp {
        let characters = Array(text)
        let isDay = characters.count == 10 && hasDate(characters)
        let isTime =
            characters.count >= 17 && hasDate(characters)
            && (characters[10] == "T" || characters[10] == "t" || characters[10] == " ")
            && characters[11...].allSatisfy { $0.isASCII && ($0.isNumber || ":.+-Zz".contains($0)) }
            && (characters.last == "Z" || characters.last == "z"
                || characters.suffix(6).first.map { "+-".contains($0) } == true)
        guard isDay || isTime else { throw unreadable(text, argument) }
        do {
            return try isDay
                ? connection.onlyRow(ReadStatement.endOfDay, text)
                : connection.onlyRow(ReadStatement.pointInTime, text)
        } catch {
            guard error.sqlState?.rawValue.hasPrefix("22") == true else { throw error }
            throw unreadable(text, argument)
        }
    }

    private static func hasDate(_ characters: [Character]) -> Bool {
        characters.prefix(10).enumerated().allSatisfy { index, character in
            index == 4 || index == 7 ? character == "-" : character.isASCII && character.isNumber
        }
    }

    private static func unreadable(_ text: String, _ argument: String) -> Failure {
        Failure(
            .usage, code: "as-of.unreadable",
            Text(
                sv: "\"\(text)\" är varken en dag eller en tidpunkt",
                en: "\"\(text)\" is neither a day nor a point in time"),
            at: .argument(argument),
            hint: Text(
                sv: "skriv 2026-11-22 (slutet av den dagen) eller 2026-11-22T14:30:00+01:00",
                en: "write 2026-11-22 (the end of that day) or 2026-11-22T14:30:00+01:00"))
    }
}
