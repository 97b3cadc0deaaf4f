import Glibc
import TestSupport

/// Listens on a port and never says a word.
final class SilentServer {
    private let descriptor: Int32
    /// The port it listens on.
    let port: UInt16

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) | listen(descriptor, 5)
                    | getsockname(descriptor, address, &size)
            }
        }
        guard status == 0 else { throw TestFailure("no port to listen on") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }
}
