// How much the page takes at once: far above any note, low enough that typing stays quick.

/** UTF-16 code units of one note. */
export const LONGEST_NOTE = 400_000;

/** Bytes of one file. */
export const LARGEST_FILE = 64 * 1024 * 1024;
