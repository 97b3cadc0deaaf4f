internal import AsyncHTTPClient
public import KoladaSource
internal import NIOCore
internal import NIOHTTP1

/// Asks Kolada by HTTP, with async-http-client.
///
/// Redirections are not followed, so that an answer is always that of the service that was named.
public final class HTTPTransport: KoladaTransport {
    /// How requests are made.
    public struct Settings: Sendable, Hashable {
        /// Where the service is, with a slash at its end.
        public var service: String
        /// What the program calls itself.
        public var userAgent: String
        /// How long a connection may take to be made, in seconds.
        public var connectTime: Double
        /// How long an answer may take as a whole, in seconds.
        public var answerTime: Double
        /// How many bytes a body may have.
        public var largestBody: Int

        /// States settings.
        ///
        /// Kolada is known to take more than half a minute at times.
        public init(
            service: String, userAgent: String, connectTime: Double = 10, answerTime: Double = 120,
            largestBody: Int = 1 << 25
        ) {
            self.service = service
            self.userAgent = userAgent
            self.connectTime = connectTime
            self.answerTime = answerTime
            self.largestBody = largestBody
        }
    }

    private let settings: Settings
    private let client: HTTPClient

    /// Makes a client for as long as a body runs, and closes its connections whatever happens.
    ///
    /// - Parameters:
    ///   - settings: How requests are made.
    ///   - body: What uses the client; it must not keep it.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws.
    public static func with<Value>(
        _ settings: Settings, _ body: (HTTPTransport) async throws -> Value
    ) async throws -> Value {
        let transport = HTTPTransport(settings)
        do {
            let value = try await body(transport)
            await transport.close()
            return value
        } catch {
            await transport.close()
            throw error
        }
    }

    // A client that is let go without being closed ends the program, so nobody else makes one.
    private init(_ settings: Settings) {
        self.settings = settings
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.timeout = .init(
            connect: .nanoseconds(Int64(settings.connectTime * 1e9)),
            read: .nanoseconds(Int64(settings.answerTime * 1e9)))
        // Retrying is decided elsewhere, by one who counts.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Asks once.
    /// - Throws: `TransportFault` without a whole answer.
    public func get(_ path: String) async throws(TransportFault) -> KoladaAnswer {
        do {
            var request = HTTPClientRequest(url: settings.service + path)
            request.headers.add(name: "User-Agent", value: settings.userAgent)
            request.headers.add(name: "Accept", value: "application/json")
            request.headers.add(name: "Accept-Encoding", value: "identity")
            let response = try await client.execute(
                request, timeout: .nanoseconds(Int64(settings.answerTime * 1e9)))
            let body = try await response.body.collect(upTo: settings.largestBody)
            return KoladaAnswer(
                status: Int(response.status.code),
                retryAfter: response.headers.first(name: "Retry-After"),
                body: Array(body.readableBytesView))
        } catch {
            throw fault(error)
        }
    }

    private func close() async {
        // What fails to close here cannot be used afterwards either.
        try? await client.shutdown()
    }

    private func fault(_ error: any Error) -> TransportFault {
        if Task.isCancelled || error is CancellationError { return .cancelled }
        if error is NIOTooManyBytesError { return .tooLarge(limit: settings.largestBody) }
        if let error = error as? HTTPClientError {
            switch error {
            case .deadlineExceeded, .connectTimeout, .readTimeout, .writeTimeout,
                .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
                return .timedOut
            case .cancelled: return .cancelled
            default: return .broken(error.shortDescription)
            }
        }
        return .broken("\(error)")
    }
}
