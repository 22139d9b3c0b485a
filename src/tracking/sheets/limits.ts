/**
 * What a file may hold. The largest tracker that we know of, a public register, has 2,192 rows of 20 columns; a board's own has a
 * few hundred. A workbook that somebody formatted down to the last row has 1,048,576, and is refused before it is read.
 */
export const SHEET_LIMITS = {
  /** Of the file as it came. */
  bytes: 20 * 1024 * 1024,
  /** Of all parts of a workbook once unpacked, counted while they unpack: what a part says of its size is not believed. */
  unpackedBytes: 96 * 1024 * 1024,
  /** Files in the package of a workbook. */
  parts: 2_000,
  sheets: 60,
  /** Rows that are written down, empty ones too. */
  rows: 60_000,
  /** Cells that are written down, empty ones too. */
  cells: 1_000_000,
  columns: 500,
  merges: 50_000,
  /** Different texts, number formats, fonts and fills. */
  texts: 500_000,
  styles: 70_000,
  /** Elements within elements. A worksheet has about eight. */
  depth: 64,
} as const;

/** What the worker that reads one file may use: with the rest of a process, a preview stays well below 300 MB. */
export const WORKER_LIMITS = {
  maxOldGenerationSizeMb: 160,
  maxYoungGenerationSizeMb: 32,
  stackSizeMb: 4,
} as const;

/** A file that takes longer is refused: a reader waits for a preview, and others wait for the worker. */
export const LONGEST_READING_MS = 4_000;

/** Files read at the same time; further ones wait their turn, so that a core is left for everybody else. */
export const READINGS_AT_ONCE = 1;
