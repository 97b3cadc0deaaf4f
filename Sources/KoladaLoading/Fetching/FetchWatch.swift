internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import SourceAdapters
internal import Synchronization

/// Counts what a fetch does and tells the run's observer.
final class FetchWatch: Sendable {
    struct Tally: Sendable {
        var answers = 0
        var retries = 0
        var bytes: Int64 = 0
        /// First pages that have been answered.
        var done = 0
    }

    private let source: String
    private let service: ServiceAddress
    private let observer: RunObserver
    private let planned: Set<String>
    private let state = Mutex(Tally())

    init(_ load: KoladaLoad, plan: FetchPlan) {
        source = load.source.name
        service = load.request.service
        observer = load.observer
        planned = Set(plan.batches.flatMap(\.paths))
    }

    var tally: Tally { state.withLock { $0 } }

    func hear(_ event: FetchEvent) {
        switch event {
        case .answered(let path, let attempt, let bytes):
            let tally = state.withLock { tally in
                tally.answers += 1
                tally.bytes += Int64(bytes)
                if planned.contains(path) { tally.done += 1 }
                return tally
            }
            observer.hear(
                .requestAnswered(
                    source: source, url: service.url(of: path), attempt: attempt, bytes: bytes,
                    done: tally.done, total: planned.count, retries: tally.retries))
        case .retrying(let path, let attempt, let reason, let pause):
            state.withLock { $0.retries += 1 }
            observer.hear(
                .requestRetried(
                    source: source, url: service.url(of: path), attempt: attempt, reason: reason,
                    pause: pause))
        case .gaveUp(let path, let attempt, let reason):
            observer.hear(
                .requestFailed(
                    source: source, url: service.url(of: path), attempt: attempt, reason: reason))
        }
    }
}
