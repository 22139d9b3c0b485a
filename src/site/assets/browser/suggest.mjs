/* global AbortController, clearTimeout, document, fetch, setTimeout, window */

/**
 * Suggestions while somebody types: the search box as an editable combobox with a list (WAI-ARIA 1.2, list autocomplete
 * with manual selection). The words stay the visitor's own: nothing is chosen, filled in or sent unless they ask for it,
 * and whatever fails here, the form goes on working. See docs/adr/0007-suggestions.md.
 */
const FEWEST_CHARACTERS = 2;
const PAUSE_MS = 120;
/** Screen readers are still saying the letter that was typed; what is said sooner is lost. */
const SAY_AFTER_MS = 1000;
/** Fewer on a telephone, whose keyboard takes half of the screen. */
const ON_A_PHONE = 5;
const PHONE = '(max-width: 40.0525em)';

const KIND_WORDS = { theme: 'Theme', review: 'Review', briefing: 'Briefing' };

class Suggestions {
  constructor(box) {
    this.address = box.dataset.suggest;
    this.input = box.querySelector('input[type="search"]');
    this.options = [];
    this.active = -1;
    /** What the options were found for; null while there are none. */
    this.shownFor = null;

    this.list = document.createElement('div');
    this.list.id = `${this.input.id}-suggestions`;
    this.list.className = 'app-suggest';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Suggestions');
    this.status = document.createElement('div');
    this.status.className = 'govuk-visually-hidden';
    this.status.setAttribute('role', 'status');
    this.input.after(this.list);
    box.append(this.status);

    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.setAttribute('aria-controls', this.list.id);
    this.input.setAttribute('aria-expanded', 'false');

    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', (event) => event.relatedTarget && this.close());
    this.input.form?.addEventListener('submit', () => this.close());
    // A press on a suggestion leaves the caret, and a phone's keyboard, where they are.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('pointerdown', ({ target }) => {
      if (target !== this.input && !this.list.contains(target)) this.close();
    });
    // Whoever comes back finds the page, not a list over it.
    window.addEventListener('pagehide', () => this.close());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  typed() {
    this.activate(-1);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE_MS);
  }

  /** Asks for what is typed now; an answer to anything else is not waited for. */
  async ask() {
    this.asking?.abort();
    clearTimeout(this.pause);
    const words = this.input.value.trim();
    if ([...words].length < FEWEST_CHARACTERS) return this.close();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const limit = window.matchMedia(PHONE).matches ? `&limit=${ON_A_PHONE}` : '';
      const response = await fetch(`${this.address}?q=${encodeURIComponent(words)}${limit}`, {
        signal,
        cache: 'no-store',
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
      });
      const items = response.ok ? (await response.json()).items : [];
      if (!signal.aborted) this.show(words, items);
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  show(words, items) {
    this.options = items.map((item, place) => this.option(item, place));
    this.list.replaceChildren(...this.options);
    this.shownFor = words;
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.open();
    this.say(this.options.length);
  }

  /** A link, so that it can be opened in another tab as well. */
  option({ kind, label, hint, url }, place) {
    const option = document.createElement('a');
    option.id = `${this.list.id}-${place + 1}`;
    option.className = 'app-suggest__option';
    option.href = url;
    option.tabIndex = -1;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.className = 'app-suggest__label';
    name.textContent = label;
    const about = document.createElement('span');
    about.className = 'app-suggest__about';
    const more = hint && kind === 'theme' ? `also called “${hint}”` : hint;
    about.textContent = [KIND_WORDS[kind] ?? kind, more].filter(Boolean).join(' · ');
    option.append(name, ' ', about);
    return option;
  }

  open() {
    const isOpen = this.options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }

  close() {
    this.asking?.abort();
    clearTimeout(this.pause);
    clearTimeout(this.saying);
    this.status.textContent = '';
    this.activate(-1);
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  /** Marks one suggestion as the one that Enter opens; -1 leaves the words that were typed. The caret stays where it is. */
  activate(place) {
    this.options[this.active]?.setAttribute('aria-selected', 'false');
    this.active = place;
    const option = this.options[place];
    if (!option) return this.input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    // Keys of an input method choose its characters.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        return this.arrow(event);
      case 'Enter':
        // Without a choice it is an ordinary search, by the form itself.
        if (!this.isOpen || !this.options[this.active]) return this.close();
        event.preventDefault();
        return this.options[this.active].click();
      case 'Escape':
        // The first one closes the list and keeps the words; the next is the browser's own.
        if (this.isOpen) event.preventDefault();
        return this.close();
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        return this.activate(-1);
      case 'Tab':
        return this.close();
    }
  }

  /** Down and up go round: past the last suggestion one is back at the words. With Alt they open and close the list. */
  arrow(event) {
    const isDown = event.key === 'ArrowDown';
    if (!this.isOpen) {
      if (!isDown && !this.options.length) return;
      event.preventDefault();
      if (this.shownFor !== this.input.value.trim()) return void this.askAndGoIn(event.altKey);
      this.open();
      if (event.altKey || !this.isOpen) return;
    } else {
      event.preventDefault();
      if (event.altKey) return isDown ? undefined : this.close();
    }
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + (isDown ? 1 : -1) + places) % places) - 1);
  }

  async askAndGoIn(withAlt) {
    await this.ask();
    if (this.isOpen && !withAlt) this.activate(0);
  }

  say(count) {
    clearTimeout(this.saying);
    this.status.textContent = '';
    this.saying = setTimeout(() => {
      const words = count === 1 ? 'suggestion' : 'suggestions';
      this.status.textContent = `${count === 0 ? 'No' : count} ${words}`;
    }, SAY_AFTER_MS);
  }
}

for (const box of document.querySelectorAll('[data-suggest]')) new Suggestions(box);
