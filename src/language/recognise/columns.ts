/** Columns of numbers, all nought. */
export interface Columns {
  readonly int32: (length: number) => Int32Array
  readonly uint16: (length: number) => Uint16Array
  readonly uint8: (length: number) => Uint8Array
}

/** Columns of their own memory. */
export const ownColumns: Columns = {
  int32: length => new Int32Array(length),
  uint16: length => new Uint16Array(length),
  uint8: length => new Uint8Array(length),
}

/** Room for the columns of some thousand tokens. */
const kept = new ArrayBuffer(1 << 16)
const bytes = new Uint8Array(kept)
/** How much of it the last text wrote in. */
let written = 0

/**
 * Columns for reading one text, in memory that is used again for the next: they hold until this is called again, so nothing of them may be
 * given away. For a turn of a few words a block of memory for every column costs several times as much as reading it. A longer text has its own.
 */
export function passingColumns(): Columns {
  bytes.fill(0, 0, written)
  written = 0
  const take = <A extends Int32Array | Uint16Array | Uint8Array>(
    make: new (room: ArrayBuffer | number, offset?: number, length?: number) => A,
    size: number,
    length: number,
  ): A => {
    const from = written
    if (from + length * size > kept.byteLength) return new make(length)
    // The next one begins where four bytes do.
    written = (from + length * size + 3) & ~3
    return new make(kept, from, length)
  }
  return {
    int32: length => take<Int32Array>(Int32Array, 4, length),
    uint16: length => take<Uint16Array>(Uint16Array, 2, length),
    uint8: length => take<Uint8Array>(Uint8Array, 1, length),
  }
}
