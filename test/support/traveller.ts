export interface Answer {
  status: number;
  /** Where it leads; null where it leads nowhere. */
  location: string | null;
  text: string;
  headers: Headers;
}

/** As `Visitor`, but across sites: keeps cookies for each host, and goes where answers lead. */
export class Traveller {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(readonly home: string) {}

  async get(address: string, headers: Record<string, string> = {}): Promise<Answer> {
    return await this.ask('GET', address, headers);
  }

  /** Loads a page for its form's token, and sends the form. @param action where that is another address */
  async send(page: string, fields: Record<string, string>, action = page): Promise<Answer> {
    const { text } = await this.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return await this.post(action, { _csrf: token, ...fields });
  }

  async post(address: string, fields: Record<string, string>): Promise<Answer> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return await this.ask('POST', address, type, new URLSearchParams(fields).toString());
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

  cookie(name: string, address = this.home): string | undefined {
    return this.jarOf(address).get(name);
  }

  /** Another browser, as far as that site is concerned. */
  forget(address: string): void {
    this.jarOf(address).clear();
  }

  setCookie(name: string, value: string): void {
    this.jarOf(this.home).set(name, value);
  }

  private async ask(
    method: string,
    address: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> {
    const url = new URL(address, this.home);
    const jar = this.jarOf(url.href);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', body, headers: { ...headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const isGone = value === '' || /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) jar.delete(name!);
      else jar.set(name!, value!);
    }
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? null : new URL(location, url).href,
      // Where long words may break is no matter of what a page says.
      text: (await answer.text()).replaceAll('<wbr>', ''),
      headers: answer.headers,
    };
  }

  private jarOf(address: string): Map<string, string> {
    const { host } = new URL(address, this.home);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }
}
