public import ArgumentParser
public import Diagnostics
public import Reporting

extension Language: ExpressibleByArgument {}
extension CSVDialect: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
