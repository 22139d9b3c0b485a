import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { reachableAddresses, systemResolver, Unreachable, type Resolver } from './reachable-address.js';

/** How a site answered, or why it did not: `status` is null then. */
export interface SiteAnswer {
  status: number | null;
  /** Its first characters, or what went wrong. */
  said: string;
  retryAfter?: string;
}

/** A site has so long for the whole of an answer. */
export const ANSWER_MS = 15_000;
/** No more is read of an answer. */
const MOST_BYTES = 4096;
const SAID = 200;

/**
 * A way to one site: its address is looked up once, checked, and then kept to, whatever the name means later. Redirects are
 * answers, not ways; no proxy of the environment is used; the certificate has to be that of the name.
 */
export class PinnedRoute {
  private readonly url: URL;
  private agent: Promise<http.Agent> | null = null;

  /** @param allowed networks of one's own */
  constructor(
    address: string,
    private readonly allowed: readonly string[],
    private readonly resolve: Resolver = systemResolver,
    private readonly patience = ANSWER_MS,
  ) {
    this.url = new URL(address);
  }

  /** Never throws: what goes wrong is an answer as well. @param stop gives up what is on its way */
  async post(headers: Record<string, string>, body: string, stop?: AbortSignal): Promise<SiteAnswer> {
    const time = AbortSignal.timeout(this.patience);
    const signal = stop ? AbortSignal.any([time, stop]) : time;
    try {
      this.agent ??= this.connect();
      const agent = await inTime(this.agent, signal);
      return await this.ask(agent, headers, body, signal);
    } catch (error) {
      if (time.aborted) return { status: null, said: `No answer within ${this.patience / 1000} seconds` };
      return { status: null, said: sayError(error) };
    }
  }

  async close(): Promise<void> {
    (await this.agent?.catch(() => null))?.destroy();
  }

  private async connect(): Promise<http.Agent> {
    const addresses = await reachableAddresses(this.url, this.allowed, this.resolve);
    const [first] = addresses;
    const lookup: LookupFunction = (_name, options, answer) =>
      options.all ? answer(null, addresses) : answer(null, first!.address, first!.family);
    const options = { keepAlive: true, maxSockets: 1, lookup } as http.AgentOptions;
    return this.url.protocol === 'https:'
      ? new https.Agent({ ...options, rejectUnauthorized: true })
      : new http.Agent(options);
  }

  private async ask(
    agent: http.Agent,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<SiteAnswer> {
    const { request } = this.url.protocol === 'https:' ? https : http;
    return await new Promise((done, fail) => {
      let isAnswered = false;
      const asked = request(this.url, { agent, method: 'POST', headers, signal }, (answer) => {
        isAnswered = true;
        const { statusCode: status = null, headers: said } = answer;
        const end = (): void => done({ status, said: sayBody(chunks), retryAfter: said['retry-after'] });
        const chunks: Buffer[] = [];
        let bytes = 0;
        // The status decides: an answer that does not come to its end is cut off.
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > MOST_BYTES) answer.destroy();
        });
        answer.on('close', end).on('error', end);
      });
      asked.on('error', (error) => isAnswered || fail(error)).end(body);
    });
  }
}

const sayBody = (chunks: readonly Buffer[]): string =>
  Buffer.concat(chunks)
    .toString('utf8')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, SAID);

/** Of what the network says only a code: its words may name addresses that are nobody's business. */
function sayError(error: unknown): string {
  if (error instanceof Unreachable) return error.message;
  const { code, name } = error as { code?: string; name?: string };
  return `No connection: ${code ?? name ?? 'unknown'}`;
}

/** What is asked for elsewhere and may take as long as it likes. */
async function inTime<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let giveUp = (): void => undefined;
  const late = new Promise<never>((_, fail) => {
    giveUp = () => fail(new Error('late'));
    signal.addEventListener('abort', giveUp, { once: true });
  });
  return await Promise.race([asked, late]).finally(() => signal.removeEventListener('abort', giveUp));
}
