// The batch view: results of many notes, dropped or chosen, as counts and charts; a bar leads to its notes. Not its job: analyzing notes.
import { FilePicker } from './file-picker.tsx';
import { Faults } from './faults.tsx';
import { NotePanel } from './note-panel.tsx';
import { Numbers } from './numbers.tsx';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { filesOfDrop } from './dropped-files.ts';
import { charts, hovered, listed, listNotes, name, progress, read, readFiles, said, stopReading } from './results.ts';
import { writeCount } from '../../../tally/write-share.ts';
import '../../styles/views.css';
import './batch.css';

function dragOver(event: DragEvent): void {
  event.preventDefault();
  hovered.value = true;
}

/** Results can be dropped at any time; they take the place of those that are shown. */
async function drop(event: DragEvent): Promise<void> {
  event.preventDefault();
  hovered.value = false;
  if (event.dataTransfer) readFiles(await filesOfDrop(event.dataTransfer));
}

/** The batch view. */
export function Batch() {
  const isEmpty = progress.value === undefined && read.value === undefined;
  return (
    <section class="view batch" aria-labelledby="batch-title" onDragOver={dragOver} onDragLeave={() => { hovered.value = false; }} onDrop={(event) => void drop(event)}>
      <div class="view-head">
        <h1 id="batch-title">{isEmpty ? 'Batch' : name.value}</h1>
        {read.value && <FilePicker compact />}
      </div>
      <p class="batch-said">{said.value}</p>
      {isEmpty && <FilePicker />}
      {progress.value && <Reading />}
      {read.value && <Results />}
    </section>
  );
}

function Reading() {
  const { bytes, of, notes, rejects } = progress.value ?? { bytes: 0, of: 0, notes: 0, rejects: 0 };
  return (
    <div class="card reading">
      <label for="reading">{writeCount(notes)} notes, {writeCount(rejects)} rejects so far</label>
      <progress id="reading" max={of} value={bytes} />
      <div><button type="button" onClick={stopReading}>Stop here</button></div>
    </div>
  );
}

function Results() {
  return (
    <>
      <Faults />
      <Numbers />
      <div class={listed.value ? 'batch-desk with-notes' : 'batch-desk'}>
        <div class="batch-charts">{charts.value.map(({ title, charts: drawn }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <div class="chart-grid">{drawn.map((chart) => <ChartFigure key={chart.slice(0, 120)} drawn={chart} onReach={listNotes} />)}</div>
          </section>
        ))}</div>
        {listed.value && <NotePanel list={listed.value} />}
      </div>
    </>
  );
}
