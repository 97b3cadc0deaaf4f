internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// Makes slices ready to be sent: finds the units' keys, settles repetitions, sorts, sums up.
struct SlicePreparation {
    /// Keys of units by the number of their code; −1 for a code that is no unit's.
    private let keys: [Int16]
    /// Whether a unit was asked for, by the number of its code.
    private let isWanted: [Bool]
    /// Sums of value × weight by the scale of the values.
    private var sums = [Int128](repeating: 0, count: 38)
    /// Where a slice's row for each gender and unit stands, counted from 1; 0 throughout between slices.
    private var places: [Int32]
    /// One more than the highest key of a unit.
    private let unitPlaces: Int

    private static let genders = 3
    /// The most rejects of one slice that are kept; the others are only counted.
    private static let keptRejects = 20

    init(units: [(key: Int16, number: Int)], wanted: [Int16]?) {
        var keys = [Int16](repeating: -1, count: 10_000)
        var isWanted = [Bool](repeating: wanted == nil, count: 10_000)
        let wanted = Set(wanted ?? [])
        for (key, number) in units where keys.indices.contains(number) {
            keys[number] = key
            if wanted.contains(key) { isWanted[number] = true }
        }
        self.keys = keys
        self.isWanted = isWanted
        unitPlaces = Int(keys.max() ?? -1) + 1
        places = [Int32](repeating: 0, count: Self.genders * unitPlaces)
    }

    /// Prepares a slice; `nil` when its sum is beyond any figure, so that it cannot be proved.
    mutating func prepare(
        _ slice: Slice, key: SliceKey, coverage: SliceRequest.Coverage
    ) -> PreparedSlice? {
        var prepared = PreparedSlice(
            key: key, name: slice.name, rows: [], notes: slice.notes, digest: slice.digest,
            files: slice.files, isComplete: false)
        prepared.readRows = slice.rows.count + slice.rejectedRows + slice.repeatedRows
        prepared.rejectedRows = slice.rejectedRows
        prepared.duplicateRows = slice.repeatedRows
        prepared.rows.reserveCapacity(slice.rows.count)
        for row in slice.rows { take(row, of: slice, &prepared) }
        settle(&prepared)
        prepared.isComplete = coverage == .complete && prepared.rejectedRows == 0
        return sumUp(&prepared) ? prepared : nil
    }

    @inline(__always)
    private func take(_ row: SliceRow, of slice: Slice, _ prepared: inout PreparedSlice) {
        guard row.gender < Self.genders else { return reject(row, of: slice, .gender, &prepared) }
        let number = Int(row.municipality)
        guard number < keys.count, keys[number] >= 0 else {
            return reject(row, of: slice, .unit, &prepared)
        }
        guard isWanted[number] else { return reject(row, of: slice, .notAskedFor, &prepared) }
        guard Int(row.file) < slice.files.count, row.scale < sums.count else {
            return reject(row, of: slice, .form, &prepared)
        }
        prepared.rows.append(
            StagedRow(
                units: row.units, line: row.line, municipality: keys[number], note: row.note,
                file: row.file, status: row.status, gender: row.gender, scale: row.scale))
    }

