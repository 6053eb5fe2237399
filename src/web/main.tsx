// Starts the page: styles, then the app into #page.
import { render } from 'preact';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

render(<App />, document.getElementById('page')!);
