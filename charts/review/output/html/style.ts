import { SEVERITIES } from '../../review';
import { BADGES, COLOURS, ON_BADGES } from './colours';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

const variables = (index: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, colours]) => `--${name}: ${colours[index]};`)
    .join(' ');

const badges = (property: 'background' | 'fill', selector: (name: string) => string): string =>
  Object.entries(BADGES)
    .map(([name, colour]) => `${selector(name)} { ${property}: ${colour}; }`)
    .join('\n');

/** The colours of both kinds of screens. */
export const COLOUR_STYLE = `:root { color-scheme: light dark; ${variables(0)} }
@media (prefers-color-scheme: dark) { :root { ${variables(1)} } }`;

/** How a picture looks, in a page or by itself. */
export const PICTURE_STYLE = `.stack { font-family: ${FONT}; }
.stack text { fill: var(--text); unicode-bidi: isolate; }
.stack .area { fill: var(--surface); stroke: var(--edge); stroke-width: 1.2; }
.stack .outside-frame .area { fill: none; stroke: var(--stroke); stroke-dasharray: 3 5; }
.stack .label { font-size: 12px; font-weight: 600; fill: var(--muted); }
.stack .line { fill: none; stroke: var(--stroke); stroke-width: 1.4; }
.stack .arrow { fill: var(--stroke); }
.stack .flow .line { stroke: var(--flow); stroke-width: 1.8; }
.stack .flow .arrow { fill: var(--flow); }
.stack .is-created > .line { stroke: var(--created); stroke-width: 2; }
.stack .is-created > .arrow { fill: var(--created); }
.stack .is-removed > .line { stroke: var(--removed); stroke-width: 2; stroke-dasharray: 5 4; }
.stack .is-removed > .arrow { fill: var(--removed); }
.stack .word { font-size: 10px; fill: var(--muted); stroke: var(--surface); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
.stack .box { fill: var(--surface); stroke: var(--stroke); stroke-width: 1.2; }
.stack .chip text { font-size: 10.5px; fill: var(--muted); }
.stack .chip .box { fill: var(--sunken); stroke: none; }
.stack .ghost .area, .stack .ghost .box { fill: none; stroke: var(--edge); stroke-width: 1; stroke-dasharray: 2 4; }
.stack .fold { fill: none; stroke: var(--stroke); stroke-width: 1.2; }
.stack .bar { fill: var(--stroke); }
.stack .collector .bar { fill: var(--collector); }
.stack .loki .bar { fill: var(--loki); }
.stack .grafana .bar { fill: var(--grafana); }
.stack .host .box, .stack .is-foreign .box { stroke-dasharray: 4 3; }
.stack .name { font-size: 12px; font-weight: 600; }
.stack .large { font-size: 13.5px; }
.stack .facts { font-size: 10.5px; fill: var(--muted); }
.stack .differs { font-weight: 700; fill: var(--text); }
.stack .thing.is-created .box { fill: var(--created-tint); stroke: var(--created); stroke-width: 1.8; }
.stack .thing.is-changed .box { fill: var(--changed-tint); stroke: var(--changed); stroke-width: 1.8; }
.stack .thing.is-removed .box { fill: var(--removed-tint); stroke: var(--removed); stroke-width: 1.8; stroke-dasharray: 6 3; }
.stack .is-created > .fold { stroke: var(--created); }
.stack .is-changed > .fold { stroke: var(--changed); }
.stack .is-removed > .fold { stroke: var(--removed); }
.stack .frame.is-created .area { stroke: var(--created); stroke-width: 1.8; }
.stack .frame.is-changed .area { stroke: var(--changed); stroke-width: 1.8; }
.stack .frame.is-removed .area { stroke: var(--removed); stroke-width: 1.8; stroke-dasharray: 6 3; }
.stack .badge text { font-size: 10px; font-weight: 700; fill: ${ON_BADGES}; }
.stack .badge { stroke: none; }
.stack .chip.is-created text { fill: var(--created); font-weight: 600; }
.stack .chip.is-changed text { fill: var(--changed); font-weight: 600; }
.stack .chip.is-removed text { fill: var(--removed); font-weight: 600; }
.stack .chip.is-created .box { fill: var(--created-tint); stroke: var(--created); }
.stack .chip.is-changed .box { fill: var(--changed-tint); stroke: var(--changed); }
.stack .chip.is-removed .box { fill: var(--removed-tint); stroke: var(--removed); stroke-dasharray: 4 3; }
${badges('fill', (name) => `.stack .badge.${name} .pill`)}`;