    /// Brings rows into order, keeps one of equal rows and none of contradicting ones.
    private mutating func settle(_ prepared: inout PreparedSlice) {
        if let arranged = arrange(prepared.rows) {
            prepared.rows = arranged
            return
        }
        let sorted = prepared.rows.sorted { ($0.order, $0.line) < ($1.order, $1.line) }
        prepared.rows.removeAll(keepingCapacity: true)
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].order == sorted[start].order { end += 1 }
            if sorted[start..<end].dropFirst().allSatisfy({ $0.says(sorted[start]) }) {
                prepared.rows.append(sorted[start])
                prepared.duplicateRows += end - start - 1
            } else {
                for row in sorted[start..<end] { contradict(row, &prepared) }
            }
            start = end
        }
    }

    /// Rows in the order of the facts' key, each put where its unit and gender belong, which takes a fraction
    /// of the time that sorting them does.
    ///
    /// - Returns: `nil` where a figure stands more than once.
    private mutating func arrange(_ rows: [StagedRow]) -> [StagedRow]? {
        for (index, row) in rows.enumerated() {
            let place = Int(row.gender) * unitPlaces + Int(row.municipality)
            guard places[place] == 0 else {
                for index in places.indices { places[index] = 0 }
                return nil
            }
            places[place] = Int32(index + 1)
        }
        var arranged: [StagedRow] = []
        arranged.reserveCapacity(rows.count)
        for place in places.indices where places[place] > 0 {
            arranged.append(rows[Int(places[place]) - 1])
            places[place] = 0
        }
        return arranged
    }

    /// Sums up; the sums prove later that what was sent is what lies in the warehouse.
    private mutating func sumUp(_ prepared: inout PreparedSlice) -> Bool {
        var used: UInt64 = 0
        for row in prepared.rows {
            if row.isDeletion {
                prepared.deletionRows += 1
                continue
            }
            prepared.statusSum += Int64(row.status) * row.weight
            guard row.hasValue else {
                prepared.missingRows += 1
                continue
            }
            sums[Int(row.scale)] += Int128(row.units) * Int128(row.weight)
            used |= 1 << UInt64(row.scale)
        }
        guard used != 0 else { return true }
        let scale = 63 - used.leadingZeroBitCount
        var total: Int128 = 0
        var fits = true
        for index in 0...scale {
            // Horner's rule: what was summed so far has one decimal less.
            let (product, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, beyond) = product.addingReportingOverflow(sums[index])
            total = sum
            sums[index] = 0
            if overflow || beyond { fits = false }
        }
        guard fits, total.magnitude <= PostgresNumeric.maximumUnits.magnitude else { return false }
        prepared.valueSum = PostgresNumeric(units: total, scale: UInt8(scale))
        return true
    }
}

extension SlicePreparation {
    /// Why a row cannot be used.
    private enum Fault: String {
        case unit = "slice.unknown-unit"
        case notAskedFor = "slice.unit-not-asked-for"
        case gender = "slice.gender"
        case form = "slice.form"

        var message: Text {
            switch self {
            case .unit: Text(sv: "enheten finns inte", en: "there is no such unit")
            case .notAskedFor:
                Text(sv: "enheten efterfrågades inte", en: "the unit was not asked for")
            case .gender: Text(sv: "könet är okänt", en: "the gender is not known")
            case .form:
                Text(
                    sv: "raden hör inte till någon fil, eller har för många decimaler",
                    en: "the row belongs to no file, or has too many decimals")
            }
        }
    }

    @inline(never)
    private func reject(
        _ row: SliceRow, of slice: Slice, _ fault: Fault, _ prepared: inout PreparedSlice
    ) {
        prepared.rejectedRows += 1
        keep(
            PreparedSlice.Reject(
                file: Int(row.file), line: row.line, cell: "\(row.municipality) \(row.gender)",
                code: fault.rawValue, message: fault.message),
            &prepared)
    }

    private func contradict(_ row: StagedRow, _ prepared: inout PreparedSlice) {
        prepared.rejectedRows += 1
        let value = row.hasValue ? "\(ScaledDecimal(units: row.units, scale: row.scale))" : ""
        keep(
            PreparedSlice.Reject(
                file: Int(row.file), line: row.line, cell: value, code: "row.contradicts-another",
                message: Text(
                    sv: "samma uppgift står flera gånger med olika värden",
                    en: "the same figure stands several times with different values")),
            &prepared)
    }

    private func keep(_ reject: PreparedSlice.Reject, _ prepared: inout PreparedSlice) {
        guard prepared.rejects.count < Self.keptRejects else { return }
        var reject = reject
        if !prepared.files.indices.contains(reject.file) { reject.file = 0 }
        prepared.rejects.append(reject)
    }
}
