import Diagnostics
import Foundation
import Indicators
import Kolada
import Testing

/// A file of real answers; where each comes from is in the folder's README.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/kolada")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }
}

/// What reading a text has given.
struct Reading {
    var slices: [SliceBatch] = []
    var tally = ReadingTally()
    var facts: PageFacts?
    var error: KoladaFormatError?

    /// Reads an answer of the API in pieces of so many bytes.
    init(
        answer text: [UInt8], piece: Int = 1 << 16, question: SliceCollector.Question = .state,
        order: SliceCollector.Order = .scattered(maximumRows: 1_000_000)
    ) {
        var collector = SliceCollector(order: order, question: question)
        var parser = DataPageParser()
        do throws(KoladaFormatError) {
            for start in stride(from: 0, to: text.count, by: piece) {
                let part = Array(text[start..<min(start + piece, text.count)])
                try part.withUnsafeBytes { bytes in
                    Result { () throws(KoladaFormatError) in
                        try parser.read(bytes, into: &collector)
                    }
                }.get()
                slices += collector.takeReady()
            }
            facts = try parser.finish(into: &collector)
            slices += collector.finish()
        } catch {
            self.error = error
        }
        tally = collector.tally
    }

    init(answer text: String, question: SliceCollector.Question = .state) {
        self.init(answer: Array(text.utf8), question: question)
    }

    /// Reads a bulk file in pieces of so many bytes.
    init(
        bulk text: [UInt8], piece: Int = 1 << 16, order: SliceCollector.Order = .grouped,
        indicators: Set<KoladaIndicatorID>? = nil
    ) {
        var collector = SliceCollector(order: order, indicators: indicators)
        var parser = BulkFileParser()
        do throws(KoladaFormatError) {
            for start in stride(from: 0, to: text.count, by: piece) {
                let part = Array(text[start..<min(start + piece, text.count)])
                try part.withUnsafeBytes { bytes in
                    Result { () throws(KoladaFormatError) in
                        try parser.read(bytes, into: &collector)
                    }
                }.get()
                slices += collector.takeReady()
            }
            try parser.finish(into: &collector)
            slices += collector.finish()
        } catch {
            self.error = error
        }
        tally = collector.tally
    }

    init(bulk text: String) {
        self.init(bulk: Array(text.utf8))
    }

    /// The rows as lines of a bulk file, without its header.
    var lines: [String] {
        slices.flatMap { slice in
            slice.rows.map { row in
                let unit = row.municipalityCode?.description ?? "?"
                return "\(slice.indicatorCode),\(unit),\(slice.year),\(row.gender.rawValue),"
                    + (row.value?.description ?? "")
            }
        }
    }
}
