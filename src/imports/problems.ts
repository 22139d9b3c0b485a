/** One thing that is wrong with a bundle. */
export interface BundleProblem {
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
   * @param problems in the order of the files and lines
   * @param isAll false where there may be more: after so many nobody looked further
   */
  constructor(
    readonly problems: BundleProblem[],
    readonly isAll = true,
  ) {
    const first = problems[0];
    const where = first ? `${place(first)}: ${first.message}` : '';
    super(
      `${problems.length === 1 ? 'One problem' : `${problems.length} problems`} in the bundle, so nothing was imported. ${where}`.trim(),
    );
  }
}

/** Where a problem is, for people. */
export const place = ({ file, line }: Pick<BundleProblem, 'file' | 'line'>): string =>
  line > 0 ? `${file}, line ${line}` : file;

/** Enough to put a bundle right by; a file of rubbish is not read to its end. */
export const MOST_PROBLEMS = 1000;

/** Gathers the problems of one bundle, so that they are all told at once. */
export class Problems {
  private readonly kept: (BundleProblem & { fileNumber: number })[] = [];

  constructor(private readonly files: string[]) {}

  /**
   * @param fileNumber the file's place on the command line, from 0
   * @throws BundleRefused when there are so many that it is of no use to look further
   */
  add(fileNumber: number, line: number, field: string, message: string): void {
    this.kept.push({ fileNumber, file: this.files[fileNumber] ?? '', line, field, message });
    if (this.kept.length >= MOST_PROBLEMS) throw new BundleRefused(this.ordered(), false);
  }

  /** @throws BundleRefused if there are any */
  refuseIfAny(): void {
    if (this.kept.length > 0) throw new BundleRefused(this.ordered());
  }

  private ordered(): BundleProblem[] {
    return this.kept
      .toSorted((a, b) => a.fileNumber - b.fileNumber || a.line - b.line)
      .map(({ file, line, field, message }) => ({ file, line, field, message }));
  }
}
