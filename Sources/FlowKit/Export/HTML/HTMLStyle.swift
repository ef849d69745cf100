/// The style sheet: system fonts, two colour schemes, narrow screens and paper.
enum HTMLStyle {
  /// Every rule.
  static var sheet: String {
    ":root { color-scheme: light dark; \(HTMLPalette.light) }\n"
      + "@media screen and (prefers-color-scheme: dark) { :root { \(HTMLPalette.dark) } }\n"
      + [base, frame, blocks, card, steps, evidence, chart, paper].joined()
  }

  private static let base = """
    * { box-sizing: border-box; }
    html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; scroll-padding-top: 1rem; }
    body { margin: 0 auto; padding: 0 1.25rem; max-width: 78rem; background: var(--page); color: var(--text);
      overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
    h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2rem); line-height: 1.2; letter-spacing: -0.015em; margin: 0; }
    h2 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 1rem; }
    h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0; }
    h4 { font-size: 0.9375rem; line-height: 1.4; margin: 1.75rem 0 0.5rem; }
    p { margin: 0 0 0.75rem; max-width: 44rem; }
    ul, ol { margin: 0; padding-left: 1.25rem; }
    a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    code, pre, .listing { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.875em; }
    pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; }
    pre code { font-size: 1em; }
    td code, li > code, p code { overflow-wrap: anywhere; }
    mark { background: var(--mark); color: var(--text); font-weight: 600; text-decoration: underline 2px;
      text-underline-offset: 0.2em; padding: 0.1em 0.15em; border-radius: 2px; }
    mark:target { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: 0.5rem 1rem; }

    """

  private static let frame = """
    .top { padding: 3.5rem 0 2.5rem; }
    .over { color: var(--muted); font-size: 0.875rem; margin: 0 0 0.5rem; }
    .lead { font-size: 1.125rem; color: var(--muted); margin: 0.5rem 0 0; overflow-wrap: anywhere; }
    main { min-width: 0; }
    section { margin: 0 0 4rem; }
    nav { margin: 0 0 2.5rem; font-size: 0.9375rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
    nav a { display: inline-block; padding: 0.2rem 0; text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    footer { border-top: 1px solid var(--rule); padding: 1.5rem 0 3rem; color: var(--muted); font-size: 0.875rem; }
    @media (min-width: 70rem) {
      .columns { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 3rem; }
      nav ul { position: sticky; top: 2rem; flex-direction: column; }
    }

    """

  private static let blocks = """
    .verdict { background: var(--tint); border-left: 4px solid var(--accent); border-radius: 4px; padding: 1.25rem 1.5rem;
      margin: 0 0 1.5rem; }
    .verdict p { margin: 0; }
    .verdict .cause { font-size: 1.25rem; font-weight: 600; line-height: 1.35; margin: 0 0 0.35rem; }
    .id { color: var(--muted); font-size: 0.875em; font-weight: 400; }
    .id::before { content: "· "; }
    .by { color: var(--muted); font-size: 0.875rem; margin: 0.25rem 0 0; }
    .notice { color: var(--warn); font-size: 0.9375rem; margin: 0.5rem 0; }
    .chip { display: inline-block; font-size: 0.8125rem; color: var(--muted); margin-right: 0.75rem; white-space: nowrap; }
    .chip.change, .chip.local-write { color: var(--danger); }
    .chip.probe, .chip.reads-secret { color: var(--warn); }
    .chip.read { color: var(--good); }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--rule); }
    th { font-weight: 600; white-space: nowrap; }
    thead th { color: var(--muted); font-size: 0.8125rem; }
    .rows th { width: 9.5rem; font-weight: 400; color: var(--muted); }
    .rows td { overflow-wrap: anywhere; }
    .rows time { white-space: normal; }
    .rows ul { padding-left: 1.1rem; }
    .scroll { overflow-x: auto; }
    .scroll td { min-width: 4rem; overflow-wrap: break-word; }
    .scroll td code { display: inline-block; min-width: 14rem; }
    time { white-space: nowrap; }
    .notes { list-style: none; padding: 0; }
    .notes li { border-left: 3px solid var(--rule); padding: 0 0 0 1rem; margin: 0 0 1rem; }
    .notes p { margin: 0; }
    .kind { display: inline-block; min-width: 5.5rem; color: var(--muted); }
    #timeline td { overflow-wrap: anywhere; }
    @media (max-width: 34rem) {
      .rows th { width: 6.5rem; white-space: normal; }
      .scroll td { padding-right: 0.6rem; }
    }

    """

  private static let card = """
    .card { border: 1px solid var(--stroke); border-radius: 8px; padding: clamp(1rem, 4vw, 1.75rem); }
    .card h4:first-of-type { margin-top: 0; }
    .card .title { font-size: 1.25rem; line-height: 1.35; margin: 0 0 0.75rem; }
    .card > :last-child { margin-bottom: 0; }
    .do { list-style: none; padding: 0; }
    .do li { margin: 0 0 1rem; }
    .do p { margin: 0 0 0.35rem; }
    .label { margin-right: 0.5rem; }
    .command { background: var(--panel); border-left: 3px solid var(--stroke); border-radius: 4px; padding: 0.75rem 1rem; }
    .sources { font-size: 0.9375rem; }

    """

