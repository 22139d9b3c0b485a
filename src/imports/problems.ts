/** One thing that is wrong with a bundle. */
export interface Problem {
  /** As it was named on the command line. */
  file: string;
  /** Counted from 1; 0 where the file as a whole is meant. */
  line: number;
  /** Path of the field in its record, such as `learning[2].kind`; empty where the record as a whole is meant. */
  field: string;
  /** A sentence that stands alone: it names the field itself. */
  message: string;
}

/** Nothing of the bundle was taken. */
export class BundleRefused extends Error {
  /**
   * @param problems the first of them, in the order of the files and lines
   * @param total how many there are, also those that `problems` has no room for
   */
  constructor(
    readonly problems: Problem[],
    readonly total = problems.length,
  ) {
    const first = problems[0];
    const where = first ? `${place(first)}: ${first.message}` : '';
    super(
      `${total === 1 ? 'One problem' : `${total} problems`} in the bundle, so nothing was imported. ${where}`.trim(),
    );
  }
}

/** Where a problem is, for people. */
export const place = ({ file, line }: Pick<Problem, 'file' | 'line'>): string =>
  line > 0 ? `${file}, line ${line}` : file;

/** Enough to put a bundle right by; a file of rubbish must not fill the memory with complaints. */
const KEPT = 1000;

/** Gathers the problems of one bundle, so that they are all told at once. */
export class Problems {
  private readonly kept: (Problem & { fileNumber: number })[] = [];
  private total = 0;

  constructor(private readonly files: string[]) {}

  /** @param fileNumber the file's place on the command line, from 0 */
  add(fileNumber: number, line: number, field: string, message: string): void {
    this.total += 1;
    if (this.kept.length < KEPT)
      this.kept.push({ fileNumber, file: this.files[fileNumber] ?? '', line, field, message });
  }

  /** @throws BundleRefused if there are any */
  refuseIfAny(): void {
    if (this.total === 0) return;
    const ordered = this.kept.toSorted((a, b) => a.fileNumber - b.fileNumber || a.line - b.line);
    throw new BundleRefused(
      ordered.map(({ file, line, field, message }) => ({ file, line, field, message })),
      this.total,
    );
  }
}
