internal import Glibc
internal import SystemPackage

/// A pseudo-terminal: the program believes that a person reads along.
public struct Terminal: Sendable {
    /// The size of a terminal, in characters.
    public struct Size: Sendable {
        /// The characters of a line.
        public var columns: UInt16
        /// The lines.
        public var rows: UInt16

        /// Creates a size.
        public init(columns: UInt16, rows: UInt16 = 24) {
            self.columns = columns
            self.rows = rows
        }
    }

    /// Our side: what the program writes can be read here.
    private let viewer: FileDescriptor
    /// The program's side.
    let program: FileDescriptor

    // Macros of <asm-generic/ioctls.h> that Swift does not import.
    private static let unlock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430
    private static let setSize: UInt = 0x5414

    /// Opens a terminal.
    init(_ size: Size) throws {
        viewer = try FileDescriptor.open(
            "/dev/ptmx", .readWrite, options: [.closeOnExec, .init(rawValue: O_NOCTTY)])
        var locked: Int32 = 0
        var index: UInt32 = 0
        guard ioctl(viewer.rawValue, Self.unlock, &locked) == 0,
            ioctl(viewer.rawValue, Self.number, &index) == 0
        else { throw TestFailure("no pseudo-terminal: \(Errno(rawValue: errno))") }
        program = try FileDescriptor.open(
            FilePath("/dev/pts/\(index)"), .readWrite,
            options: [.closeOnExec, .init(rawValue: O_NOCTTY)])
        var window = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(program.rawValue, Self.setSize, &window) == 0 else {
            throw TestFailure("cannot size the terminal: \(Errno(rawValue: errno))")
        }
    }

    /// What the program writes until nobody has its side open; then our side is closed too.
    func readToEnd() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        // Linux says EIO, not the end of the file, when the last writer is gone.
        while let count = try? buffer.withUnsafeMutableBytes({ try viewer.read(into: $0) }),
            count > 0
        {
            bytes += buffer[..<count]
        }
        try? viewer.close()
        return bytes
    }
}