  private static let steps = """
    .steps { list-style: none; padding: 0; }
    .steps > li { position: relative; padding: 0 0 2rem 3rem; }
    .steps > li::before { content: ""; position: absolute; left: 0.9375rem; top: 2rem; bottom: 0; width: 2px;
      background: var(--rule); }
    .steps > li:last-child::before { display: none; }
    .number { position: absolute; left: 0; top: -0.15rem; width: 2rem; height: 2rem; border-radius: 50%; text-align: center;
      line-height: 1.875rem; font-size: 0.875rem; font-weight: 600; border: 1px solid var(--accent); color: var(--accent);
      background: var(--page); }
    .steps > .back { margin-left: 3rem; }
    .back .number { border-style: dashed; border-color: var(--stroke); color: var(--muted); }
    .back h3, .back .answer { color: var(--muted); font-weight: 400; }
    .answer { margin: 0.15rem 0 0; font-weight: 600; color: var(--accent); }
    .answer::before { content: "→ "; }
    .facts { list-style: none; padding: 0; margin: 0.35rem 0; font-size: 0.875rem; columns: 20rem auto; column-gap: 2rem; }
    .facts li { break-inside: avoid; overflow-wrap: anywhere; }
    figure { margin: 0.75rem 0 0; }
    .quote { background: var(--panel); border-radius: 4px; padding: 0.75rem 1rem; font-size: 0.8125rem; }
    figcaption { font-size: 0.875rem; margin-top: 0.35rem; }
    .gap { color: var(--muted); padding: 0 0.25em; }

    """

  private static let evidence = """
    details { border: 1px solid var(--rule); border-radius: 8px; margin: 0 0 1rem; padding: 0 1.25rem; }
    summary { cursor: pointer; font-weight: 600; padding: 0.85rem 0; overflow-wrap: anywhere; }
    details[open] { padding-bottom: 1.25rem; }
    details > .rows { margin: 0 0 1rem; }
    .listing { max-height: 38rem; overflow: auto; background: var(--panel); border-radius: 4px; font-size: 0.8125rem;
      line-height: 1.55; padding: 0.75rem 0; }
    @counter-style line { system: extends decimal; suffix: "  "; }
    .listing ol { list-style-type: line; padding: 0 1rem 0 4.25rem; }
    .listing li { padding-left: 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .listing li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
    .listing li code { font-size: 1em; }
    .listing .hit { border-left: 3px solid var(--accent); padding-left: calc(0.5rem - 3px); }
    .listing .after { border-top: 2px dashed var(--stroke); margin-top: 0.5rem; padding-top: 0.5rem; }

    """

  private static let chart = """
    .chart { overflow-x: auto; }
    .chart svg { display: block; }
    .walk svg { width: 100%; max-width: 45rem; min-width: 40rem; height: auto; }
    .whole { border: 1px solid var(--rule); border-radius: 4px; }
    svg text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--text); }
    svg .m { fill: var(--muted); }
    svg .a { fill: var(--accent); }
    svg .b { font-weight: 600; }
    svg rect { fill: var(--page); stroke: var(--stroke); }
    svg .v rect { fill: var(--tint); stroke: var(--accent); stroke-width: 2.5; }
    svg .leaf rect { stroke-width: 2; }
    svg path { fill: none; stroke: var(--stroke); }
    svg .r { stroke: var(--rule); }
    svg .w { stroke: var(--accent); stroke-width: 3; }
    svg .d { stroke-dasharray: 4 3; }
    svg .h { fill: var(--stroke); stroke: none; }
    svg .hw { fill: var(--accent); stroke: none; }
    .onpaper { display: none; }

    """

  /// Paper shows everything: closed details too, and nothing scrolls.
  private static let paper = """
    @media print {
      @page { margin: 16mm; }
      html { font-size: 10.5pt; }
      body { max-width: none; padding: 0; }
      nav, .skip, .whole, .flow .by { display: none; }
      .onpaper { display: block; }
      .top { padding: 0 0 1.5rem; }
      section { margin: 0 0 2rem; }
      details, details[open] { border: none; padding: 0; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      summary { list-style: none; }
      .listing, .scroll, .chart { max-height: none; overflow: visible; }
      .scroll td code { min-width: 0; }
      .walk svg { min-width: 0; max-width: 100%; break-inside: avoid; }
      h2, h3, h4, summary { break-after: avoid; }
      tr, figure, .steps > li, .do li, .verdict { break-inside: avoid; }
      mark, .verdict, .command, .quote, .listing, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .sources a { color: var(--text); text-decoration: none; }
    }
    """ + "\n"
}
