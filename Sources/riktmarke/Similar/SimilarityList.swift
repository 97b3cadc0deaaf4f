internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Statistics

/// Neighbours in every form.
struct SimilarityList: Sendable {
    let answer: SimilarityAnswer
    let top: Int

    private var similarity: Similarity { answer.similarity }
    private var units: [Municipality] {
        answer.focus.map { [$0] } ?? similarity.municipalities
    }

    /// For people.
    var page: ReportTable {
        var columns: [ReportTable.Column] = [
            .init("position", Text(sv: "Plats", en: "Position"), .right),
            .init("neighbour", Text(sv: "Granne", en: "Neighbour")),
            .init("distance", Text(sv: "Avstånd", en: "Distance"), .number),
        ]
        if answer.focus == nil {
            columns.insert(.init("municipality", Text(sv: "Kommun", en: "Municipality")), at: 0)
        }
        for variable in similarity.variables {
            let code = Text(verbatim: variable.indicator.code.description)
            columns.append(.init("value", code, .number, unit: variable.indicator.unitText))
            columns.append(
                .init("share", Text(sv: "andel av avståndet", en: "share of distance"), .right))
        }
        var rows: [ReportTable.Row] = []
        for unit in units {
            for near in similarity.nearest(to: unit, top: top) {
                var cells: [Cell] = answer.focus == nil ? [.text(unit.name)] : []
                cells += [
                    .integer(near.position), .text(near.municipality.name),
                    Self.number(near.distance, decimals: 4),
                ]
                for variable in similarity.variables.indices {
                    cells.append(value(variable, near.municipality))
                    let percent = Int((near.shares[variable] * 100).rounded())
                    cells.append(.label(Text(sv: "\(percent) %", en: "\(percent) %")))
                }
                rows.append(ReportTable.Row(cells))
            }
        }
        return ReportTable(
            title: title, lead: lead, columns: columns, rows: rows, notes: notes,
            closing: sentences)
    }

