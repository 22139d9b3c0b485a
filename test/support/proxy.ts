import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that a test can cut and mend, to see what happens while the server is away. */
export class Proxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;
  private held = false;

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Proxy> {
    const proxy = new Proxy(new URL(url));
    await proxy.mend();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async mend(): Promise<void> {
    if (this.server?.listening) return;
    this.server = createServer((socket) => {
      const onward = connect(Number(this.target.port), this.target.hostname);
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        this.sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => this.sockets.delete(one));
        one.pipe(other);
        if (this.held) one.pause();
      }
    });
    await new Promise<void>((done) => this.server!.listen(this.port, '127.0.0.1', done));
    const address = this.server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }

  /** Lets nothing through and ends nothing: the server is slow without end. */
  hold(): void {
    for (const socket of this.sockets) socket.pause();
    this.held = true;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
