"""The page's style sheet: a lab report on A4 and on a screen, dark and light; print is always light.

Blue and orange stay apart for protan, deutan and tritan eyes and in grey; dashes, shapes and words say the same again.
The hops are told apart by how light they are.
"""

STYLE = """
:root {
  color-scheme: light dark;
  --page: #f3f4f6; --sheet: #ffffff; --raised: #f5f6f8; --text: #1c2026; --muted: #565e6a; --line: #d9dce2;
  --grid: #e6e8ec; --gui: #0063aa; --thread: #b85400; --limit: #a1162c; --good: #0f6b45; --fair: #7e5400;
  --hop1: #33445c; --hop2: #93b7d8; --hop3: #5f86ad; --hop4: #d5dfe9; --hop-edge: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #101215; --sheet: #181b20; --raised: #20242b; --text: #e4e7eb; --muted: #a3abb6; --line: #363c46;
    --grid: #2a2f37; --gui: #68cfff; --thread: #f2a33a; --limit: #ff8e8e; --good: #4cc38a; --fair: #e5b93c;
    --hop1: #dfe9f3; --hop2: #5c82a8; --hop3: #9dbddb; --hop4: #38495c; --hop-edge: #181b20;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
body { margin: 0; background: var(--page); color: var(--text); font-variant-numeric: tabular-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 2rem auto; padding: 3rem 3.5rem 2.5rem; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 10px; }
h1, h2, h3, p, figure, dl, ul { margin: 0; }
h2 { margin: 3.25rem 0 .4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.3rem;
  font-weight: 600; letter-spacing: -.01em; }
h3 { margin: 1.9rem 0 .3rem; font-size: 1.02rem; font-weight: 600; }
p.note, figcaption, footer { color: var(--muted); font-size: .87rem; line-height: 1.5; }
p.note { max-width: 46rem; }
.over { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .2rem 2rem; color: var(--muted);
  font-size: .87rem; }
h1 { margin: .2rem 0 1.9rem; font-size: 1.05rem; font-weight: 600; }
.verdict { padding: 1.5rem 1.75rem 1.6rem; border-radius: 8px; background: var(--raised);
  border-left: 5px solid var(--tone); }
.kind { display: inline-block; margin-bottom: .7rem; color: var(--tone); font-size: .82rem; font-weight: 700;
  letter-spacing: .07em; text-transform: uppercase; }
.verdict p { font-size: 1.5rem; line-height: 1.38; font-weight: 500; letter-spacing: -.012em; text-wrap: pretty; }
.enough { --tone: var(--good); } .helps { --tone: var(--thread); } .neither { --tone: var(--limit); }
.cannot-tell, .too-few { --tone: var(--fair); }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.75rem; margin: 1.9rem 0 0; }
.card h3 { margin: 0 0 .45rem; font-size: .87rem; font-weight: 500; color: var(--muted); }
.card dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin-bottom: .5rem; }
.card dt { font-size: .87rem; align-self: center; } .card dd { margin: 0; text-align: right; font-weight: 600; }
.card p { color: var(--muted); font-size: .78rem; line-height: 1.4; margin-top: .35rem; }
svg { display: block; width: 100%; height: auto; } .bullet { max-width: 20rem; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem; } .two > * { min-width: 0; }
.two section h2 { margin-bottom: .7rem; }
.sentences { padding-left: 1.15rem; font-size: .93rem; } .sentences li { margin: 0 0 .55rem; padding-left: .2rem; }
.sentences li::marker { color: var(--muted); }
.key { display: inline-flex; align-items: center; gap: .45rem; margin: .5rem 1.4rem 0 0; white-space: nowrap; }
.key svg { width: 34px; height: 12px; flex: none; }
figure { margin-top: 1.1rem; }
table { width: 100%; margin-top: .8rem; border-collapse: collapse; font-size: .84rem; line-height: 1.4; }
th { font-weight: 600; text-align: left; vertical-align: bottom; } tbody th { font-weight: 400; vertical-align: top; }
th, td { padding: .3rem .55rem; border-bottom: 1px solid var(--grid); }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom-color: var(--line); color: var(--muted); font-size: .8rem; }
th, td { overflow-wrap: normal; } th.named { overflow-wrap: anywhere; min-width: 5.5rem; }
td, th.figure { text-align: right; } td { white-space: nowrap; vertical-align: top; }
td.text { text-align: left; white-space: normal; overflow-wrap: anywhere; }
tr.group th { padding-top: .9rem; font-weight: 600; }
th.gui, .gui-words { color: var(--gui); } th.thread, .thread-words { color: var(--thread); }
td.first { padding-left: 1.4rem; } thead th.over-all { padding-left: 1.4rem; text-align: center; }
tbody th.strong { font-weight: 600; }
td.none { color: var(--muted); } td.wrong { color: var(--limit); font-weight: 600;
  white-space: normal; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
dl.facts { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .3rem 1.5rem; margin-top: .9rem;
  font-size: .9rem; } dl.facts dt { color: var(--muted); } dl.facts dd { margin: 0; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
text { fill: var(--text); font-size: 11px; } .tick { fill: var(--muted); font-size: 10.5px; }
.heading, .name { font-weight: 600; } .name { font-size: 12px; unicode-bidi: isolate; }
.value { font-weight: 600; } .side { font-size: 11.5px; font-weight: 600; }
.axis { stroke: var(--muted); stroke-width: 1; } .grid { stroke: var(--grid); stroke-width: 1; }
.zero { stroke: var(--text); stroke-width: 1; }
line.limit { stroke: var(--limit); stroke-width: 1.4; stroke-dasharray: 2 3; }
.bullet line.limit { stroke-width: 2; stroke-dasharray: none; }
text.limit { fill: var(--limit); font-size: 10.5px; font-weight: 600; }
.curve { fill: none; stroke-width: 1.9; stroke-linejoin: round; }
.curve.gui { stroke: var(--gui); } .curve.thread { stroke: var(--thread); stroke-dasharray: 6 3; }
.mark { stroke: var(--sheet); stroke-width: 1.2; }
.mark.gui, .dot.gui, .fill.gui, .side.gui { fill: var(--gui); }
.mark.thread, .dot.thread, .fill.thread, .side.thread { fill: var(--thread); }
.dot { fill-opacity: .62; } .mean { fill: var(--text); stroke: var(--sheet); stroke-width: 1.2; }
.interval { stroke: var(--text); stroke-width: 2; stroke-linecap: round; }
.hop { stroke: var(--hop-edge); stroke-width: 1; } .track { fill: var(--grid); }
.readable_read { fill: var(--hop1); } .read_received { fill: var(--hop2); }
.received_stored { fill: var(--hop3); } .stored_painted { fill: var(--hop4); }
@media screen and (max-width: 52rem) {
  main { margin: 0; padding: 1.6rem 1.2rem; border: 0; border-radius: 0; }
  .two, .cards { grid-template-columns: 1fr; } .verdict p { font-size: 1.25rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  :root { color-scheme: light; --page: #ffffff; }
  html { font-size: 9.6pt; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  .two.plots, .cards { gap: 0 1.6rem; }
  .wide { overflow: visible; }
  h2 { margin-top: 2rem; }
  h2, h3, thead { break-after: avoid; }
  .over, .verdict, .card, figure, tbody, tr, li, svg, .link-plots { break-inside: avoid; }
  thead { display: table-header-group; } p, li { orphans: 3; widows: 3; }
}
"""
