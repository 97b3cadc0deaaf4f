/// How our HTML files look: on a phone, on a desk and on A4.
enum HTMLStyle {
    /// The rules; every colour has a contrast of at least 4.5 to 1 against its ground (WCAG 2 AA).
    static let sheet = """
        :root { color-scheme: light; --ink: #1a1a1a; --soft: #595959; --line: #c8c8c8;
          --focus: #eef4fa; --good: #0b5c3b; --bad: #9b2c00; --doubtful: #7a4b00; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 62rem; color: var(--ink); background: #fff;
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
        h2 { font-size: 1.25rem; line-height: 1.25; margin: 2.2rem 0 .6rem; }
        p { margin: .4rem 0; max-width: 46rem; }
        a { color: #004a8f; }
        .frame { overflow-x: auto; margin: .8rem 0; }
        .frame:focus-visible { outline: 2px solid #004a8f; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        caption.heard { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: .3rem .6rem; text-align: left; vertical-align: baseline;
          border-bottom: 1px solid var(--line); }
        thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); }
        tbody th { font-weight: normal; }
        .number { text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        .unit { font-weight: normal; color: var(--soft); }
        .fill { visibility: hidden; }
        tr.focus > * { font-weight: 700; background: var(--focus); }
        tr.summary > * { border-top: 1px solid var(--ink); }
        .good { color: var(--good); } .bad { color: var(--bad); }
        td > .good, td > .bad, td > .doubtful { white-space: nowrap; }
        .doubtful { color: var(--doubtful); } .muted, .notes, figcaption { color: var(--soft); }
        .notes, .links, nav ol { padding-left: 1.2rem; font-size: .92rem; max-width: 46rem; }
        .closing { border-left: 4px solid var(--ink); padding: .2rem 0 .2rem .8rem; margin: 1rem 0; }
        figure { margin: 1.2rem 0; } figcaption { font-size: .92rem; }
        svg { display: block; width: 100%; max-width: 45rem; height: auto; }
        .sources table { font-size: .82rem; } .long { overflow-wrap: anywhere; display: inline-block;
          min-width: 18ch; }
        @media (max-width: 34rem) { body { padding: .6rem; } th, td { padding: .25rem .35rem; }
          table { font-size: .9rem; } h1 { font-size: 1.3rem; }
          figure { overflow-x: auto; } svg { min-width: 32rem; } }
        @media print {
          @page { size: A4; margin: 16mm 14mm 18mm; }
          :root { font-size: 9.5pt; } body { max-width: none; padding: 0; }
          h1 { font-size: 16pt; } h2 { font-size: 12.5pt; }
          .frame { overflow: visible; } nav, .links { display: none; }
          thead { display: table-header-group; }
          tr, figure { break-inside: avoid; } h1, h2, caption { break-after: avoid; }
          section + section { break-before: page; }
          .sources table { font-size: 6.5pt; } th, td { padding: 1.2mm 1.6mm; }
          a { color: inherit; text-decoration: none; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
