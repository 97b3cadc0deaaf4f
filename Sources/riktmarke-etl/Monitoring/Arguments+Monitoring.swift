public import ArgumentParser
public import Monitoring

extension LogForm: ExpressibleByArgument {}
