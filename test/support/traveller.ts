import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import type { TestLibrary } from './app.js';
import { codeOf, offerIn } from './authenticator.js';
import { tokenIn, Visitor } from './visitor.js';

export interface Answer {
  status: number;
  /** Where it leads; null where it leads nowhere. */
  location: string | null;
  text: string;
  headers: Headers;
}

/** A visitor of several sites, who goes where answers lead. */
export class Traveller {
  /** As what they come to each site. */
  private readonly visits = new Map<string, Visitor>();

  constructor(readonly home: string) {}

  async get(address: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { origin, path } = this.placeOf(address);
    return await answerOf(await this.visitorOf(origin).get(path, headers), origin + path);
  }

  /** Loads a page for its form's token, and sends the form. @param action where that is another address */
  async send(page: string, fields: Record<string, string>, action = page): Promise<Answer> {
    return await this.post(action, { _csrf: tokenIn((await this.get(page)).text), ...fields });
  }

  async post(address: string, fields: Record<string, string>): Promise<Answer> {
    const { origin, path } = this.placeOf(address);
    return await answerOf(await this.visitorOf(origin).post(path, fields), origin + path);
  }

  /** Goes where an answer leads, also to other sites, until it leads nowhere. */
  async follow(answer: Answer): Promise<Answer> {
    let at = answer;
    for (let steps = 0; at.location !== null && steps < 12; steps += 1) at = await this.get(at.location);
    return at;
  }

  /** Goes where an answer leads until it comes to this address, which is not asked for. */
  async followTo(beginning: string, answer: Answer): Promise<string> {
    let at = answer;
    for (let steps = 0; at.location !== null && steps < 12; steps += 1) {
      if (at.location.startsWith(beginning)) return at.location;
      at = await this.get(at.location);
    }
    throw new Error(`It did not lead to ${beginning} (${at.status})`);
  }

  /** What they keep of their own site. */
  get cookies(): Map<string, string> {
    return this.visitorOf(new URL(this.home).origin).cookies;
  }

  /** Another browser, as far as that site is concerned. */
  forget(address: string): void {
    this.visits.delete(new URL(address).origin);
  }

  private placeOf(address: string): { origin: string; path: string } {
    const { origin, pathname, search } = new URL(address, this.home);
    return { origin, path: pathname + search };
  }

  private visitorOf(origin: string): Visitor {
    const visitor = this.visits.get(origin) ?? new Visitor(origin);
    this.visits.set(origin, visitor);
    return visitor;
  }
}

/** Whoever opened the link of the first start, and set up a second step. */
export async function firstAdministrator({ app, url }: TestLibrary): Promise<Traveller> {
  const traveller = new Traveller(url);
  const token = (await app.get(FirstAdministrator).newLink())!;
  const made = { name: 'Ada Minster', email: 'ada@example.org', password: 'a long walk by the river' };
  await traveller.send(`/link/${token}`, made);
  const { secret, offer } = offerIn((await traveller.get('/account/second-step')).text);
  await traveller.send('/account/second-step', { offer, code: codeOf(secret) });
  return traveller;
}

async function answerOf(response: Response, address: string): Promise<Answer> {
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location === null ? null : new URL(location, address).href,
    // Where long words may break is no matter of what a page says.
    text: (await response.text()).replaceAll('<wbr>', ''),
    headers: response.headers,
  };
}
