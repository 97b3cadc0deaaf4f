import Glibc
import SystemPackage
import TestSupport
import Testing

/// Loads of Kolada that are broken off at random moments: what is there is before or after a
/// transaction, and the next run ends as if nothing had happened.
///
/// `RIKTMARKE_CRASH_POINTS=50` tries as many moments as a release should survive.
@Suite struct ETLKoladaCrashTests {
    /// What is broken off, and how.
    enum Blow: String, CaseIterable, Sendable {
        /// `kill -9` of the tool.
        case tool
        /// `kill -9` of the server's process for it.
        case backend
        /// An immediate stop of the server.
        case server

        /// Runs a load and strikes after some seconds.
        ///
        /// A shell keeps the time: in a long queue of tests our own sleeps end when the load is over.
        ///
        /// - Returns: how the load ended; 137 for the tool when it was killed.
        func strike(
            _ bench: CrashBench, after seconds: Double, _ arguments: [String]
        ) async throws -> CommandResult {
            let tool = try bench.etl("victim")
            var shell = CommandRunner(program: "/bin/sh")
            shell.environment = tool.environment
            shell.folder = tool.folder
            let script = """
                blow=$1 seconds=$2 psql=$3 server=$4 data=$5; shift 5
                "$@" & tool=$!
                {
                  sleep "$seconds"
                  case $blow in
                    tool) kill -9 $tool ;;
                    server) kill -QUIT "$(head -n 1 "$data/postmaster.pid")" ;;
                    backend) kill -9 "$("$psql" -X -A -t -d "$server" -c "SELECT pid FROM pg_stat_activity
                      WHERE datname = 'victim' AND backend_type = 'client backend' LIMIT 1")" ;;
                  esac
                } >/dev/null 2>&1 & blower=$!
                wait $tool; status=$?
                kill $blower 2>/dev/null
                exit $status
                """
            return try await shell.run(
                [
                    "-c", script, "strike", rawValue, "\(seconds)",
                    try await bench.scratch.program("psql"),
                    bench.scratch.conninfo(database: "postgres"), bench.scratch.data,
                    tool.program.string,
                ] + arguments)
        }
    }

    /// What an undisturbed load ends with, and how long it takes.
    private struct Undisturbed: Sendable {
        var before: String
        var figures: String
        var state: CrashBench.State
        var seconds: Double
    }

    private static func undisturbed(
        _ scenario: CrashBench.Scenario, _ bench: CrashBench
    ) async throws -> Undisturbed {
        try await bench.copy(scenario.template, as: "undisturbed")
        let before = try await bench.figures(of: "undisturbed")
        let seconds = try await bench.timedLoad(scenario, into: "undisturbed")
        #expect(try await bench.faults(of: "undisturbed") == [])
        return Undisturbed(
            before: before, figures: try await bench.figures(of: "undisturbed"),
            state: try await bench.state(of: "undisturbed"), seconds: seconds)
    }

    /// How many moments are tried, where somebody says so.
    private static var points: Int? {
        getenv("RIKTMARKE_CRASH_POINTS").flatMap { Int(String(cString: $0)) }
    }

    @Test func `a load broken off at any moment is there or not, and the next run does the rest`()
        async throws
    {
        let points = Self.points ?? 10
        try await CrashBench.with { bench in
            let evening = try await bench.export("night")
            let night = try await Self.undisturbed(CrashBench.night, bench)
            let first = try await Self.undisturbed(CrashBench.first, bench)
            #expect(night.before != night.figures && first.before != first.figures)
            var random = SplitMix64(seed: 41)
            var hits: Set<Blow> = []
            for point in 0..<points {
                let blow = Blow.allCases[point % 3]
                // Every fifth breaks a first load off, which drops and builds indexes.
                let isFirst = point % 5 == 4
                let scenario = isFirst ? CrashBench.first : CrashBench.night
                let expected = isFirst ? first : night
                let part = Double(random.next() % 1000) / 1000
                let told = "point \(point): \(blow.rawValue) at \(part) of \(scenario.file)"

                // A load that was quicker than the undisturbed one is tried again, and hit earlier.
                var seconds = part * expected.seconds
                var ended: CommandResult
                repeat {
                    try await bench.copy(scenario.template, as: "victim")
                    ended = try await blow.strike(
                        bench, after: seconds, ["run", "kolada", "--from-file", scenario.file])
                    try await bench.scratch.recover()
                    seconds /= 2
                } while ended.status == 0 && seconds > 0.02
                let isHit = ended.status != 0
                if isHit { hits.insert(blow) }

                let figures = try await bench.figures(of: "victim")
                #expect([expected.before, expected.figures].contains(figures), "\(told)")
                #expect(ended.status != 0 || figures == expected.figures, "\(told)")
                #expect(try await bench.faults(of: "victim") == [], "\(told)")
                #expect(try await bench.hasIndexes("victim"), "\(told)")
                print(
                    "\(told): \(isHit ? "hit" : "too late"), status \(ended.status),",
                    figures == expected.before ? "nothing" : "all", "was there")

                try await bench.load(scenario, into: "victim")
                #expect(try await bench.state(of: "victim") == expected.state, "\(told)")
                #expect(try await bench.faults(of: "victim") == [], "\(told)")
                if !isFirst {
                    let known = try await bench.export("victim", asOf: CrashBench.evening)
                    #expect(known == evening, "\(told)")
                }
            }
            #expect(hits.count == 3, "only \(hits) hit anything")
        }
    }

    @Test func `a commit whose answer is lost has happened, and the next run finds that out`()
        async throws
    {
        let isFull = Self.points != nil
        try await CrashBench.with { bench in
            let expected = try await Self.undisturbed(CrashBench.night, bench)
            try await bench.copy("night", as: "victim")
            let watcher = try CommitThief(before: bench.scratch)
            let quiet = try await bench.etl("victim", by: watcher).run(
                ["run", "kolada", "--from-file", CrashBench.night.file])
            #expect(quiet.status == 0, "\(quiet)")
            let commits = watcher.commits
            try await watcher.stop()
            #expect(commits >= 3)
            var random = SplitMix64(seed: 42)
            let chosen = isFull ? Array(1...commits) : [Int](1...commits).shuffled(using: &random)
            for number in chosen.prefix(isFull ? commits : 3) {
                try await bench.copy("night", as: "victim")
                let thief = try CommitThief(before: bench.scratch, stealing: number)
                let result = try await bench.etl("victim", by: thief).run(
                    ["run", "kolada", "--from-file", CrashBench.night.file])
                #expect(thief.hasStolen)
                try await thief.stop()
                #expect([69, 75].contains(result.status), "commit \(number): \(result)")
                let figures = try await bench.figures(of: "victim")
                #expect([expected.before, expected.figures].contains(figures), "\(number)")
                print(
                    "commit \(number) of \(commits): status \(result.status),",
                    figures == expected.before ? "nothing" : "all", "was there")
                try await bench.load(CrashBench.night, into: "victim")
                #expect(try await bench.state(of: "victim") == expected.state, "\(number)")
                #expect(try await bench.faults(of: "victim") == [], "\(number)")
            }
        }
    }
}
