internal import Glibc
internal import Synchronization

/// The thread by which Swift Testing waits for its exit tests.
///
/// From the first exit test on it asks in a loop which child has ended, and leaves those of others
/// to them. So it spins for as long as a program that a test has run is over and not yet waited for,
/// which is often when all tests run at once: time that the tests themselves then lack.
enum ExitTestMonitor {
    private static let isYielding = Atomic(false)

    /// Lets every other thread go before it, once it is there; cheap to call again and again.
    static func yield() {
        guard !isYielding.load(ordering: .relaxed), let folder = opendir("/proc/self/task") else {
            return
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let thread = id_t(name), command(of: name) == "SWT ExT monitor\n" {
                let isDone = setpriority(CInt(PRIO_PROCESS.rawValue), thread, 19) == 0
                isYielding.store(isDone, ordering: .relaxed)
            }
        }
    }

    /// The name of one of our threads, with a newline.
    private static func command(of thread: String) -> String {
        let file = open("/proc/self/task/\(thread)/comm", O_RDONLY)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
}
