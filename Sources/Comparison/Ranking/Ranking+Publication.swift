internal import Indicators

extension Ranking {
    /// The ranking as it may be shown while the year's publication has not ended.
    ///
    /// Values of the catalogue's own source are marked as preliminary. While they are still being
    /// collected nobody has a place and there are no quartiles, since those who have not reported yet are
    /// missing from them; the municipalities stand by name.
    ///
    /// - Parameter reading: what the catalogue says, and the day.
    /// - Returns: the ranking to show.
    public func published(_ reading: PublicationReading) -> Ranking {
        var ranking = self
        for index in ranking.rows.indices {
            guard let figure = ranking.rows[index].figure else { continue }
            ranking.rows[index].figure = reading.marked(figure, in: period)
        }
        let isConcerned = rows.contains { row in
            row.value != nil && row.figure?.source == reading.plan?.source
        }
        guard isConcerned, reading.state(of: period) == .collecting else { return ranking }
        ranking.isCollecting = true
        ranking.spread = nil
        ranking.rows = ranking.rows.map { row in
            (
                row: RankingRow(
                    municipality: row.municipality, figure: row.figure, interval: row.interval),
                name: SwedishOrder.key(row.municipality.name)
            )
        }.sorted { $0.name.lexicographicallyPrecedes($1.name) }.map(\.row)
        return ranking
    }
}
