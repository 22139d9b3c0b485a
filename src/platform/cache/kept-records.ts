/**
 * Keeps what was read of single records for as long as the content stays as it is. What there is nothing to be read of is
 * remembered as well.
 */
export class KeptRecords<Value> {
  private revision: string | null = null;
  private kept = new Map<string, Value | null>();

  /**
   * @param load reads these records; what is not published is left out
   * @param most as many are kept in memory
   */
  constructor(
    private readonly load: (keys: string[]) => Promise<Map<string, Value>>,
    private readonly most: number,
  ) {}

  /**
   * @param revision of the content, read before anything else was (see `contentRevision`)
   * @returns those that there are, by key, in the order asked for
   */
  async read(keys: string[], revision: string): Promise<Map<string, Value>> {
    if (this.revision !== revision) this.startAnew(revision);
    let missing = keys.filter((key) => !this.kept.has(key));
    if (this.kept.size + missing.length > this.most) {
      this.startAnew(revision);
      missing = keys;
    }
    const { kept } = this;
    if (missing.length > 0) {
      const loaded = await this.load(missing);
      // Into the map of this revision, also where a newer one is in use by now.
      for (const key of missing) kept.set(key, loaded.get(key) ?? null);
    }
    return new Map(
      keys.flatMap((key) => {
        const value = kept.get(key);
        return value === null || value === undefined ? [] : [[key, value] as const];
      }),
    );
  }

  private startAnew(revision: string): void {
    this.revision = revision;
    this.kept = new Map();
  }
}
