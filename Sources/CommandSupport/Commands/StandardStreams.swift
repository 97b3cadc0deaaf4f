internal import Glibc

/// Makes the standard streams safe to use.
enum StandardStreams {
    /// Opens what is closed and keeps a closed pipe from killing the process.
    ///
    /// A process may be started with a stream closed. The next file or socket would then get its
    /// number, and a result could be written into the database connection: so `/dev/null` takes
    /// the place. A signal handler that does nothing, unlike SIG_IGN, is not inherited by programs
    /// that we start.
    static func prepare() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // open takes the lowest free number, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
        signal(SIGPIPE) { _ in }
    }
}
