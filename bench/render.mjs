// The result of a bench as text for a terminal and as a small page with bars. It measures nothing.
const pad = (text, width) => String(text).padEnd(width);
const round = (number) => number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);

export function renderText({ source, notes, characters, race, stages, sizes, hostile, latency, coldStart, kilobytesPerNote, scanIsFasterThanRegexBy, browser }) {
  return [
    `${notes} ${source}, ${round(characters / 1000)} kB, one thread, warm, median`, '',
    `${pad('', 34)}${pad('lumbago is', 14)}${pad('notes/s', 12)}MB/s`,
    ...race.map(({ name, lumbagoIsFasterBy, notesPerSecond, megabytesPerSecond }) => `${pad(name, 34)}${pad(`${round(lumbagoIsFasterBy)} ×`, 14)}${pad(round(notesPerSecond), 12)}${round(megabytesPerSecond)}`), '',
    `tokens and forms alone: ${round(scanIsFasterThanRegexBy)} × the regex tokeniser`, '',
    'stages, ms per note', ...stages.map(({ name, millisecondsPerNote }) => `  ${pad(name, 32)}${round(millisecondsPerNote)}`), '',
    'by size', ...sizes.map(({ length, milliseconds, factorPerDoubling }) => `  ${pad(`${length} characters`, 32)}${pad(`${round(milliseconds)} ms`, 14)}${factorPerDoubling ? `${round(factorPerDoubling)} per doubling` : ''}`), '',
    'hostile', ...hostile.map(({ name, length, milliseconds, factorPerDoubling, overOrdinary }) => `  ${pad(`${name}, ${length}`, 44)}${pad(`${round(milliseconds)} ms`, 14)}${pad(`${round(factorPerDoubling)} per doubling`, 20)}${round(overOrdinary)} × a character of a note`), '',
    `latency    p50 ${round(latency.p50)} ms, p99 ${round(latency.p99)} ms; ${round(kilobytesPerNote)} kB allocated a note`,
    ...browser ? [browser.because ?? `browser    ${round(browser.millisecondsPerNote)} ms a note, posted and back: ${round(browser.shareOfNode)} × the rate in Node`] : [],
    `cold start analyze ${round(coldStart.analyze)} ms = ${round(coldStart.ratio)} × node -e 0 (${round(coldStart.bareNode)} ms); loading the library ${round(coldStart.library)} ms`, '',
  ].join('\n');
}

const bar = (share) => `<span style="display:inline-block;height:.9em;background:#357;width:${(Math.max(share, 0.002) * 30).toFixed(2)}em"></span>`;

export function renderHtml({ source, notes, race, sizes }) {
  const most = Math.max(...race.map(({ megabytesPerSecond }) => Math.log10(megabytesPerSecond * 1000)));
  const rows = race.map(({ name, megabytesPerSecond, lumbagoIsFasterBy }) => `<tr><td>${name}</td><td>${bar(Math.log10(megabytesPerSecond * 1000) / most)}</td><td>${round(megabytesPerSecond)} MB/s</td><td>${round(lumbagoIsFasterBy)} ×</td></tr>`);
  const lengths = sizes.map(({ length, milliseconds }) => `<tr><td>${length}</td><td>${round(milliseconds)} ms</td></tr>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>lumbago bench</title><style>body{font:15px/1.5 sans-serif;margin:2em}td{padding:.2em .8em}</style><h1>Speed on ${notes} ${source}</h1><p>Bars on a logarithmic scale; × is how much faster lumbago's whole analysis is.</p><table>${rows.join('')}</table><h2>By size</h2><table>${lengths.join('')}</table></html>\n`;
}
