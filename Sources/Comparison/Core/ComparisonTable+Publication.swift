internal import Indicators

extension ComparisonTable {
    /// The comparison as it may be shown while the year's publication has not ended.
    ///
    /// Values of the catalogue's own source are marked as preliminary. While they are still being
    /// collected there is neither place, verdict nor figure of the group, since those who have not
    /// reported yet are missing from them; the municipalities stand by name.
    ///
    /// - Parameter reading: what the catalogue says, and the day.
    /// - Returns: the comparison to show.
    public func published(_ reading: PublicationReading) -> ComparisonTable {
        var table = self
        for index in table.rows.indices {
            table.rows[index].figure = marked(table.rows[index].figure, reading)
            table.rows[index].otherFigures = table.rows[index].otherFigures.compactMap {
                marked($0, reading)
            }
        }
        let isConcerned = rows.contains { row in
            row.figure?.value != nil && row.figure?.source == reading.plan?.source
        }
        guard isConcerned, reading.state(of: period) == .collecting else { return table }
        table.isCollecting = true
        for index in table.rows.indices {
            table.rows[index].rank = nil
            if table.rows[index].verdict != nil { table.rows[index].verdict = Verdict.none }
        }
        table.group = table.group.coverageAlone
        table.peers = table.peers.coverageAlone
        table.rows = table.rows.map { (row: $0, name: SwedishOrder.key($0.municipality.name)) }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }.map(\.row)
        return table
    }

    private func marked(_ figure: OutcomeFigure?, _ reading: PublicationReading) -> OutcomeFigure? {
        guard var figure else { return nil }
        figure.status = reading.status(figure.status, from: figure.source, in: period)
        return figure
    }
}

extension GroupFigures {
    /// How many have a value, and nothing computed from the values.
    var coverageAlone: GroupFigures {
        var figures = self
        figures.meanUnweighted = nil
        figures.meanWeighted = nil
        figures.median = nil
        figures.min = nil
        figures.max = nil
        return figures
    }
}
