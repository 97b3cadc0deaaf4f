import TestSupport
import Testing

/// What programs read that are given their input as a whole.
@Suite struct PreparedInputTests {
    @Test(arguments: [0, 1, 4096, 4097, 3_000_000])
    func `a program reads every byte and then the end`(count: Int) async throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let result = try await CommandRunner(program: "/bin/cat").run([], input: bytes)
        #expect(result.status == 0)
        #expect(result.outputBytes == bytes)
    }

    /// A write to a program that had ended without reading used to end the whole test program.
    @Test(arguments: [100, 3_000_000])
    func `a program may end without reading`(count: Int) async throws {
        let bytes = [UInt8](repeating: 0x61, count: count)
        for _ in 0..<20 {
            let result = try await CommandRunner(program: "/bin/true").run([], input: bytes)
            #expect(result.status == 0)
        }
    }
}
