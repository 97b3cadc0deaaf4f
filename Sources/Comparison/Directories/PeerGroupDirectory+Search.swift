extension PeerGroupDirectory {
    /// The groups that a code or a whole name means.
    public static func named(_ text: String, among groups: [Entry]) -> [Entry] {
        NamedSearch.named(text, among: groups.map { ($0.code, $0.name) }).map { groups[$0] }
    }

    /// The groups that hold all of some words in code or name; whether å, ä and ö had to be passed over.
    public static func search(
        _ text: String, among groups: [Entry]
    ) -> (groups: [Entry], isApproximate: Bool) {
        let found = NamedSearch.places(of: text, among: groups.map { ($0.code, $0.name) })
        return (found.places.map { groups[$0] }, found.isApproximate)
    }
}
