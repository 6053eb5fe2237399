// PGlite (PostgreSQL in WebAssembly) as a Database: in memory, or over files of a folder that is synced at every commit.
// Not its job: who may open the folder (folder-lock.ts), where it lies (open-folder.ts).
import { fsyncSync } from 'node:fs';
import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { readTime, TIMESTAMP, type Connection, type Database, type Value } from './database.ts';
import { withoutQuotes } from './error.ts';

const PARSERS = { [TIMESTAMP]: readTime };

/** The part of Emscripten's file system that lacks `fsync` in PGlite 0.5. */
interface SyncableModule { readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd?: number }) => number } } }

/**
 * PGlite starts with fsync off (`-F`) and its file system has none, which outlives the end of the process but not that of the machine.
 * This turns it on and gives the file system one.
 */
function syncedOptions(folder: string): PGliteOptions {
  const fs = new NodeFS(folder);
  const init = fs.init.bind(fs);
  fs.init = async (pglite, options) => {
    const { emscriptenOpts } = await init(pglite, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync as never] } };
  };
  return { fs, startParams: [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'] };
}

function addSync(module: SyncableModule): void {
  module.NODEFS.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd);
    return 0;
  };
}

/** Opens the files in the folder, or a database in memory; `place` is what messages call it. A folder without a database gets one. */
export async function openPglite(place: string, folder?: string): Promise<Database> {
  const pglite = await PGlite.create({ ...(folder === undefined ? {} : syncedOptions(folder)), relaxedDurability: false, parsers: PARSERS });
  return {
    place,
    query: connect(pglite).query,
    transaction: async (work) => {
      try {
        return await pglite.transaction((transaction) => work(connect(transaction)));
      } catch (error) {
        throw withoutQuotes(error);
      }
    },
    close: () => pglite.close(),
  };
}

function connect(source: Pick<Transaction, 'query'>): Connection {
  return {
    async query<Row extends object>(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
      try {
        return (await source.query<Row>(sql, [...values])).rows;
      } catch (error) {
        throw withoutQuotes(error);
      }
    },
  };
}
