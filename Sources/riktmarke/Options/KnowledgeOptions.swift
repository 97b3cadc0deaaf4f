internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// As known when.
struct KnowledgeOptions: ParsableArguments {
    @Option(
        help: Text(
            sv:
                "Som det var känt: en dag (dess slut i Stockholm) eller en tidpunkt enligt RFC 3339.",
            en: "As it was known: a day (its end in Stockholm) or a point in time after RFC 3339."
        ).help(valueName: "when"))
    var asOf: String?
}