const hidden = SEVERITIES.map(
  (severity) => `body:has(#show-${severity}:not(:checked)) [data-severity="${severity}"] { display: none; }`,
).join('\n');

/** How the page looks: for wide and narrow screens, light and dark, and on paper. */
export const PAGE_STYLE = `${COLOUR_STYLE}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 ${FONT}; overflow-wrap: anywhere; }
body > * { max-width: 1440px; margin-inline: auto; padding-inline: clamp(14px, 2.2vw, 32px); }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible, input:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
header { padding-block: 28px 6px; }
.over { margin: 0; color: var(--muted); font-size: 13px; letter-spacing: 0.02em; }
h1 { margin: 2px 0 14px; font-size: clamp(21px, 3vw, 29px); line-height: 1.2; letter-spacing: -0.015em; }
h2 { margin: 34px 0 12px; font-size: 19px; letter-spacing: -0.01em; }
h3 { margin: 18px 0 8px; font-size: 14px; }
.facts-of-all { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin: 0; padding: 0; list-style: none; }
.count { padding: 3px 11px; border: 1px solid var(--edge); border-radius: 99px; background: var(--surface); font-size: 13.5px; }
.count b { font-variant-numeric: tabular-nums; }
.count.created b, .sign.created { color: var(--created); }
.count.changed b, .sign.changed { color: var(--changed); }
.count.removed b, .sign.removed { color: var(--removed); }
.badge { display: inline-block; padding: 1px 10px; border-radius: 99px; color: ${ON_BADGES}; font-size: 12.5px; font-weight: 650; white-space: nowrap; }
.verdict .badge { padding: 4px 14px; font-size: 15px; }
${badges('background', (name) => `.badge.${name}`)}
.card { border: 1px solid var(--edge); border-radius: 12px; background: var(--surface); overflow: hidden; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { padding: 8px 14px; text-align: left; vertical-align: top; color: var(--muted); font-weight: 600; font-size: 12.5px; background: var(--sunken); }
td { padding: 9px 14px; vertical-align: top; border-top: 1px solid var(--edge); }
tbody th { color: var(--text); background: none; border-top: 1px solid var(--edge); font-size: 14px; font-weight: 500; }
code, pre { font-family: ${MONO}; font-size: 0.92em; }
.requests { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; }
.requests > div { padding: 8px 14px; border: 1px solid var(--edge); border-radius: 10px; background: var(--surface); }
.requests dt { color: var(--muted); font-size: 12.5px; }
.requests dd { margin: 0; font-variant-numeric: tabular-nums; }
.requests .differs { border-color: var(--changed); background: var(--changed-tint); }
.requests .differs b { font-weight: 700; }
.happens td:first-child { width: 11.5rem; }
.happens td:nth-child(2) { width: 30%; }
.filter { display: none; margin: 0 0 12px; padding: 0; border: 0; }
.filter legend { float: left; padding: 3px 10px 0 0; color: var(--muted); font-size: 13.5px; }
.filter label { display: inline-flex; gap: 6px; align-items: center; margin: 0 6px 6px 0; padding: 2px 10px; border: 1px solid var(--edge); border-radius: 99px; background: var(--surface); font-size: 13.5px; cursor: pointer; }
.filter input { margin: 0; accent-color: var(--link); }
@supports selector(:has(*)) { .filter { display: block; } }
${hidden}
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; align-items: start; }
figure { margin: 0; }
figcaption { display: flex; gap: 10px; align-items: baseline; margin-bottom: 6px; font-size: 14px; color: var(--muted); }
figcaption b { color: var(--text); font-size: 15px; }
.stack { display: block; width: 100%; height: auto; max-width: 760px; }
.stack.narrow { display: none; }
.stack a { text-decoration: none; }
.stack a:hover .name, .stack a:hover .chip text { text-decoration: underline; }
.stack a:focus-visible { outline: none; }
.stack a:focus-visible .box, .stack a:focus-visible .area { stroke: var(--link); stroke-width: 3; }
.empty { padding: 48px 16px; border: 1.5px dashed var(--stroke); border-radius: 14px; text-align: center; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 10px 0 0; padding: 0; list-style: none; font-size: 13px; color: var(--muted); }
details.object { margin-bottom: 10px; }
details.object > summary { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; padding: 11px 16px; cursor: pointer; list-style: none; }
details.object > summary::-webkit-details-marker { display: none; }
details.object > summary::before { content: "▸"; color: var(--muted); width: 0.8em; }
details.object[open] > summary::before { content: "▾"; }
details.object[open] > summary { border-bottom: 1px solid var(--edge); }
.sign { font-weight: 700; width: 0.9em; text-align: center; }
summary code { font-weight: 650; font-size: 14px; }
.place { color: var(--muted); font-size: 13.5px; }
.badges { display: flex; flex-wrap: wrap; gap: 4px; margin-left: auto; }
.body { padding: 4px 16px 16px; scroll-margin-top: 64px; }
.body:target { background: linear-gradient(90deg, var(--link) 4px, transparent 4px); }
.consequences { margin: 12px 0 0; padding: 0; list-style: none; display: grid; gap: 10px; }
.consequences > li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 2px 12px; align-items: baseline; }
.consequences p { margin: 0; }
.consequences .badge { justify-self: start; }
.consequences pre { grid-column: 2; }
pre { margin: 6px 0 0; padding: 9px 12px; border-radius: 8px; background: var(--sunken); white-space: pre-wrap; }
.changes { margin-top: 4px; border: 1px solid var(--edge); border-radius: 8px; border-collapse: separate; border-spacing: 0; overflow: hidden; table-layout: fixed; }
.changes td, .changes th { padding: 6px 10px; font-size: 13px; }
.changes td { border-top: 1px solid var(--edge); }
.changes thead th:first-child { width: 44%; }
.changes pre { margin: 0; padding: 0; background: none; font-size: 12px; }
.changes .old code { color: var(--removed); }
.changes .new code { color: var(--created); }
.nothing { color: var(--muted); }
.same summary { padding: 10px 0; cursor: pointer; color: var(--muted); }
.same summary h3 { display: inline; margin: 0; font-size: 15px; color: var(--text); }
.same ul { columns: 18rem; margin: 0; padding-left: 18px; font-size: 13.5px; }
footer { padding-block: 26px 40px; color: var(--muted); font-size: 13px; }
${PICTURE_STYLE}
@media (max-width: 1180px) {
  .stack.wide { display: none; }
  .stack.narrow { display: block; max-width: 460px; }
}
@media (max-width: 680px) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  .happens thead, .changes thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .happens, .happens tbody, .changes, .changes tbody { display: block; }
  .happens tr, .changes tr { display: grid; gap: 2px; padding: 10px 12px; border-top: 1px solid var(--edge); }
  .happens tr:first-child, .changes tr:first-child { border-top: 0; }
  .happens td, .happens td:first-child, .happens td:nth-child(2), .changes td, .changes th { display: block; width: auto; padding: 0; border: 0; }
  .changes td::before { content: attr(data-label) " "; color: var(--muted); font-size: 12px; }
  .consequences > li { grid-template-columns: minmax(0, 1fr); }
  .consequences pre { grid-column: 1; }
  .badges { margin-left: 0; }
}
@media print {
  :root { color-scheme: light; ${variables(0)} }
  body { background: none; font-size: 11px; }
  .filter, .skip { display: none; }
  .card, figure, .consequences > li { break-inside: avoid; }
  .badge, .stack { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
}`;
