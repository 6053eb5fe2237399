// A set of ids by 128 bits of their SHA-256, in plain memory: 16 bytes an id and some room. In: keys. Out: whether a key was there before.
// Two ids that share a key would be taken for one; among a thousand million ids the odds of that are less than 1 in 10^20.
// 256 tables of open addressing, by the first byte of the key: each grows by itself, so that growing never doubles the memory.

const TABLES = 256;
const FULL = 0.8;
const GROWTH = 1.5;

interface Table { slots: BigUint64Array; count: number }

export interface IdSet {
  readonly size: number;
  /** Adds the 16 bytes of `keys` at `offset`; false when they were there. */
  add(keys: DataView, offset: number): boolean;
}

/** A set with room for `expected` ids; it grows when there are more. */
export function createIdSet(expected = 1_000_000): IdSet {
  const tables = Array.from({ length: TABLES }, (): Table => ({ slots: new BigUint64Array(2 * Math.ceil((expected / TABLES / FULL) * 1.1 + 8)), count: 0 }));
  let size = 0;
  return {
    get size() { return size; },
    add(keys, offset) {
      const table = tables[keys.getUint8(offset)] as Table;
      const high = keys.getBigUint64(offset) || 1n;
      const low = keys.getBigUint64(offset + 8);
      if ((table.count + 1) * 2 > table.slots.length * FULL) grow(table);
      if (!put(table.slots, high, low)) return false;
      table.count++;
      size++;
      return true;
    },
  };
}

/** A slot is free while its first half is zero. */
function put(slots: BigUint64Array, high: bigint, low: bigint): boolean {
  const places = slots.length / 2;
  for (let place = Number(low & 0xffff_ffffn) % places; ; place = (place + 1) % places) {
    const there = slots[place * 2];
    if (there === 0n) {
      slots[place * 2] = high;
      slots[place * 2 + 1] = low;
      return true;
    }
    if (there === high && slots[place * 2 + 1] === low) return false;
  }
}

function grow(table: Table): void {
  const old = table.slots;
  table.slots = new BigUint64Array(2 * Math.ceil((old.length / 2) * GROWTH));
  for (let at = 0; at < old.length; at += 2) {
    const high = old[at] ?? 0n;
    if (high !== 0n) put(table.slots, high, old[at + 1] ?? 0n);
  }
}
