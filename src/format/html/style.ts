// The style sheet of the page: inline, no fonts or files from elsewhere; light, dark and print.
// The colours of roles come from the one table of roles.
import { ROLES } from '../parts/roles.ts';

const HUES = [...Object.entries(ROLES), ['other', { hue: 200, line: 'solid' }] as const]
  .map(([role, { hue, line }]) => `.r-${role}{--h:${hue};--l:${line}}`).join('\n');

const BASE = `
:root{color-scheme:light dark;--page:#f5f4f0;--card:#fff;--ink:#1d1f24;--soft:#5a6070;--rule:#dedcd4;--accent:#21546f;
--ok:#17693a;--okb:#e3f3e8;--ask:#855100;--askb:#fdf0d5;--bad:#a5212c;--badb:#fde6e6;--off:#5a6070;--offb:#ecebe6;--ms:62%;--ml:90%;--mu:40%}
@media (prefers-color-scheme:dark){:root{--page:#14161a;--card:#1c1f25;--ink:#e7e6e1;--soft:#a3a8b5;--rule:#343841;--accent:#8cc4e2;
--ok:#7fd6a0;--okb:#17301f;--ask:#f0c071;--askb:#352813;--bad:#f59a9d;--badb:#3a1c1f;--off:#a3a8b5;--offb:#292c33;--ms:42%;--ml:26%;--mu:68%}}
*{box-sizing:border-box}
html{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink)}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
.report{max-width:1400px;margin:0 auto;padding:28px 32px 40px}
.report+.report{border-top:1px solid var(--rule)}
.head{display:flex;flex-wrap:wrap;gap:4px 28px;align-items:baseline;justify-content:space-between;margin-bottom:18px}
.head h1{font-size:1.5rem;line-height:1.2;letter-spacing:-.01em;overflow-wrap:anywhere}
.head p{color:var(--soft);font-size:.9rem}.head a{color:var(--accent)}
.columns{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr);gap:24px;align-items:start}
.card{background:var(--card);border:1px solid var(--rule);border-radius:10px}
.note{padding:20px 24px 22px}
.note .text{white-space:pre-wrap;overflow-wrap:anywhere;font:1.02rem/1.85 "Iowan Old Style",Palatino,"Palatino Linotype","Book Antiqua",Georgia,serif;tab-size:4}
h2{font-size:.76rem;font-weight:650;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 10px}
.side h2{margin:22px 0 8px}
.side>section:first-child h2{margin-top:4px}
.item{padding:14px 16px;margin-bottom:10px}
.item h3{font-size:1rem;line-height:1.35;font-weight:600}
.top{display:flex;gap:12px;align-items:baseline;justify-content:space-between;margin-bottom:4px}
.code{font:650 1.08rem/1.3 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--accent);white-space:nowrap}
.code small{font:500 .8rem/1 system-ui,sans-serif;color:var(--soft);margin-right:8px}
.status{font-size:.78rem;font-weight:600;padding:2px 9px;border-radius:99px;white-space:nowrap;color:var(--off);background:var(--offb)}
.s-supported{color:var(--ok);background:var(--okb)}.s-underspecified,.s-warning{color:var(--ask);background:var(--askb)}
.s-conflicting,.s-error{color:var(--bad);background:var(--badb)}
dl{display:grid;grid-template-columns:minmax(5.5rem,max-content) minmax(0,1fr);gap:4px 14px;margin-top:9px;font-size:.9rem}
dt{color:var(--soft)}dd{overflow-wrap:anywhere}
.gap{color:var(--ask);font-weight:600}.clash{color:var(--bad);font-weight:600}
.why{margin-top:9px;font-size:.9rem}.why+.why{margin-top:4px}
.source{color:var(--soft);font-size:.82rem}
.off .code,.off h3{color:var(--soft)}.off h3{font-weight:500}
.query{border-left:4px solid var(--ask)}
.query .q{margin-top:6px}.query ul{list-style:none;margin-top:8px;font-size:.92rem}
.query li{display:flex;gap:8px;padding:1px 0}.query li::before{content:"☐";color:var(--soft)}
.query li small{color:var(--soft);margin-left:auto;font-family:ui-monospace,Menlo,Consolas,monospace;white-space:nowrap}
.empty{padding:14px 16px;color:var(--soft)}
mark,.ev{color:inherit;text-decoration:none;background:hsl(var(--h) var(--ms) var(--ml));border-radius:2px;padding:1px 0;
border-bottom:2px var(--l) hsl(var(--h) 55% var(--mu));-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.faint{background:none;border-bottom:1px var(--l) hsl(var(--h) 40% var(--mu)/.6)}
mark.struck,.key .struck{text-decoration:line-through;text-decoration-thickness:1px;text-decoration-color:var(--bad)}
mark.over{box-shadow:inset 0 2px 0 hsl(var(--h) 55% var(--mu))}
mark:target{outline:3px solid var(--accent);outline-offset:1px}
.ev{white-space:normal;padding:1px 2px;font-family:inherit}.ev:hover,.ev:focus-visible{outline:2px solid var(--accent)}
.at{color:var(--soft);font-size:.78rem;font-variant-numeric:tabular-nums}
.key{display:flex;flex-wrap:wrap;gap:6px 12px;list-style:none;margin:16px 0 0;padding-top:12px;border-top:1px solid var(--rule);font-size:.8rem;color:var(--soft)}
.key mark{color:var(--ink)}
.foot{color:var(--soft);font-size:.8rem;margin-top:20px;overflow-wrap:anywhere}
@media (max-width:860px){.report{padding:18px 14px 28px}.columns{grid-template-columns:minmax(0,1fr)}.note{padding:16px}.head h1{font-size:1.3rem}}
@media (min-width:861px){.side{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:0 8px 16px 0;scrollbar-width:thin;scrollbar-color:var(--rule) transparent}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--accent:#123f57;--ok:#17693a;--okb:#fff;--ask:#855100;--askb:#fff;--bad:#a5212c;--badb:#fff;--off:#444;--offb:#fff;--ms:62%;--ml:92%;--mu:35%;color-scheme:light}
@page{margin:15mm}
html{font-size:10pt}.report{padding:0;max-width:none}.report+.report{border:0;break-before:page}.columns{display:block}
.side{position:static;max-height:none;overflow:visible;padding:0}
.note{margin-bottom:14px}.item{break-inside:avoid}h2{break-after:avoid}.status{border:1px solid currentColor}
mark,.ev{-webkit-print-color-adjust:exact;print-color-adjust:exact}.key{break-inside:avoid}}
`;

/** All rules of the page. */
export const STYLE = `${BASE.trim()}\n${HUES}`;
