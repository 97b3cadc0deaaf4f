public import ArgumentParser

/// A command, or a group of commands, that opens no database: none is connected to on its behalf.
///
/// `ErrorBoundary.main` is told which they are: to find out by asking every command takes longer
/// than to reach the server.
public protocol OfflineCommand: ParsableCommand {}
