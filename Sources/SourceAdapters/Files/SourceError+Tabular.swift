import Diagnostics
import Tabular

extension SourceError {
    /// Explains why a file cannot be read as text.
    init(_ error: TabularError, path: String) {
        self.init(
            Self.status(of: error.code), code: Self.stableCode(of: error.code),
            Text(sv: Self.swedish(error.code), en: error.code.sentence),
            at: .file(path: error.path ?? path, line: error.line),
            hint: Self.hint(for: error), notes: Self.notes(for: error))
    }

    /// One code for a file that changed, whether its time or its bytes gave it away.
    private static func stableCode(of code: TabularError.Code) -> String {
        code == .changedWhileReading ? "source.file-changed" : "source.\(code.rawValue)"
    }

    private static func status(of code: TabularError.Code) -> ExitStatus {
        switch code {
        case .notFound, .isDirectory, .notARegularFile: .noInput
        case .permissionDenied: .permission
        case .cannotOpen, .cannotRead: .inputOutput
        default: .data
        }
    }

    private static func notes(for error: TabularError) -> [Text] {
        var notes: [Text] = []
        if let offset = error.byteOffset {
            notes.append(Text(sv: "vid byte \(offset)", en: "at byte \(offset)"))
        }
        if !error.detail.isEmpty { notes.append(Text(verbatim: error.detail)) }
        return notes
    }

    private static func swedish(_ code: TabularError.Code) -> String {
        switch code {
        case .notFound: "filen finns inte"
        case .permissionDenied: "filen får inte läsas av den här användaren"
        case .isDirectory: "sökvägen är en mapp, ingen fil"
        case .notARegularFile: "sökvägen är ett rör, en socket eller en enhet, ingen fil"
        case .cannotOpen: "filen kan inte öppnas"
        case .cannotRead: "filen kan inte läsas"
        case .changedWhileReading: "filen ändrades medan den lästes"
        case .notText: "filen är inte text"
        case .invalidUTF8: "filens byte är inte UTF-8"
        case .invalidUTF16: "filens byte är inte UTF-16"
        case .truncatedCharacter: "filen slutar mitt i ett tecken"
        case .undefinedByte: "byten betyder ingenting i Windows-1252"
        case .unsupportedUTF32: "filen är i UTF-32, som inte stöds"
        case .contradictsByteOrderMark: "den angivna kodningen motsägs av filens byteordningsmärke"
        case .unknownByteOrder: "inget visar vilken byteordning filens UTF-16 har"
        case .mixedEncodings: "delar av filen är UTF-8 och delar inte"
        case .contradictsSeparatorLine: "filens första rad anger en annan avskiljare"
        }
    }

    private static func hint(for error: TabularError) -> Text? {
        switch error.code {
        case .notText:
            Text(
                sv: "Öppna filen i sitt program och spara den som CSV UTF-8 (kommaavgränsad).",
                en: "Open the file in its own program and save it as CSV UTF-8.")
        case .invalidUTF8, .undefinedByte, .contradictsByteOrderMark, .unknownByteOrder:
            Text(
                sv: "Ange filens verkliga kodning med ”format: encoding:”.",
                en: "Declare the file's true encoding by \"format: encoding:\".")
        case .truncatedCharacter:
            Text(
                sv: "Hämta filen igen; den är avbruten.", en: "Fetch the file again; it is cut off."
            )
        case .mixedEncodings:
            Text(
                sv: "Filen är ihopklistrad av olika filer: läs in dem var för sig.",
                en: "The file is pasted together from several: load them one by one.")
        case .unsupportedUTF32:
            Text(sv: "Spara filen som UTF-8.", en: "Save the file as UTF-8.")
        case .contradictsSeparatorLine:
            Text(
                sv: "Rätta ”format: delimiter:” eller filens första rad.",
                en: "Correct \"format: delimiter:\" or the first line of the file.")
        default: nil
        }
    }
}
