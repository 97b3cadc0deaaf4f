internal import Kolada

/// Lets the requests of one fetch through, at the rate that is allowed, until one says that all is over.
actor RequestGate {
    private var schedule: RateSchedule
    /// Why no further request can succeed.
    private(set) var ending: FetchFault?

    init(perSecond: Double) {
        schedule = RateSchedule(perSecond: perSecond)
    }

    /// Takes the next place in the row; gives the time at which the request may be made.
    func reserve(now: Double) -> Double { schedule.reserve(now: now) }

    /// Until when a request whose time has come must wait still, since the server has asked for it.
    func pauseEnd(now: Double) -> Double? { schedule.isPaused(at: now) }

    /// Lets nobody begin before a time.
    func pause(until time: Double) { schedule.pause(until: time) }

    /// Lets nobody begin again.
    func end(_ fault: FetchFault) {
        if ending == nil { ending = fault }
    }
}
