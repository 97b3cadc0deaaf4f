public import Diagnostics

/// What is known about one thing, as labelled facts under headings.
///
/// Unlike the cells of a table, facts are never shortened: paths and definitions are there whole.
public struct FactSheet: Sendable, Hashable {
    /// The heading of the whole.
    public var title: Text
    /// Lines below the title.
    public var lead: [Text]
    /// The sections from top to bottom.
    public var sections: [Section]

    /// Creates a sheet.
    public init(title: Text, lead: [Text] = [], sections: [Section] = []) {
        self.title = title
        self.lead = lead
        self.sections = sections
    }

    /// Facts that belong together.
    public struct Section: Sendable, Hashable {
        /// What they are about.
        public var heading: Text
        /// The facts from top to bottom.
        public var facts: [Fact]

        /// Creates a section.
        public init(_ heading: Text, _ facts: [Fact]) {
            self.heading = heading
            self.facts = facts
        }
    }

    /// A fact: what is said, and of what.
    public struct Fact: Sendable, Hashable {
        /// What it is about; empty for a fact that goes on with the one above it.
        public var label: Text
        /// What is said.
        public var value: Text

        /// Creates a fact.
        public init(_ label: Text, _ value: Text) {
            self.label = label
            self.value = value
        }
    }
}
