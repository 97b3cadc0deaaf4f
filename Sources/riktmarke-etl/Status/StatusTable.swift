internal import CommandSupport
internal import Diagnostics
internal import Indicators
internal import Pipeline
internal import Postgres
internal import Reporting
internal import Warehouse

/// How sources stand, for the screen and for programs; docs/reference/status-json.md.
struct StatusTable {
    /// At most so many held-back slices are told on the screen.
    private static let told = 10

    let status: WarehouseStatus

    /// One row a source.
    var table: ReportTable {
        var table = ReportTable(
            title: Text(sv: "Hur källorna står", en: "How sources stand"),
            columns: [
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("verdict", Text(sv: "Läge", en: "State")),
                .init("last_success", Text(sv: "Senast lyckad", en: "Last success")),
                .init("age_hours", Text(sv: "Timmar", en: "Hours"), .number),
                .init("expected_every_hours", Text(sv: "Högst", en: "At most"), .number),
                .init("last_failure", Text(sv: "Senaste fel", en: "Last failure")),
                .init("held", Text(sv: "Kvarhållna", en: "Held back"), .number),
                .init("run", Text(sv: "Körning", en: "Run"), .right),
                .init("state", Text(sv: "Inläsning", en: "Load")),
                .init("read", Text(sv: "Lästa", en: "Read"), .number),
                .init("new", Text(sv: "Nya", en: "New"), .number),
                .init("changed", Text(sv: "Ändrade", en: "Changed"), .number),
                .init("rejected", Text(sv: "Avvisade", en: "Rejected"), .number),
            ])
        table.rows = status.sources.map(row)
        table.notes = notes
        return table
    }

    private func row(_ source: SourceStatus) -> ReportTable.Row {
        let load = source.load
        func count(_ number: Int64?) -> Cell {
            guard let number else { return .empty }
            return .integer(Int(number))
        }
        func time(_ event: SourceHealth.Event?) -> Cell {
            guard let event else { return .empty }
            return .text(event.at.minuteInUTC)
        }
        var failure = Cell.empty
        if let event = source.lastFailure {
            failure = .text("\(event.at.minuteInUTC) (\(event.exitStatus))")
        }
        var age = Cell.empty
        if let hours = source.age(at: status.now) { age = .decimal(Self.tenths(hours)) }
        return ReportTable.Row([
            .text(source.source), label(source), time(source.lastSuccess), age,
            count(source.expectedEveryHours.map(Int64.init)), failure,
            count(Int64(source.holds.count)), count(load.map { Int64($0.run) }), state(load),
            count(load?.counts.read), count(load?.counts.new), count(load?.counts.revised),
            count(load?.counts.rejected),
        ])
    }

    private func label(_ source: SourceStatus) -> Cell {
        let isBad = source.needsAttention(at: status.now)
        return switch source.verdict(at: status.now) {
        case .fresh: .label(Text(sv: "färsk", en: "fresh"), tone: .good)
        case .stale: .label(Text(sv: "försenad", en: "overdue"), tone: .bad)
        case .held: .label(Text(sv: "kvarhållen", en: "held back"), tone: .bad)
        case .failed: .label(Text(sv: "misslyckad", en: "failed"), tone: .bad)
        case .never:
            .label(Text(sv: "aldrig inläst", en: "never loaded"), tone: isBad ? .bad : .muted)
        }
    }

    private func state(_ load: SourceStatus.Load?) -> Cell {
        switch load?.state {
        case nil: .empty
        case "loaded": .label(Text(sv: "inläst", en: "loaded"), tone: .good)
        case "refused": .label(Text(sv: "nekad", en: "refused"), tone: .bad)
        default: .label(Text(sv: "avbruten", en: "broken off"), tone: .bad)
        }
    }

