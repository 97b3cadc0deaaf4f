import Diagnostics
import Foundation
import SourceAdapters
import Testing

/// What nobody thought of: the corpus with bytes changed, cut out and put in at random.
@Suite struct MutationTests {
    @Test func `no change of bytes makes the reader crash, lose a figure or lie about a place`()
        throws
    {
        let folder = try TemporaryFolder()
        var random = SplitMix64(state: 20_171_231)
        for hostile in HostileCorpusTests.cases {
            let spec = try hostile.spec()
            let original = try Data(
                contentsOf: URL(filePath: try HostileCorpusTests.path(hostile.file)))
            for _ in 0..<10 {
                let mutated = Self.mutate(Array(original), with: &random)
                let path = try folder.write("mutated.csv", Data(mutated))
                let lines = mutated.split(
                    omittingEmptySubsequences: false, whereSeparator: { $0 == 10 || $0 == 13 })
                let found = Transcript(path: path, spec: spec)
                let places = (found.observations + found.rejects).map { $0.prefix { $0 != ":" } }
                #expect(places.allSatisfy { (1...lines.count).contains(Int($0) ?? 0) })
                guard found.error == nil else { continue }
                let counts = found.counts
                #expect(
                    counts.figures == found.observations.count + counts.rejected + counts.skipped,
                    "\(hostile.file): \(mutated)")
            }
        }
    }

    /// Bytes that mean something to somebody: quotes, delimiters, line ends, marks, halves of å.
    private static let nasty: [UInt8] = [
        0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x20, 0x22, 0x25, 0x2C, 0x2D, 0x2E, 0x3B, 0x39, 0x81, 0x96,
        0xA0, 0xA5, 0xBF, 0xC3, 0xE5, 0xEF, 0xFE, 0xFF,
    ]

    private static func mutate(_ bytes: [UInt8], with random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let byte = nasty.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(byte, at: place)
            case 1 where place < bytes.count: bytes[place] = byte
            case 2:
                let end = min(bytes.count, place + Int.random(in: 1...9, using: &random))
                bytes.removeSubrange(place..<end)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            }
        }
        return bytes
    }
}

/// A small generator with a seed, so that a failure can be repeated (Steele, Lea and Flood, 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
