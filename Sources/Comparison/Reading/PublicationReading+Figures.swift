public import Indicators

extension PublicationReading {
    /// A figure as it is to be shown: preliminary where its year's publication has not ended.
    public func marked(_ figure: OutcomeFigure, in period: Period) -> OutcomeFigure {
        var figure = figure
        figure.status = status(figure.status, from: figure.source, in: period)
        return figure
    }
}
