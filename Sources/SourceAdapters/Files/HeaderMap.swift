import Diagnostics
import Tabular

/// Finds which column of a header fills which field, and what is wrong with it.
struct HeaderMap {
    /// The columns with what they are used for.
    private(set) var columns: [SourceInspection.Column]
    /// What makes the header impossible to use.
    private(set) var errors: [Diagnostic] = []
    /// What is doubtful about it.
    private(set) var warnings: [Diagnostic] = []

    /// The place in the file of each declared wide column, in the order of the specification.
    private(set) var widePlaces: [Int] = []

    private let ignoresAll: Bool
    private let keys: [String]
    private let path: String
    private let line: Int

    /// Maps the cells of a header row.
    init(cells: [String], spec: OutcomesSpec, path: String, line: Int) {
        self.path = path
        self.line = line
        ignoresAll = spec.ignored.contains("*")
        keys = cells.map { HeaderName.key($0) }
        columns = cells.map { SourceInspection.Column(header: $0, role: .unknown) }
        for field in OutcomeField.allCases {
            guard let rule = spec.columns[field], case .column(let headers) = rule.origin else {
                continue
            }
            claim(headers, for: .field(field), name: field.rawValue, isOptional: rule.isOptional)
        }
        for column in spec.wide?.columns ?? [] {
            let place = claim(
                [column.header], for: .figures, name: column.header, isOptional: false)
            widePlaces.append(place ?? 0)
        }
        markRest(spec)
    }

    /// Whether every column that the specification needs is there, once.
    var isComplete: Bool { errors.isEmpty }

    /// Notes a candidate whose header names nothing of its axis.
    mutating func abandon(column: Int) {
        columns[column].role = ignoresAll ? .ignored : .unknown
        if !ignoresAll { warnUnknown(column) }
    }

    /// The column that fills a field; `nil` where none does.
    func column(of field: OutcomeField) -> Int? {
        columns.firstIndex { $0.role == .field(field) }
    }

    /// Notes that the header of a candidate names something of its axis.
    mutating func accept(column: Int) {
        columns[column].role = .figures
    }

    @discardableResult
    private mutating func claim(
        _ headers: [String], for role: SourceInspection.Role, name: String, isOptional: Bool
    ) -> Int? {
        let wanted = Set(headers.map { HeaderName.key($0) })
        let places = keys.indices.filter { wanted.contains(keys[$0]) }
        guard let place = places.first else {
            if !isOptional { errors.append(missing(headers, name: name)) }
            return nil
        }
        guard places.count == 1 else {
            errors.append(several(places, name: name))
            return nil
        }
        columns[place].role = role
        return place
    }

    private mutating func markRest(_ spec: OutcomesSpec) {
        let ignored = Set(spec.ignored.map { HeaderName.key($0) })
        for place in columns.indices where columns[place].role == .unknown {
            if keys[place].isEmpty {
                columns[place].role = .ignored
                if !ignoresAll { warnUnnamed(place) }
                continue
            }
            if ignored.contains(keys[place]) {
                columns[place].role = .ignored
            } else if spec.wide?.acceptsAnyHeader == true {
                columns[place].role = .candidate
            } else if ignoresAll {
                columns[place].role = .ignored
            } else {
                warnUnknown(place)
            }
        }
    }

    private func location(_ place: Int) -> SourceLocation {
        .file(path: path, line: line, column: place + 1)
    }

    private func missing(_ headers: [String], name: String) -> Diagnostic {
        let sv = headers.map { "”\($0)”" }.joined(separator: " eller ")
        let en = headers.map { "\"\($0)\"" }.joined(separator: " or ")
        let found = columns.map(\.header).filter { !$0.isEmpty }
        let list = found.prefix(20).joined(separator: ", ")
        let nearest = headers.flatMap { Suggestion.nearest(to: $0, among: found, limit: 1) }
        let hint: Text? =
            if let nearest = nearest.first {
                Text(
                    sv:
                        "Filen har ”\(nearest)”: rätta rubriken, eller lägg till stavningen i källan.",
                    en:
                        "The file has \"\(nearest)\": correct it, or add the spelling to the source."
                )
            } else if CellText.looksDoubleEncoded(list) {
                CellFault.doubleEncoded
            } else {
                nil
            }
        return Diagnostic(
            .error, code: "header.missing-column",
            Text(
                sv: "kolumnen \(sv) (\(name)) saknas i rubriken",
                en: "the column \(en) (\(name)) is missing in the header"),
            at: .file(path: path, line: line), hint: hint,
            notes: [Text(sv: "rubriken är: \(list)", en: "the header is: \(list)")])
    }

    private func several(_ places: [Int], name: String) -> Diagnostic {
        let same = Set(places.map { keys[$0] }).count == 1
        let numbers = places.map { "\($0 + 1)" }.joined(separator: ", ")
        return Diagnostic(
            .error, code: same ? "header.duplicate-column" : "header.several-columns",
            Text(
                sv: "flera kolumner kan vara ”\(name)”: nummer \(numbers)",
                en: "several columns may be \"\(name)\": numbers \(numbers)"),
            at: location(places[1]),
            hint: Text(
                sv: "Ge kolumnerna olika rubriker, eller ange en enda stavning i källan.",
                en: "Give the columns different headers, or declare one spelling in the source."))
    }

    /// The complaint about a wide table in which no header names anything of the axis.
    func noFigures(axis: WideRule.Axis) -> Diagnostic {
        Diagnostic(
            .error, code: "header.no-figures",
            Text(
                sv: "ingen rubrik kan läsas som ”\(axis.rawValue)”",
                en: "no header can be read as \"\(axis.rawValue)\""),
            at: .file(path: path, line: line))
    }

    private mutating func warnUnnamed(_ place: Int) {
        warnings.append(
            Diagnostic(
                .warning, code: "header.unnamed-column",
                Text(
                    sv: "kolumn \(place + 1) har ingen rubrik och läses inte",
                    en: "column \(place + 1) has no header and is not read"),
                at: location(place)))
    }

    private mutating func warnUnknown(_ place: Int) {
        warnings.append(
            Diagnostic(
                .warning, code: "header.unknown-column",
                Text(
                    sv: "kolumnen ”\(columns[place].header)” läses inte",
                    en: "the column \"\(columns[place].header)\" is not read"),
                at: location(place),
                hint: Text(
                    sv: "Lägg till den under ”columns” eller ”ignore” i källan.",
                    en: "Add it under \"columns\" or \"ignore\" in the source.")))
    }
}
