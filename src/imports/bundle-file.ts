/** How far an import is: first the files are read and checked, then the reviews are written. */
export type ImportProgress =
  | { step: 'reading'; bytes: number; totalBytes: number | null; records: number }
  | { step: 'writing'; reviews: number; totalReviews: number };

/** One file of a bundle. */
export interface BundleFile {
  /** As people know it. */
  name: string;
  /** Bytes, where they are known beforehand. */
  size: number | null;
  open: () => AsyncIterable<Uint8Array>;
}
