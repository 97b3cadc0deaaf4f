internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// What an indicator means, as facts for people.
struct IndicatorFacts {
    let indicator: Indicator
    let period: Period
    let publication: PublicationReading

    /// The facts under one heading.
    var section: FactSheet.Section {
        var facts: [FactSheet.Fact] = []
        func add(_ sv: String, _ en: String, _ value: Text?) {
            guard let value else { return }
            facts.append(.init(Text(sv: sv, en: en), value))
        }
        func verbatim(_ text: String?) -> Text? { text.map(Text.init(verbatim:)) }
        add("Definition", "Definition", verbatim(indicator.definition))
        add("Avser", "Refers to", verbatim(indicator.referenceWindow))
        add("Enhet", "Unit", indicator.unitText)
        add("Beskrivning", "Description", origin)
        add("Riktning", "Direction", polarity)
        add("Komplement", "Complement", verbatim(indicator.complementTitle))
        add("Osäkerhet", "Uncertainty", indicator.uncertainty.sentence)
        add("Utgivare", "Publisher", verbatim(indicator.publisher))
        add("Område", "Area", verbatim(indicator.operatingArea))
        add("Sista år", "Last year", indicator.discontinuedYear.map { Text(verbatim: "\($0)") })
        add("Publicering", "Publication", publicationState)
        for seriesBreak in indicator.seriesBreaks {
            add(
                "Seriebrott", "Series break",
                Text(
                    sv: "från \(seriesBreak.year): \(seriesBreak.reason)",
                    en: "from \(seriesBreak.year): \(seriesBreak.reason)"))
        }
        if period.isCumulative {
            add(
                "Perioden", "The period",
                Text(
                    sv: "\(period) är ackumulerad från årets början",
                    en: "\(period) accumulates from the beginning of the year"))
        }
        return FactSheet.Section(Text(sv: "Nyckeltalet", en: "The indicator"), facts)
    }

    /// Where the description comes from, when it is not our own.
    private var origin: Text? {
        switch indicator.origin {
        case .curated: nil
        case .catalogue:
            Text(
                sv: "enhet, värdeslag och sista år är härledda ur titeln",
                en: "unit, kind of value and last year are derived from the title")
        case .catalogueMissing:
            Text(sv: "finns inte i källans katalog", en: "is not in the source's catalogue")
        }
    }

    /// How far the publication of the period has come, when it has not ended.
    private var publicationState: Text? {
        let until = publication.plan?.finalDay.map(\.description)
        switch publication.state(of: period) {
        case .final: return nil
        case .preliminary:
            return Text(
                sv: "preliminärt till \(until ?? "vidare")",
                en: "preliminary until \(until ?? "further notice")")
        case .collecting:
            return Text(
                sv: "insamling pågår till \(until ?? "årets slut")",
                en: "being collected until \(until ?? "the end of the year")")
        }
    }

    private var polarity: Text {
        let sentence = indicator.polarity.sentence
        guard let reason = indicator.polarityReason else { return sentence }
        return Text(sv: "\(sentence.sv): \(reason)", en: "\(sentence.en): \(reason)")
    }
}

extension Uncertainty {
    /// How an interval may be computed, as a sentence without a full stop.
    var sentence: Text {
        switch self {
        case .persons:
            Text(
                sv: "andel personer: täljare och nämnare ger ett intervall",
                en: "a share of persons: numerator and denominator give an interval")
        case .clustered:
            Text(
                sv: "antal i grupper: ett enkelt intervall blir för snävt",
                en: "counts in clusters: a simple interval would be too narrow")
        case .survey:
            Text(
                sv: "enkät: antal svarande och svarsfrekvens avgör",
                en: "a survey: respondents and response rate decide")
        case .none:
            Text(sv: "inget intervall är meningsfullt", en: "no interval makes sense")
        }
    }
}