    private var notes: [Text] {
        var notes: [Text] = []
        let held = status.sources.flatMap { source in source.holds.map { (source.source, $0) } }
        for (source, hold) in held.prefix(Self.told) {
            notes.append(
                Text(
                    sv: "Kvarhållen sedan \(hold.since.minuteInUTC): \(source) \(hold.slice). "
                        + "Släpp igenom: riktmarke-etl run \(source) --accept \(hold.slice)",
                    en: "Held back since \(hold.since.minuteInUTC): \(source) \(hold.slice). "
                        + "Let through: riktmarke-etl run \(source) --accept \(hold.slice)"))
        }
        if held.count > Self.told {
            notes.append(
                Text(
                    sv: "… och \(held.count - Self.told) kvarhållna till.",
                    en: "… and \(held.count - Self.told) more held back."))
        }
        if let run = status.run { notes.append(Self.note(run)) }
        if status.sources.allSatisfy({ $0.load == nil && $0.lastSuccess == nil }) {
            notes.append(
                Text(
                    sv: "Inget är inläst än: riktmarke-etl run --all",
                    en: "Nothing is loaded yet: riktmarke-etl run --all"))
        }
        return notes
    }

    private static func note(_ run: WarehouseStatus.Run) -> Text {
        let end =
            run.exitStatus.map { status in
                Text(sv: "slut med status \(status)", en: "ended with status \(status)")
            } ?? Text(sv: "pågår eller avbröts", en: "under way or broken off")
        return Text(
            sv: "Senaste körning \(run.number): \(run.command), av \(run.operatorName) på "
                + "\(run.host), började \(run.began.minuteInUTC), \(end.sv). Tider i UTC.",
            en: "Newest run \(run.number): \(run.command), by \(run.operatorName) on "
                + "\(run.host), began \(run.began.minuteInUTC), \(end.en). Times in UTC.")
    }

    private static func tenths(_ hours: Double) -> ScaledDecimal {
        ScaledDecimal(units: Int64((hours * 10).rounded(.toNearestOrAwayFromZero)), scale: 1)
    }
}

extension StatusTable {
    /// The same as JSON.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("checked_at", status.now.rfc3339)
            json.member("needs_attention", status.needsAttention)
            json.key("sources")
            json.array { json in
                for source in status.sources { write(source, to: &json) }
            }
            json.key("run")
            if let run = status.run { Self.write(run, to: &json) } else { json.null() }
        }
    }

    private func write(_ source: SourceStatus, to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source.source)
            json.member("verdict", source.verdict(at: status.now).rawValue)
            json.member("needs_attention", source.needsAttention(at: status.now))
            json.member("expected_every_hours", source.expectedEveryHours)
            json.key("age_hours")
            if let age = source.age(at: status.now) {
                json.number(Self.tenths(age))
            } else {
                json.null()
            }
            Self.write("last_success", source.lastSuccess, to: &json)
            Self.write("last_failure", source.lastFailure, to: &json)
            json.key("held")
            json.array { json in
                for hold in source.holds {
                    json.object { json in
                        json.member("slice", hold.slice)
                        json.member("reason", hold.reason)
                        json.member("stated_values", Int(hold.statedValues))
                        json.member("lost_values", Int(hold.lostValues))
                        json.member("since", hold.since.rfc3339)
                    }
                }
            }
            json.key("last_load")
            if let load = source.load { Self.write(load, to: &json) } else { json.null() }
        }
    }

    private static func write(
        _ key: String, _ event: SourceHealth.Event?, to json: inout JSONWriter
    ) {
        json.key(key)
        guard let event else { return json.null() }
        json.object { json in
            json.member("at", event.at.rfc3339)
            json.member("run", Int(event.run))
            json.member("exit_status", Int(event.exitStatus))
            json.member("code", event.code)
        }
    }

    private static func write(_ load: SourceStatus.Load, to json: inout JSONWriter) {
        json.object { json in
            json.member("run", Int(load.run))
            json.member("state", load.state)
            json.member("recorded_at", load.recordedAt.rfc3339)
            json.member("read", Int(load.counts.read))
            json.member("new", Int(load.counts.new))
            json.member("changed", Int(load.counts.revised))
            json.member("unchanged", Int(load.counts.unchanged))
            json.member("withdrawn", Int(load.counts.withdrawn))
            json.member("missing", Int(load.counts.missing))
            json.member("rejected", Int(load.counts.rejected))
            json.member("seconds", seconds(load.seconds))
        }
    }

    private static func write(_ run: WarehouseStatus.Run, to json: inout JSONWriter) {
        json.object { json in
            json.member("run", Int(run.number))
            json.member("command", run.command)
            json.member("began_at", run.began.rfc3339)
            json.member("ended_at", run.ended?.rfc3339)
            json.member("exit_status", run.exitStatus.map { Int($0) })
        }
    }
}
