// SHA-256 of a text, the same in Node and in a browser.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 bytes of a text, hex; a lone surrogate counts as U+FFFD, as UTF-8 encoders write it. */
export const digestText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
