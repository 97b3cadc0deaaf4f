import TestSupport
import Testing

/// The pages under docs/reference/cli are what the tools themselves say.
@Suite struct ReferencePagesTests {
    @Test(arguments: ["riktmarke", "riktmarke-etl"], ["sv", "en"])
    func `the reference page is the help of every command`(
        tool: String, language: String
    ) async throws {
        var runner = try CommandRunner(tool)
        runner.environment = ["RIKTMARKE_LANG": language, "NO_COLOR": "1", "COLUMNS": nil]
        var page = "# \(tool)\n\n"
        page +=
            language == "sv"
            ? "Hjälptexten för varje kommando, skriven av programmet självt.\n"
            : "The help of every command, written by the program itself.\n"
        for path in try await commands(of: [], runner) {
            let help = try await help(path, runner)
            #expect(help.contains("\(language == "sv" ? "ANVÄNDNING" : "USAGE"): \(tool)"))
            page += "\n## \(([tool] + path).joined(separator: " "))\n\n```text\n\(help)```\n"
        }
        try Golden.expect(page, toMatch: "../../docs/reference/cli/\(tool).\(language).md")
    }

    @Test(arguments: ["riktmarke", "riktmarke-etl"], ["en", "sv"])
    func `the manual page is the help of every command`(
        tool: String, language: String
    ) async throws {
        var runner = try CommandRunner(tool)
        runner.environment = ["RIKTMARKE_LANG": language, "NO_COLOR": "1", "COLUMNS": nil]
        let summary = try await help([], runner).split(separator: "\n")[0]
            .replacing("OVERVIEW: ", with: "")
        var page = ".TH \(tool.uppercased()) 1\n.SH NAME\n\(tool) \\- \(roff(summary))\n"
        for path in try await commands(of: [], runner) {
            let name = ([tool] + path).joined(separator: " ")
            page += ".SH \"\(roff(name))\"\n.nf\n"
            for line in try await help(path, runner).split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                page += roff(line) + "\n"
            }
            page += ".fi\n"
        }
        let folder = language == "en" ? "" : "\(language)/"
        try Golden.expect(page, toMatch: "../../docs/reference/man/\(folder)\(tool).1")
    }

    /// Writes a line so that troff sets it as it stands.
    private func roff(_ line: some StringProtocol) -> String {
        let text = String(line).replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }

    /// The command and all below it, from the lists that the help texts themselves give.
    private func commands(
        of path: [String], _ runner: CommandRunner
    ) async throws -> [[String]] {
        let lines = try await help(path, runner).split(
            separator: "\n", omittingEmptySubsequences: false)
        var result = [path]
        // Those for everybody, then those of a group, such as "ADVANCED SUBCOMMANDS:".
        for start in lines.indices
        where lines[start].hasSuffix("SUBCOMMANDS:") || lines[start].hasSuffix("KOMMANDON:") {
            for line in lines[(start + 1)...] {
                guard line.hasPrefix("  ") else { break }
                guard let first = line.dropFirst(2).first, first.isLetter else { continue }
                let name = line.dropFirst(2).prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
                result += try await commands(of: path + [String(name)], runner)
            }
        }
        return result
    }

    private func help(_ path: [String], _ runner: CommandRunner) async throws -> String {
        let result = try await runner.run(path + ["--help"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            // The parser pads some lines; a page has no blanks at the end of lines.
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }
}
