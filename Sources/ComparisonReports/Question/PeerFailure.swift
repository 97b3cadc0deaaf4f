package import Diagnostics
package import Indicators

/// Why there is nobody to compare with.
package enum PeerFailure {
    /// Nobody else was named.
    package static func none(argument: String) -> Failure {
        Failure(
            .usage, code: "compare.no-peers",
            Text(
                sv: "det finns ingen annan kommun att jämföra med",
                en: "there is no other municipality to compare with"),
            at: .argument(argument),
            hint: Text(
                sv: "skriv till exempel --with Danderyd,Solna, eller --group GRUPP",
                en: "write for example --with Danderyd,Solna, or --group GROUP"))
    }

    /// Regions and the nation belong to no SKR group.
    package static func noGroup(_ municipality: Municipality) -> Failure {
        Failure(
            .usage, code: "compare.no-group",
            Text(
                sv: "\(municipality.name) hör inte till någon SKR-grupp",
                en: "\(municipality.name) belongs to no SKR group"),
            hint: Text(
                sv: "säg vilka den ska jämföras med: --with NAMN,NAMN eller --group GRUPP",
                en: "say whom to compare it with: --with NAME,NAME or --group GROUP"))
    }
}
