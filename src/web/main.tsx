// Starts the page: styles, a sample on the desk, then the app into #page.
import { render } from 'preact';
import { App } from './app.tsx';
import { guardWork } from './state/guard.ts';
import { loadRestLater } from './state/load-rest.ts';
import { openSample, SAMPLES } from './views/workspace/note/samples.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/workspace.css';
import './styles/note.css';
import './styles/codes.css';
import './styles/dialogs.css';
import './styles/print.css';

openSample(SAMPLES[0]!);
guardWork();
loadRestLater();
render(<App />, document.getElementById('page')!);
