public import ArgumentParser
public import Statistics

extension Orientation: ExpressibleByArgument {}
extension Distance.Metric: ExpressibleByArgument {}
