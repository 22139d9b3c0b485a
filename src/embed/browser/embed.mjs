/* global __EMBED_CSS__, AbortSignal, clearTimeout, CSSStyleSheet, customElements, document, fetch, HTMLElement, setTimeout, URL, window */
// <practice-learning theme="…" limit="3">: what reviews teach, on a page of another site. It asks the library each time it is
// shown, and shows nothing that the library does not say now. Written so that a strict content security policy lets it work:
// no style or script in the page, no HTML from text. `build-assets.ts` puts its style sheet into it.
(() => {
  const KINDS = ['theme', 'search', 'publisher', 'review', 'briefing', 'resource'];
  /** How long an answer is waited for, how long one that stays on the screen counts as current, and when to try again. */
  const PATIENCE_MS = 8000;
  const CURRENT_MS = 10 * 60_000;
  const AGAIN_MS = 30_000;
  const ownOrigin = document.currentScript?.src ? new URL(document.currentScript.src).origin : null;
  let sheet = null;

  /** An element with a class, attributes and children; text is text, never markup. */
  const make = (name, className, children = [], attributes = {}) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...[children].flat().filter((child) => child !== null && child !== ''));
    return element;
  };
  const paragraph = (className, text) => (text ? make('p', className, text) : null);

  class PracticeLearning extends HTMLElement {
    static observedAttributes = [...KINDS, 'limit', 'library', 'heading'];
    #root = this.attachShadow({ mode: 'open' });
    /** Counts what was asked, so that an answer that comes late is not shown over a newer one. */
    #asked = 0;
    /** The last contact lines that the library gave, for when it does not answer. */
    #contact = null;
    #timer = null;
    #again = (event) => {
      if (!document.hidden && (event.type !== 'pageshow' || event.persisted)) void this.refresh();
    };

    connectedCallback() {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(__EMBED_CSS__);
      }
      this.#root.adoptedStyleSheets = [sheet];
      // Until the library answers, what stands between the tags is shown: a link to it.
      if (this.#root.childNodes.length === 0) this.#root.append(document.createElement('slot'));
      document.addEventListener('visibilitychange', this.#again);
      window.addEventListener('pageshow', this.#again);
      window.addEventListener('online', this.#again);
      window.addEventListener('offline', this.#again);
      this.#timer = 0;
      void this.refresh();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#again);
      for (const name of ['pageshow', 'online', 'offline']) window.removeEventListener(name, this.#again);
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#asked += 1;
    }

    attributeChangedCallback() {
      if (this.isConnected && this.#timer !== null) void this.refresh();
    }

    /** Asks the library and shows what it says. The browser asks with the ETag of what it has, which costs next to nothing. */
    async refresh() {
      const asked = (this.#asked += 1);
      const kind = KINDS.find((name) => this.getAttribute(name));
      let shown;
      let next = CURRENT_MS;
      clearTimeout(this.#timer);
      try {
        if (!kind) throw new Error('Say which theme, review or other record is to be shown');
        const address = new URL(`/api/v1/embed${this.#path(kind)}`, this.#library);
        const limit = this.getAttribute('limit');
        if (limit && /^(theme|search|publisher|review)$/.test(kind)) address.searchParams.set('limit', limit);
        const answer = await fetch(address, {
          cache: 'no-cache',
          credentials: 'omit',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        const body = await answer.json();
        if (asked !== this.#asked) return;
        if ('contact' in body) this.#contact = body.contact;
        if (answer.ok) shown = this.#embed(body);
        else if (answer.status === 410) shown = [this.#title('This item has been withdrawn')];
        else throw new Error(`The library answered ${answer.status}`);
      } catch {
        if (asked !== this.#asked) return;
        shown = this.#unavailable(kind);
        next = AGAIN_MS;
      }
      // Not all at once: a whole council may have opened the page at nine o'clock.
      this.#timer = setTimeout(() => !document.hidden && this.refresh(), next * (1 + Math.random()));
      const section = make('section', 'pl', [
        make('div', 'pl-main', shown),
        this.#contactLines(),
        this.#by(),
      ]);
      section.setAttribute('aria-label', 'Learning from practice reviews');
      this.#root.replaceChildren(section);
      this.dispatchEvent(new window.CustomEvent('practice-learning-shown'));
    }

    /** Where a record stands: below the API and in the library alike. */
    #path(kind) {
      const said = encodeURIComponent(this.getAttribute(kind));
      return kind === 'search' ? `/search?q=${said}` : `/${kind}s/${said}`;
    }

    /** Null where it is not known, or what is written is no address. */
    get #library() {
      try {
        const { protocol, origin } = new URL(this.getAttribute('library') || ownOrigin);
        return /^https?:$/.test(protocol) ? origin : null;
      } catch {
        return null;
      }
    }

    #link(url, text) {
      return make('a', '', text, { href: new URL(url, this.#library).href, target: '_top', rel: 'noopener' });
    }

    /** `heading="3"` where the page has its place for it below one of the second level. */
    #title(content) {
      const level = /^[1-6]$/.exec(this.getAttribute('heading') ?? '')?.[0] ?? '2';
      return make(`h${level}`, 'pl-title', content);
    }

    #embed({ kindWords, title, url, facts, line, note, entries, more }) {
      return [
        paragraph('pl-kind', kindWords),
        this.#title(this.#link(url, title)),
        paragraph('pl-facts', facts),
        paragraph('pl-line', line),
        paragraph('pl-note', note),
        entries.length > 0
          ? make(
              'ul',
              'pl-items',
              entries.map((entry) => this.#entry(entry)),
            )
          : null,
        more && make('p', 'pl-more', this.#link(more.url, more.text)),
      ];
    }

    #entry({ line, title, url, facts }) {
      return make('li', '', [
        paragraph('pl-line', line),
        make('p', 'pl-facts', [this.#link(url, title), facts ? ` · ${facts}` : '']),
      ]);
    }

    #unavailable(kind) {
      const path = kind && kind !== 'publisher' ? this.#path(kind) : '/';
      const where = this.#library
        ? [' Try ', this.#link(path, 'the page in the library'), '.']
        : [' ', make('slot')];
      return [
        this.#title('Learning from practice reviews'),
        make('p', 'pl-note', ['This cannot be shown just now.', ...where]),
      ];
    }

    #contactLines() {
      const call = (line) => make('a', 'pl-phone', line.phone, { href: `tel:${line.dial}` });
      const first = [
        make('strong', '', 'Concerned about a child or adult?'),
        ' In an emergency call ',
        make('a', '', '999', { href: 'tel:999' }),
        '. ',
      ];
      const contact = this.#contact;
      if (!contact)
        return make('div', 'pl-contact', [
          make('p', '', [...first, 'Otherwise call the council where the child or adult lives.']),
        ]);
      const where = contact.place ? `If they live in ${contact.place}:` : `In the area of ${contact.name}:`;
      const lines = contact.lines.map((line) =>
        make('li', '', [make('span', '', `${line.about}: ${line.who}`), ' ', call(line)]),
      );
      return make('div', 'pl-contact', [
        make('p', '', [...first, where]),
        make('ul', '', lines),
        make('p', '', 'Anywhere else call the council where they live.'),
      ]);
    }

    #by() {
      return make('p', 'pl-by', [
        'From the ',
        this.#library ? this.#link('/', 'Practice review library') : 'Practice review library',
      ]);
    }
  }

  if (!customElements.get('practice-learning')) customElements.define('practice-learning', PracticeLearning);
})();
