import CommandSupport
import Diagnostics
import Reporting
import Testing

struct TerminalTests {
    private func terminal(
        _ isTerminal: Bool, _ environment: [String: String] = [:], window: Int? = nil,
        color: ColorMode = .auto
    ) -> Terminal {
        Terminal(
            isTerminal: isTerminal, windowWidth: window, environment: Environment(environment),
            color: color)
    }

    @Test(
        arguments: [
            (true, [:], ColorMode.auto, true),
            (false, [:], .auto, false),
            (true, ["NO_COLOR": "1"], .auto, false),
            (true, ["NO_COLOR": ""], .auto, true),
            (true, ["TERM": "dumb"], .auto, false),
            (false, ["CLICOLOR_FORCE": "1"], .auto, true),
            (false, ["CLICOLOR_FORCE": "0"], .auto, false),
            (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], .auto, false),
            (false, ["NO_COLOR": "1"], .always, true),
            (true, [:], .never, false),
        ] as [(Bool, [String: String], ColorMode, Bool)])
    func `colours by flag, NO_COLOR, CLICOLOR_FORCE and terminal, in this order`(
        isTerminal: Bool, environment: [String: String], mode: ColorMode, expected: Bool
    ) {
        #expect(terminal(isTerminal, environment, color: mode).usesColor == expected)
    }

    @Test(
        arguments: [
            (true, 132, "100", 132),
            (true, nil, "100", 100),
            (true, nil, nil, 80),
            (true, nil, "wide", 80),
            (true, nil, "0", 80),
            (false, nil, "100", 100),
            (false, nil, nil, nil),
        ] as [(Bool, Int?, String?, Int?)])
    func `takes the width from the window, else from COLUMNS, else 80 on a terminal`(
        isTerminal: Bool, window: Int?, columns: String?, width: Int?
    ) {
        let environment = columns.map { ["COLUMNS": $0] } ?? [:]
        #expect(terminal(isTerminal, environment, window: window).width == width)
    }

    @Test func `shortens text on a terminal only`() {
        #expect(terminal(true).style(.sv).shortensText)
        #expect(!terminal(false, ["COLUMNS": "40"]).style(.sv).shortensText)
    }
}
