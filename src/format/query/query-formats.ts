// The one table of query formats: the command line lists, chooses and describes them from it.
import { queryFhir } from './fhir.ts';
import { queryHtml } from './html.ts';
import { queryJson } from './json.ts';
import { queryMarkdown } from './markdown.ts';
import type { QueryFormat } from './query-format.ts';
import { queryText } from './text.ts';

export const QUERY_FORMATS: readonly QueryFormat[] = [queryText, queryMarkdown, queryHtml, queryJson, queryFhir];