    /// The columns that `riktmarke-etl group save` reads, and nothing else.
    var csv: ReportTable {
        ReportTable(
            columns: [
                .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
                .init("position", Text(sv: "Plats", en: "Position")),
                .init("neighbour_code", Text(sv: "Grannens kod", en: "Neighbour's code")),
                .init("neighbour", Text(sv: "Granne", en: "Neighbour")),
                .init("distance", Text(sv: "Avstånd", en: "Distance")),
            ],
            rows: units.flatMap { unit in
                similarity.nearest(to: unit, top: top).map { near in
                    ReportTable.Row([
                        .text(unit.code.description), .integer(near.position),
                        .text(near.municipality.code.description), .text(near.municipality.name),
                        Self.number(near.distance, decimals: 12),
                    ])
                }
            })
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("period", answer.period.description)
            json.member("metric", answer.metric.rawValue)
            json.key("by")
            json.array { json in
                for variable in similarity.variables {
                    json.object { json in
                        json.member("code", variable.indicator.code.description)
                        json.member("weight", variable.weight)
                    }
                }
            }
            json.key("rows")
            json.array { json in
                for unit in units {
                    for near in similarity.nearest(to: unit, top: top) {
                        json.object { json in
                            json.member("municipality_code", unit.code.description)
                            json.member("position", near.position)
                            json.member("neighbour_code", near.municipality.code.description)
                            json.member("neighbour", near.municipality.name)
                            json.member(
                                "distance", ScaledDecimal(rounding: near.distance, decimals: 12))
                        }
                    }
                }
            }
        }
    }

    private var title: Text {
        guard let focus = answer.focus else {
            return Text(
                sv: "De \(top) mest lika kommunerna, för varje kommun",
                en: "The \(top) municipalities most alike, for each municipality")
        }
        let found = similarity.nearest(to: focus, top: top).count
        return Text(
            sv: "De \(found) kommuner som är mest lika \(focus.name)",
            en: "The \(found) municipalities most like \(focus.name)")
    }

    private var lead: [Text] {
        let parts = similarity.variables.map {
            "\($0.indicator.code) \($0.indicator.title) (\($0.weight))"
        }
        return [
            Text(verbatim: "\(answer.period) · \(answer.metric.rawValue)"),
            Text(
                sv: "Efter (vikt): \(parts.joined(separator: "; "))",
                en: "By (weight): \(parts.joined(separator: "; "))"),
        ]
    }

    /// Who is most alike, by what, and how well the list holds.
    private var sentences: [Text] {
        let by = similarity.variables.map(\.indicator.title)
        let (sv, en) = (NumberWords.listed(by, .sv), NumberWords.listed(by, .en))
        guard let focus = answer.focus else {
            let complete = similarity.municipalities.count - similarity.incomplete.count
            return [
                Text(
                    sv: "Efter \(sv), \(answer.period), har \(complete) av "
                        + "\(similarity.municipalities.count) kommuner värden och därmed grannar.",
                    en: "By \(en), \(answer.period), \(complete) of "
                        + "\(similarity.municipalities.count) kommuner have values and so neighbours."
                )
            ]
        }
        let near = similarity.nearest(to: focus, top: top).map(\.municipality.name)
        let kept = similarity.kept(of: focus, top: top).min() ?? near.count
        let holds =
            similarity.variables.count < 2
            ? Text(verbatim: "")
            : Text(
                sv: "; minst \(kept) av dem står kvar om ett nyckeltal utelämnas",
                en: "; at least \(kept) of them stay when one indicator is left out")
        return [
            Text(
                sv: "Mest lika \(focus.name) efter \(sv), \(answer.period), är "
                    + "\(NumberWords.listed(near, .sv))\(holds.sv).",
                en: "Most like \(focus.name) by \(en), \(answer.period), are "
                    + "\(NumberWords.listed(near, .en))\(holds.en).")
        ]
    }

    private var notes: [Text] {
        var notes: [Text] = []
        if let focus = answer.focus {
            let kept = similarity.kept(of: focus, top: top)
            let found = similarity.nearest(to: focus, top: top).count
            for (variable, count) in zip(similarity.variables, kept) {
                let code = variable.indicator.code
                notes.append(
                    Text(
                        sv: "Utan \(code) är \(count) av \(found) kvar i listan.",
                        en: "Without \(code) \(count) of \(found) stay in the list."))
            }
            notes.append(
                Text(
                    sv:
                        "Närmast åt ena hållet behöver inte vara det åt andra: det är \(focus.name)s "
                        + "grannar, ingen grupp.",
                    en: "Nearest one way need not be nearest the other: these are \(focus.name)'s "
                        + "neighbours, no group."))
        }
        let missing = similarity.incomplete
        if !missing.isEmpty {
            let names = missing.prefix(5).map(\.name).joined(separator: ", ")
            let rest = missing.count - min(5, missing.count)
            notes.append(
                Text(
                    sv: "Saknar värde och är ingens granne: \(names)"
                        + (rest > 0 ? " och \(rest) till." : "."),
                    en: "Without a value, and nobody's neighbour: \(names)"
                        + (rest > 0 ? " and \(rest) more." : ".")))
        }
        notes.append(
            Text(
                sv:
                    "Avstånd: egen bearbetning. Varje nyckeltal är delat med sin standardavvikelse.",
                en:
                    "Distance: own computation. Each indicator is divided by its standard deviation."
            ))
        return notes
    }

    private func value(_ variable: Int, _ municipality: Municipality) -> Cell {
        guard let value = similarity.value(variable, of: municipality) else { return .empty }
        return .decimal(value)
    }

    private static func number(_ value: Double, decimals: UInt8) -> Cell {
        guard let number = ScaledDecimal(rounding: value, decimals: 12) else { return .empty }
        return .decimal(number, decimals: decimals)
    }
}
