import SystemPackage
import TestSupport
import Testing

/// What is given to the commands for reports and is none.
@Suite struct ETLReportFileTests {
    @Test func `garbage ends in a clear error, whatever command meets it`() async throws {
        try await ETLBench.with { bench in
            var tool = bench.tool
            tool.environment["RIKTMARKE_DATABASE_URL"] = "host=/nonexistent"
            try bench.write("%PDF-1.7\nnothing", to: "a.pdf")
            try bench.write("PK\u{3}\u{4}nothing", to: "b.docx")
            try bench.write(String(repeating: "<div>", count: 50_000), to: "c.html")
            try bench.write(String(repeating: "a", count: 300_000), to: "d.txt")
            for (file, code) in [
                ("a.pdf", "report.damaged"), ("b.docx", "report.damaged"),
                ("c.html", "report.too-deep"), ("d.txt", "report.out-of-bounds"),
            ] {
                for command in [
                    ["report", "inspect", file], ["report", "manifest", file], ["review", file],
                ] {
                    let result = try await tool.run(command)
                    #expect(result.status == 65, "\(result)")
                    #expect(result.errors.contains(code), "\(result)")
                }
            }
        }
    }

    @Test func `files that are no reports end in a clear error, soon`() async throws {
        try await ETLBench.with { bench in
            try await Shell.run(
                """
                cd "$1" && truncate -s 200M en-rad.txt
                head -c 300000 /dev/urandom > binar.txt
                i=0; while [ $i -lt 1000 ]; do echo "Indikatorer Utfall 2017 Utfall 2018 Mål"; i=$((i+1)); done > rubriker.txt
                """, bench.folder)
            // Seconds of the processor, not of the clock: beside other tests that one may take anything. A
            // debug build needs five.
            var tool = CommandRunner(program: "/bin/sh")
            (tool.folder, tool.environment) = (bench.tool.folder, bench.tool.environment)
            tool.patience = .seconds(600)
            let limited = ["-c", "ulimit -t 60; exec \"$0\" \"$@\"", bench.tool.program.string]
            for command in [["report", "inspect"], ["review"]].map({ limited + $0 }) {
                let long = try await tool.run(command + ["en-rad.txt"])
                #expect(long.status == 65 && long.errors.contains("report.too-large"), "\(long)")
                let binary = try await tool.run(command + ["binar.txt"])
                #expect(binary.status == 65, "\(binary)")
                #expect(binary.errors.contains("report."), "\(binary)")
                let headings = try await tool.run(command + ["rubriker.txt"])
                #expect(headings.status == 0, "\(headings)")
            }
        }
    }
}
