internal import Indicators

/// An object of a catalogue, its members by name; objects and lists of other things are left out.
struct CatalogueObject {
    enum Value {
        case text(String)
        case truth(Bool)
        case number(Int64)
        case members([CatalogueGroup.Member])
    }

    private var values: [String: Value] = [:]

    init(_ cursor: inout JSONCursor) throws(JSONStop) {
        try cursor.take(0x7B)
        if cursor.next() == 0x7D {
            cursor.place += 1
            return
        }
        repeat {
            let name = JSONText.text(of: try cursor.name())
            guard values[name] == nil else { throw cursor.stop(.repeatedMember) }
            switch cursor.next() {
            case 0x22: values[name] = .text(JSONText.text(of: try cursor.string()))
            case 0x74, 0x66: values[name] = .truth(try cursor.truth())
            case 0x2D, 0x30...0x39:
                let reading = try cursor.number()
                if reading.scale == 0, reading.outcome == .read {
                    values[name] = .number(reading.units)
                }
            case 0x5B where name == "members": values[name] = .members(try Self.members(&cursor))
            default: try cursor.passValue()
            }
        } while try cursor.goesOn(until: 0x7D)
    }

    private static func members(
        _ cursor: inout JSONCursor
    ) throws(JSONStop) -> [CatalogueGroup.Member] {
        cursor.place += 1
        var members: [CatalogueGroup.Member] = []
        if cursor.next() == 0x5D {
            cursor.place += 1
            return members
        }
        repeat {
            let object = try CatalogueObject(&cursor)
            // The API's description says id and title; its answers say member_id and member_title.
            guard let id = object.text("member_id") ?? object.text("id") else {
                throw .malformed(.missingMember)
            }
            let title = object.text("member_title") ?? object.text("title") ?? ""
            members.append(.init(id: id, title: TitleReading.singleBlanks(title)))
        } while try cursor.goesOn(until: 0x5D)
        return members
    }

    func text(_ name: String) -> String? {
        if case .text(let text) = values[name] { text } else { nil }
    }

    /// A text that must be there.
    func required(_ name: String) throws(JSONStop) -> String {
        guard let text = text(name) else { throw .malformed(.missingMember) }
        return text
    }

    /// A truth, which version 2 writes as 1 or 0.
    func truth(_ name: String) -> Bool? {
        switch values[name] {
        case .truth(let truth): truth
        case .number(let number): number != 0
        default: nil
        }
    }

    /// A year, written as text or number.
    func year(_ name: String) -> Int? {
        let year: Int? =
            switch values[name] {
            case .text(let text): Int(text)
            case .number(let number): Int(number)
            default: nil
            }
        return year.flatMap { Period.years.contains($0) ? $0 : nil }
    }

    func day(_ name: String) -> CalendarDay? {
        text(name).flatMap { CalendarDay($0) }
    }

    var groupMembers: [CatalogueGroup.Member]? {
        if case .members(let members) = values["members"] { members } else { nil }
    }
}

extension CatalogueIndicator {
    init(_ object: CatalogueObject) throws(JSONStop) {
        id = try object.required("id")
        title = TitleReading.singleBlanks(try object.required("title"))
        description = object.text("description") ?? ""
        isDividedByGender = object.truth("is_divided_by_gender")
        municipalityType = object.text("municipality_type")
        auspice = object.text("auspice") ?? object.text("auspices")
        operatingArea = object.text("operating_area")
        perspective = object.text("perspective")
        preliminaryPublication = object.day("prel_publication_date")
        publication = object.day("publication_date")
        publicationYear = object.year("publ_period")
        hasOrganisationData = object.truth("has_ou_data")
    }
}

extension CatalogueUnit {
    init(_ object: CatalogueObject) throws(JSONStop) {
        id = try object.required("id")
        title = TitleReading.singleBlanks(try object.required("title"))
        type = try object.required("type")
    }
}

extension CatalogueGroup {
    init(_ object: CatalogueObject) throws(JSONStop) {
        id = try object.required("id")
        title = TitleReading.singleBlanks(try object.required("title"))
        guard let members = object.groupMembers else { throw .malformed(.missingMember) }
        self.members = members
    }
}
