// The style sheet of the charts, for the page and for self-contained HTML. A host sets the --chart-… properties to its own colours.
export const CHART_STYLE = `
.chart{margin:0;min-width:0}
.chart-title{margin:0 0 8px;font-size:.95rem;font-weight:600;line-height:1.35}
.chart-picture{display:block;overflow:visible}
.chart text{font-family:inherit;font-size:13px;fill:var(--chart-ink,#1d1f24)}
.chart .chart-says{font-variant-numeric:tabular-nums}
.chart-row{fill:transparent}
.chart-track{fill:var(--chart-track,#ecebe6)}
.chart-plain{fill:var(--chart-accent,#0f5f63)}
.chart-open{fill:var(--chart-ask-tint,#fdf0d5);stroke:var(--chart-ask,#855100);stroke-width:1.5;stroke-dasharray:3 2}
.chart-clash{fill:var(--chart-bad,#9a2f1c);stroke:var(--chart-bad,#9a2f1c)}
.chart-line{fill:none;stroke:var(--chart-accent,#0f5f63);stroke-width:2;stroke-linejoin:round}
.chart-dot{fill:var(--chart-accent,#0f5f63)}
.chart-floor{stroke:var(--chart-rule,#c9c6bc);stroke-width:1}
.chart figcaption,.chart-legend,.chart-none{margin:8px 0 0;font-size:.85rem;color:var(--chart-soft,#5a6070)}
.chart-legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:0 0 8px}
.chart-legend span{display:inline-flex;gap:6px;align-items:center}
.chart-reach{cursor:pointer}
.chart-reach:hover .chart-label{text-decoration:underline}
.chart-cover{fill:var(--chart-ground,#fff)}
.chart-table{margin-top:6px;font-size:.85rem}
.chart-table summary{cursor:pointer;color:var(--chart-soft,#5a6070);width:fit-content;padding:4px 0}
.chart-scroll{overflow-x:auto;max-height:24rem;overflow-y:auto}
.chart table{border-collapse:collapse;width:100%}
.chart th,.chart td{padding:4px 12px 4px 0;border-bottom:1px solid var(--chart-rule,#c9c6bc);text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}
.chart th{font-weight:600}
.chart tbody th{font-weight:400}
.chart th button{font:inherit;color:var(--chart-accent,#0f5f63);background:none;border:0;padding:2px 0;min-height:24px;text-decoration:underline;text-align:left;cursor:pointer}
@media (forced-colors:active){.chart-plain,.chart-dot{fill:CanvasText}.chart-open{fill:Canvas;stroke:CanvasText}.chart-clash{fill:GrayText;stroke:CanvasText}.chart-line{stroke:CanvasText}.chart-track{fill:Canvas;stroke:GrayText}}
@media print{.chart{break-inside:avoid}}
`.trim();
