/** Lets only so many do something at once; the others wait in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly most: number) {}

  async take<Done>(work: () => Promise<Done>): Promise<Done> {
    if (this.busy >= this.most) await new Promise<void>((go) => this.waiting.push(go));
    else this.busy += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}
