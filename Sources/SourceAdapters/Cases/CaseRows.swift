import Cases
import Diagnostics
import Indicators
import Tabular

/// Takes the rows of a file of case data one by one.
struct CaseRows {
    let path: String
    let spec: CasesSpec
    let key: CaseKey
    private(set) var records: [CaseRecord] = []
    private(set) var rejects: [CaseReject] = []
    private(set) var rowCount = 0
    private(set) var repetitions = 0

    private struct Identity: Hashable {
        var person: [UInt8]
        var id: [UInt8]
    }

    private var places: [CaseField: Int]?
    private var skipped = 0
    private var known: [Identity: Int] = [:]
    private var contradicted: Set<Int> = []
    private var divided = SplitNumberWatch()
    private var embedded = EmbeddedNumberWatch()

    init(path: String, spec: CasesSpec, key: CaseKey) {
        self.path = path
        self.spec = spec
        self.key = key
    }

    /// Searches a row for personal numbers, and reads it.
    mutating func take(_ cells: [String], line: Int) throws(SourceError) {
        for (index, cell) in cells.enumerated() where PersonalNumber.isFound(in: cell) {
            throw CaseFile.numberFound(path, line: line, column: index + 1)
        }
        guard !cells.allSatisfy({ Self.trimmed($0).isEmpty }) else { return }
        guard places != nil else {
            guard line >= spec.format.headerRow else { return }
            places = try header(cells, line: line)
            return
        }
        divided.look(at: cells, line: line)
        embedded.look(at: cells, line: line)
        guard skipped >= spec.format.skipRows else {
            skipped += 1
            return
        }
        rowCount += 1
        guard let record = try record(cells, line: line) else { return }
        let identity = Identity(person: record.person, id: record.id)
        guard let before = known[identity] else {
            known[identity] = records.count
            records.append(record)
            return
        }
        if records[before] == record {
            repetitions += 1
        } else {
            contradicted.insert(before)
            rejects.append(
                CaseReject(line: line, column: 0, field: nil, reason: .contradiction))
        }
    }

    /// Takes out what was contradicted, and looks for numbers that are divided between columns or stand
    /// within longer ones.
    mutating func end() throws(SourceError) {
        if let found = divided.found ?? embedded.found {
            throw CaseFile.numberFound(path, line: found.line, column: found.column)
        }
        guard places != nil else {
            throw SourceError(
                .data, code: "header.none",
                Text(sv: "filen har ingen rubrikrad", en: "the file has no header row"),
                at: .file(path: path))
        }
        // Neither of two rows that contradict each other can be believed.
        guard !contradicted.isEmpty else { return }
        records = records.indices.filter { !contradicted.contains($0) }.map { records[$0] }
    }

    private func header(_ cells: [String], line: Int) throws(SourceError) -> [CaseField: Int] {
        let keys = cells.map { HeaderName.key(Self.trimmed($0)) }
        var places: [CaseField: Int] = [:]
        var problems: [Diagnostic] = []
        for field in CaseField.allCases {
            guard let column = spec.columns[field], !column.headers.isEmpty else { continue }
            let wanted = Set(column.headers.map { HeaderName.key($0) })
            let found = keys.indices.filter { wanted.contains(keys[$0]) }
            if found.count == 1 {
                places[field] = found[0]
                continue
            }
            // The words of the specification, never those of the file.
            let named = column.headers.joined(separator: " / ")
            problems.append(
                Diagnostic(
                    .error,
                    code: found.isEmpty ? "header.missing-column" : "header.several-columns",
                    found.isEmpty
                        ? Text(
                            sv: "kolumnen ”\(named)” (\(field.rawValue)) saknas i rubriken",
                            en:
                                "the column \"\(named)\" (\(field.rawValue)) is missing in the header"
                        )
                        : Text(
                            sv: "kolumnen ”\(named)” (\(field.rawValue)) finns flera gånger",
                            en: "the column \"\(named)\" (\(field.rawValue)) is there several times"
                        ),
                    at: .file(path: path, line: line)))
        }
        guard problems.isEmpty else { throw SourceError(.data, problems) }
        return places
    }

