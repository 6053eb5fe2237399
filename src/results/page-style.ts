// The style sheet of the report page: a calm sheet on a 4-pixel grid, light and dark, on paper too. Charts bring their own (charts/chart-style.ts).
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#faf9f6;--card:#fff;--ink:#1d1f24;--soft:#5a6070;--rule:#dedbd2;--accent:#0f5f63;
--chart-ink:var(--ink);--chart-ground:var(--card);--chart-soft:var(--soft);--chart-rule:var(--rule);--chart-accent:var(--accent);--chart-track:#efede7}
@media (prefers-color-scheme:dark){:root{--page:#16181c;--card:#1e2126;--ink:#e8e6e1;--soft:#a4a9b5;--rule:#363a42;--accent:#5bb8b6;
--chart-track:#2a2e35;--chart-ask-tint:#3d3017;--chart-ask:#e0a64a;--chart-bad:#e07a63}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1160px;margin:0 auto;padding:32px 24px 48px}
h1{margin:0;font-size:1.5rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
header p{margin:4px 0 0;color:var(--soft);overflow-wrap:anywhere}
h2{margin:40px 0 12px;font-size:1.1rem;font-weight:650}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(176px,1fr));gap:12px;margin:24px 0 0}
.facts div{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:12px 16px}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0;color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
.facts b{display:block;color:var(--ink);font-size:1.5rem;line-height:1.3;font-weight:650}
.charts{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.charts .chart{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:16px}
@media (min-width:840px){.charts-2{grid-template-columns:repeat(2,minmax(0,1fr))}.charts-3{grid-template-columns:repeat(3,minmax(0,1fr))}}
summary:focus-visible,.chart-scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
footer{margin-top:32px;color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
@media print{body{background:#fff}main{padding:0;max-width:none}.chart-table{display:none}}
`.trim();
