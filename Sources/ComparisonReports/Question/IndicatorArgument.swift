internal import Comparison
package import Diagnostics
package import Indicators
package import Postgres
internal import Warehouse

/// Finds the indicator that a word of the command line means.
package struct IndicatorArgument: Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// The words by which it was found, when it was not named by its code; to be said aloud.
    package let words: String?

    /// Looks a code up at once; only words need the whole catalogue.
    ///
    /// - Parameters:
    ///   - text: a code, a name or words.
    ///   - municipality: of several hits, the only one for which it has values is meant.
    ///   - connection: where to look.
    /// - Throws: `Failure` with status 64 that lists what was found or probably meant.
    package init(
        _ text: String, for municipality: Municipality?, _ connection: inout Connection
    ) throws {
        if let code = IndicatorCode(text.filter { !$0.isWhitespace }),
            let indicator = try IndicatorDimension.find(&connection, code: code)
        {
            self.indicator = indicator
            words = nil
            return
        }
        let directory = IndicatorDirectory(
            indicators: try IndicatorDimension.all(&connection),
            aliases: try IndicatorDimension.aliases(&connection))
        let found = try directory.find(
            text,
            withOutcomes: try ComparisonReader.indicatorsWithOutcomes(
                &connection, municipality: municipality))
        indicator = found.indicator
        words = found.isSearchResult ? text : nil
    }

    /// Asks for the indicator together with the next statement, where the word may be a code.
    ///
    /// For what is read before the indicator is looked up: the server works on both at once.
    package static func askAhead(
        _ text: String, _ connection: inout Connection
    ) throws(PostgresError) {
        guard let code = IndicatorCode(text.filter { !$0.isWhitespace }) else { return }
        try IndicatorDimension.askAhead(&connection, code: code)
    }

    /// That the indicator was found by words, in words.
    package var remark: Text? {
        words.map { words in
            Text(
                sv: "\"\(words)\" tolkades som \(indicator.code) \(indicator.title).",
                en: "\"\(words)\" was taken to mean \(indicator.code) \(indicator.title).")
        }
    }
}
