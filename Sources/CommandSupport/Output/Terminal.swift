public import Diagnostics
internal import Glibc
public import Reporting

/// When colour is used.
public enum ColorMode: String, Sendable, Hashable, CaseIterable {
    /// On a terminal, unless the environment says no.
    case auto
    /// Always.
    case always
    /// Never.
    case never
}

/// What one of the standard streams can show.
public struct Terminal: Sendable, Hashable {
    /// Whether the stream goes to a terminal.
    public let isTerminal: Bool
    /// The terminal's width in columns, or the one that `COLUMNS` asks for; `nil` if neither.
    public let width: Int?
    /// Whether colour may be used.
    public let usesColor: Bool
    /// Whether the terminal can go back and write over a line.
    public let canRewriteLine: Bool

    /// Describes a stream from what is known about it.
    ///
    /// - Parameters:
    ///   - isTerminal: whether it goes to a terminal.
    ///   - windowWidth: the width that the terminal tells, if it does.
    ///   - environment: the variables to obey: `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, `COLUMNS`.
    ///   - color: what the user asked for.
    public init(
        isTerminal: Bool, windowWidth: Int?, environment: Environment, color: ColorMode
    ) {
        self.isTerminal = isTerminal
        let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        width = isTerminal ? windowWidth ?? columns ?? 80 : columns
        let isDumb = environment["TERM"] == "dumb"
        canRewriteLine = isTerminal && !isDumb
        usesColor =
            switch color {
            case .always: true
            case .never: false
            case .auto:
                if environment["NO_COLOR"] != nil {
                    false
                } else if let force = environment["CLICOLOR_FORCE"], force != "0" {
                    true
                } else {
                    isTerminal && !isDumb
                }
            }
    }

    /// Looks at standard output.
    public static func standardOutput(_ environment: Environment, color: ColorMode) -> Terminal {
        Terminal(descriptor: STDOUT_FILENO, environment: environment, color: color)
    }

    /// Looks at standard error.
    public static func standardError(_ environment: Environment, color: ColorMode) -> Terminal {
        Terminal(descriptor: STDERR_FILENO, environment: environment, color: color)
    }

    private init(descriptor: Int32, environment: Environment, color: ColorMode) {
        let isTerminal = isatty(descriptor) == 1
        var size = winsize()
        let told = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        self.init(
            isTerminal: isTerminal, windowWidth: told && size.ws_col > 0 ? Int(size.ws_col) : nil,
            environment: environment, color: color)
    }

    /// How a table is rendered for this stream.
    ///
    /// Text is shortened on a terminal only: whoever reads a file or a pipe gets all of it.
    public func style(_ language: Language) -> TerminalStyle {
        TerminalStyle(
            language: language, width: width, shortensText: isTerminal, usesColor: usesColor)
    }
}
