// Version 1: notes, queries, the log of events and the head of its chain, with the triggers that keep what must not change.

const NOTES = `CREATE TABLE lumbago.notes (
  id integer PRIMARY KEY,
  note_id text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  length integer NOT NULL,
  setting text NOT NULL,
  service_date text,
  engine text NOT NULL,
  knowledge text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  kept_text json,
  UNIQUE (note_id, digest))`;

const QUERIES = `CREATE TABLE lumbago.queries (
  id integer PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[0-9a-f]{64}$'),
  note integer NOT NULL REFERENCES lumbago.notes (id),
  local_id text NOT NULL,
  axis text NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  template text NOT NULL,
  composed json NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'sent', 'read', 'deferred', 'answered', 'closed', 'cancelled', 'expired')),
  version integer NOT NULL,
  role text NOT NULL,
  assignee text,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  unticked json NOT NULL DEFAULT '[]',
  sent_at timestamptz,
  text_as_sent text,
  text_sha256 text,
  read_at timestamptz,
  answered_at timestamptz,
  answer_choice text,
  answer_text text,
  answer_name text,
  answer_credentials text,
  closed_at timestamptz,
  outcome text CHECK (outcome IN ('agreed', 'disagreed', 'other', 'no-response')),
  reason text,
  CHECK ((sent_at IS NULL) = (text_as_sent IS NULL) AND (sent_at IS NULL) = (text_sha256 IS NULL)),
  CHECK ((answered_at IS NULL) = (answer_name IS NULL) AND (answered_at IS NULL OR answer_choice IS NOT NULL OR answer_text IS NOT NULL)),
  CHECK (status NOT IN ('sent', 'read', 'deferred', 'answered', 'expired') OR sent_at IS NOT NULL),
  CHECK (status <> 'answered' OR answered_at IS NOT NULL),
  CHECK ((status IN ('closed', 'cancelled', 'expired')) = (closed_at IS NOT NULL)))`;

const EVENTS = `CREATE TABLE lumbago.events (
  sequence integer PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  query integer REFERENCES lumbago.queries (id),
  detail json NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL UNIQUE)`;

const KEEP_EVENTS = `CREATE FUNCTION lumbago.keep_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'lumbago: the log of events is append-only';
END $$`;

const KEEP_QUERIES = `CREATE FUNCTION lumbago.keep_queries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'lumbago: queries are never deleted';
  END IF;
  IF (NEW.id, NEW.key, NEW.note, NEW.composed::text, NEW.author, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.key, OLD.note, OLD.composed::text, OLD.author, OLD.created_at) THEN
    RAISE EXCEPTION 'lumbago: a query stays as it was composed';
  END IF;
  IF OLD.sent_at IS NOT NULL AND (NEW.sent_at, NEW.text_as_sent, NEW.text_sha256) IS DISTINCT FROM (OLD.sent_at, OLD.text_as_sent, OLD.text_sha256) THEN
    RAISE EXCEPTION 'lumbago: the text as sent never changes';
  END IF;
  IF OLD.answered_at IS NOT NULL AND (NEW.answered_at, NEW.answer_choice, NEW.answer_text, NEW.answer_name, NEW.answer_credentials)
    IS DISTINCT FROM (OLD.answered_at, OLD.answer_choice, OLD.answer_text, OLD.answer_name, OLD.answer_credentials) THEN
    RAISE EXCEPTION 'lumbago: an answer is never overwritten';
  END IF;
  RETURN NEW;
END $$`;

/** In order; each is one statement. */
export const FIRST_TABLES: readonly string[] = [
  'CREATE SCHEMA IF NOT EXISTS lumbago',
  'CREATE TABLE lumbago.migrations (version integer PRIMARY KEY, title text NOT NULL, applied_at timestamptz NOT NULL)',
  NOTES,
  QUERIES,
  'CREATE INDEX queries_of_note ON lumbago.queries (note)',
  EVENTS,
  'CREATE INDEX events_of_query ON lumbago.events (query)',
  'CREATE TABLE lumbago.chain (id integer PRIMARY KEY CHECK (id = 1), sequence integer NOT NULL, hash text NOT NULL)',
  `INSERT INTO lumbago.chain (id, sequence, hash) VALUES (1, 0, '${'0'.repeat(64)}')`,
  KEEP_EVENTS,
  'CREATE TRIGGER keep_events BEFORE UPDATE OR DELETE ON lumbago.events FOR EACH ROW EXECUTE FUNCTION lumbago.keep_events()',
  'CREATE TRIGGER keep_all_events BEFORE TRUNCATE ON lumbago.events FOR EACH STATEMENT EXECUTE FUNCTION lumbago.keep_events()',
  KEEP_QUERIES,
  'CREATE TRIGGER keep_queries BEFORE UPDATE OR DELETE ON lumbago.queries FOR EACH ROW EXECUTE FUNCTION lumbago.keep_queries()',
  'CREATE TRIGGER keep_all_queries BEFORE TRUNCATE ON lumbago.queries FOR EACH STATEMENT EXECUTE FUNCTION lumbago.keep_queries()',
];
