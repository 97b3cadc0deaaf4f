internal import Glibc
internal import Kolada
internal import KoladaSource
internal import SystemPackage

/// Times the parsers: `bench-kolada csv|json|file|any FILE [RUNS]`.
///
/// `csv` and `json` read plain text with one thread and nothing else; `file` and `any` read as a load
/// does, compressed or not, with the SHA-256 of the file.
@main
enum BenchKolada {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, ["csv", "json", "file", "any"].contains(arguments[1]) else {
            print("usage: bench-kolada csv|json|file|any FILE [RUNS]")
            exit(64)
        }
        let runs = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3
        for _ in 0..<runs {
            do {
                var run = ReadingRun(path: arguments[2])
                switch arguments[1] {
                case "csv": try run.readPlain(isCSV: true)
                case "json": try run.readPlain(isCSV: false)
                default: try run.readFile(arguments[1] == "any" ? .any : .grouped)
                }
                print(run.line)
            } catch {
                print("\(error)")
                exit(65)
            }
        }
    }
}