    /// A cell, or what stands for it: blank where the row is too short or the field has no column.
    private func text(_ field: CaseField, _ cells: [String]) -> String {
        if let constant = spec.columns[field]?.constant { return constant }
        guard let place = places?[field], cells.indices.contains(place) else { return "" }
        let text = Self.trimmed(cells[place])
        return spec.columns[field]?.words[CaseWords.key(text)] ?? text
    }

    private struct Fault: Error {
        var field: CaseField?
        var reason: CaseReject.Reason
    }

    private mutating func record(
        _ cells: [String], line: Int
    ) throws(SourceError) -> CaseRecord? {
        var record: CaseRecord
        do throws(Fault) {
            record = try dated(cells)
        } catch {
            rejects.append(
                CaseReject(
                    line: line, column: error.field.flatMap { places?[$0] }.map { $0 + 1 } ?? 0,
                    field: error.field?.rawValue, reason: error.reason))
            return nil
        }
        let municipality = spec.municipality.description
        record.person = try key.person(text(.person, cells), of: municipality)
        record.id = try key.caseID(text(.case, cells), of: municipality)
        return record
    }

    private func dated(_ cells: [String]) throws(Fault) -> CaseRecord {
        for field in [CaseField.person, .case, .kind, .opened] where text(field, cells).isEmpty {
            throw Fault(field: field, reason: .blank)
        }
        guard let kind = CaseWords.kind(text(.kind, cells)) else {
            throw Fault(field: .kind, reason: .unreadable)
        }
        guard let opened = try day(.opened, cells) else {
            throw Fault(field: .opened, reason: .blank)
        }
        var record = CaseRecord(person: [], id: [], kind: kind, openedOn: opened)
        record.closedOn = try day(.closed, cells)
        record.newInvestigationOn = try day(.newInvestigation, cells)
        if let closed = record.closedOn, closed < opened {
            throw Fault(field: .closed, reason: .wrongOrder)
        }
        if let began = record.newInvestigationOn {
            guard let closed = record.closedOn, began >= closed else {
                throw Fault(field: .newInvestigation, reason: .wrongOrder)
            }
        }
        let age = text(.age, cells)
        if record.closedOn != nil {
            guard !age.isEmpty else { throw Fault(field: .age, reason: .noAge) }
            guard let years = CaseWords.age(age) else {
                throw Fault(field: .age, reason: .unreadable)
            }
            record.ageAtClose = years
        }
        let gender = text(.gender, cells)
        if !gender.isEmpty {
            guard let known = CaseWords.gender(gender) else {
                throw Fault(field: .gender, reason: .unreadable)
            }
            record.gender = known
        }
        record.isAddiction = try flag(.addiction, cells)
        record.isEconomicAssistance = try flag(.economicAssistance, cells)
        record.isUnaccompaniedMinor = try flag(.unaccompaniedMinor, cells)
        return record
    }

    private func day(_ field: CaseField, _ cells: [String]) throws(Fault) -> CalendarDay? {
        let text = text(field, cells)
        guard !text.isEmpty else { return nil }
        guard let day = CaseWords.day(text) else { throw Fault(field: field, reason: .unreadable) }
        guard day <= spec.observation.until else {
            throw Fault(field: field, reason: .afterObservation)
        }
        return day
    }

    private func flag(_ field: CaseField, _ cells: [String]) throws(Fault) -> Bool {
        guard let flag = CaseWords.flag(text(field, cells)) else {
            throw Fault(field: field, reason: .unreadable)
        }
        return flag
    }

    /// A cell without blanks around it.
    private static func trimmed(_ cell: String) -> String {
        let bytes = Array(cell.utf8)
        return CellText.trimmed(bytes.span)
    }
}
