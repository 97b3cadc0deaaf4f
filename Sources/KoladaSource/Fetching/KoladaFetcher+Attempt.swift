internal import Diagnostics
internal import Kolada
internal import Snapshots

extension KoladaFetcher {
    /// What came of asking once.
    struct Trial<Value: Sendable>: Sendable {
        enum Ending: Sendable {
            case usual, missing, cancelled
        }

        var outcome: AttemptOutcome
        var status = 0
        var body: [UInt8]?
        var value: Value?
        var ending = Ending.usual
    }

    /// Asks once and reads the answer.
    func ask<Value: Sendable>(
        _ path: String, _ read: @Sendable ([UInt8]) throws(KoladaFormatError) -> Value
    ) async -> Trial<Value> {
        let answer: KoladaAnswer
        do throws(TransportFault) {
            answer = try await transport.get(path)
        } catch {
            switch error {
            case .timedOut: return Trial(outcome: .timedOut)
            case .broken(let words): return Trial(outcome: .broken(words))
            case .tooLarge(let limit): return Trial(outcome: .tooLarge(limit: limit))
            case .notKept:
                let outcome = AttemptOutcome.answered(status: 404, retryAfter: nil, complaint: "")
                return Trial(outcome: outcome, ending: .missing)
            case .cancelled: return Trial(outcome: .timedOut, ending: .cancelled)
            }
        }
        var trial = Trial<Value>(
            outcome: .answered(
                status: answer.status,
                retryAfter: answer.retryAfter.flatMap {
                    RetryAfter.seconds($0, now: clock.wallClock())
                }, complaint: Self.beginning(of: answer)),
            status: answer.status, body: answer.body)
        guard answer.status == 200 else { return trial }
        do throws(KoladaFormatError) {
            trial.value = try read(try Self.text(of: answer.body))
        } catch {
            trial.outcome = .invalidBody(error.locating(.url(service.url(of: path))))
        }
        return trial
    }

    /// Writes an attempt down in the snapshot.
    func keep<Value: Sendable>(
        _ trial: Trial<Value>, path: String, attempt: Int, decision: RetryDecision
    ) async throws(FetchStop) {
        guard let writer else { return }
        let verdict: SnapshotAnswer.Verdict =
            decision == .accept ? .accepted : trial.body == nil ? .failed : .refused
        do throws(SnapshotError) {
            try await writer.record(
                SnapshotAnswer(
                    path: path, time: clock.wallClock(), attempt: attempt, status: trial.status,
                    verdict: verdict, reason: decision == .accept ? "" : trial.outcome.words),
                body: trial.body)
        } catch {
            let words = error.diagnostics.flatMap { [$0.message.en] + $0.notes.map(\.en) }
            let fault = FetchFault(
                .notKept, path: path,
                said: ([error.path] + words).joined(separator: ": "),
                service: service.description)
            await gate.end(fault)
            throw .fault(fault)
        }
    }

    /// The text of a body, which some servers compress though nobody has asked them to.
    private static func text(of body: [UInt8]) throws(KoladaFormatError) -> [UInt8] {
        guard Gzip.isCompressed(body) else { return body }
        do throws(SnapshotError) {
            return try Gzip.expand(body, path: "", limit: largestText)
        } catch {
            throw KoladaFormatError(.cutOff, byteOffset: body.count, detail: "gzip")
        }
    }

    /// What a server says when it gives no values.
    private static func beginning(of answer: KoladaAnswer) -> String {
        guard answer.status != 200 else { return "" }
        let text = String(decoding: answer.body.prefix(300), as: UTF8.self)
        return String(text.map { $0.isNewline ? " " : $0 })
    }
}

extension AttemptOutcome {
    /// What happened, for a manifest.
    var words: String {
        switch self {
        case .answered(let status, _, _): "status \(status)"
        case .invalidBody(let error):
            "\(error.code.rawValue) at byte \(error.byteOffset) \(error.path ?? "")"
        case .tooLarge(let limit): "more than \(limit) bytes"
        case .timedOut: "timed out"
        case .broken(let words): words
        }
    }
}
