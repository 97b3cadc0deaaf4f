public import ArgumentParser

/// A command, or a group of commands, that opens no database: none is connected to on its behalf.
public protocol OfflineCommand: ParsableCommand {}
