/**
 * Reads something once for all who ask at the same time. Nobody gets a reading that began before they asked: who comes while
 * one is under way waits for the next, which begins when that one ends and is one for all of them.
 */
export class SharedReading<Answer> {
  private underWay: Promise<unknown> = Promise.resolve();
  private next: Promise<Answer> | null = null;

  constructor(private readonly read: () => Promise<Answer>) {}

  async now(): Promise<Answer> {
    this.next ??= this.begin();
    return await this.next;
  }

  private async begin(): Promise<Answer> {
    await this.underWay;
    this.next = null;
    const reading = this.read();
    this.underWay = reading.catch(() => undefined);
    return await reading;
  }
}
