internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// The words of options that several commands have alike.
///
/// The options themselves stand in each command: a group of one costs a short query a hundredth of its time,
/// for the argument parser asks Swift's runtime five things of each group's type.
extension ArgumentHelp {
    /// Which gender is asked for; ``GenderArgument`` reads it.
    static var gender: ArgumentHelp {
        Text(
            sv: "Kön: T (totalt), K (kvinnor) eller M (män).",
            en: "Gender: T (total), K (women) or M (men)."
        ).help(valueName: "gender")
    }

    /// As known when.
    static var asOf: ArgumentHelp {
        Text(
            sv:
                "Som det var känt: en dag (dess slut i Stockholm) eller en tidpunkt enligt RFC 3339.",
            en: "As it was known: a day (its end in Stockholm) or a point in time after RFC 3339."
        ).help(valueName: "when")
    }

    /// Where a chart is drawn to; ``ChartFile`` reads it.
    static var chart: ArgumentHelp {
        Text(
            sv: "Rita också ett diagram till en fil, .svg eller .png.",
            en: "Draw a chart to a file as well, .svg or .png."
        ).help(valueName: "file")
    }
}

extension CompletionKind {
    /// The letters of the genders.
    static var genders: CompletionKind { .list(["T", "K", "M"]) }

    /// Files that a chart can be drawn to.
    static var charts: CompletionKind { .file(extensions: ["svg", "png"]) }
}
