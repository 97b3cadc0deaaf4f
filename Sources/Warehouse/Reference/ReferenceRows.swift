/// A name under which something is known to sources.
public struct AliasRow: Sendable, Hashable {
    /// The name as written.
    public var alias: String
    /// Code of what is meant.
    public var code: String
    /// Where the name stands; empty for no remark.
    public var note: String

    /// Declares an alias.
    public init(alias: String, code: String, note: String) {
        self.alias = alias
        self.code = code
        self.note = note
    }
}

/// A year from which an indicator is not comparable with the years before.
public struct SeriesBreakRow: Sendable, Hashable {
    /// Code of the indicator.
    public var code: String
    /// First year after the break.
    public var year: Int16
    /// What changed.
    public var reason: String

    /// Declares a break.
    public init(code: String, year: Int16, reason: String) {
        self.code = code
        self.year = year
        self.reason = reason
    }
}

/// A document that sources may refer to; empty fields are unknown.
public struct DocumentRow: Sendable, Hashable {
    /// Code by which specifications and files name it.
    public var code: String
    /// Title of the document.
    public var title: String
    /// Municipality that issued it.
    public var municipalityCode: String
    /// Committee or other organisation that issued it.
    public var organisation: String
    /// Kind of report.
    public var reportKind: String
    /// Date of the document, `YYYY-MM-DD`.
    public var publishedOn: String
    /// How that date is known.
    public var publishedOnBasis: String
    /// Registration number or other reference.
    public var reference: String
    /// Name of the document's own file.
    public var fileName: String
    /// SHA-256 of that file, hexadecimal.
    public var sha256: String

    /// Declares a document.
    public init(
        code: String, title: String, municipalityCode: String, organisation: String,
        reportKind: String, publishedOn: String, publishedOnBasis: String, reference: String,
        fileName: String, sha256: String
    ) {
        self.code = code
        self.title = title
        self.municipalityCode = municipalityCode
        self.organisation = organisation
        self.reportKind = reportKind
        self.publishedOn = publishedOn
        self.publishedOnBasis = publishedOnBasis
        self.reference = reference
        self.fileName = fileName
        self.sha256 = sha256
    }
}

/// A peer group as declared.
public struct GroupRow: Sendable, Hashable {
    /// Short ASCII code.
    public var code: String
    /// Swedish name.
    public var name: String
    /// Where it comes from.
    public var kind: PeerGroup.Kind

    /// Declares a group.
    public init(code: String, name: String, kind: PeerGroup.Kind) {
        self.code = code
        self.name = name
        self.kind = kind
    }
}

/// A membership as declared: who belongs to which group, for which days, by which list.
public struct MembershipRow: Sendable, Hashable {
    /// Code of the group.
    public var groupCode: String
    /// Code of the member.
    public var municipalityCode: String
    /// Version of the list.
    public var listVersion: String
    /// First day, `YYYY-MM-DD`; empty for no beginning.
    public var validFrom: String
    /// First day after the last, `YYYY-MM-DD`; empty for no end.
    public var validTo: String
    /// Where the list comes from; empty for unknown.
    public var origin: String

    /// Declares a membership.
    public init(
        groupCode: String, municipalityCode: String, listVersion: String, validFrom: String,
        validTo: String, origin: String
    ) {
        self.groupCode = groupCode
        self.municipalityCode = municipalityCode
        self.listVersion = listVersion
        self.validFrom = validFrom
        self.validTo = validTo
        self.origin = origin
    }
}

/// A task of a nämnd as declared: which verksamhet, and under which name it is printed.
public struct CommitteeActivityRow: Sendable, Hashable {
    /// Code of the kommun.
    public var municipalityCode: String
    /// The nämnd.
    public var organisation: String
    /// The verksamhet, the same code for every kommun.
    public var activityCode: String
    /// The name of the nämnd's row; empty where it has none.
    public var name: String
    /// Swedish name of the verksamhet.
    public var title: String
    /// Where this is known from.
    public var reason: String

    /// Declares a task.
    public init(
        municipalityCode: String, organisation: String, activityCode: String, name: String,
        title: String, reason: String
    ) {
        self.municipalityCode = municipalityCode
        self.organisation = organisation
        self.activityCode = activityCode
        self.name = name
        self.title = title
        self.reason = reason
    }
}
