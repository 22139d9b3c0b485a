import { isOn, type XmlAttributes } from './read-xml.js';

/** A stretch of a cell's text. */
export interface TextRun {
  text: string;
  struck: boolean;
}

/** Gathers the runs of one text, from `<si>`, `<is>` or a comment. Pronunciation (`<rPh>`) is no part of it. */
export class RichText {
  readonly runs: TextRun[] = [];
  private struck = false;
  private inText = false;
  private inPronunciation = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'rPh') this.inPronunciation = true;
    else if (name === 'r') this.struck = false;
    else if (name === 'strike') this.struck = isOn(attributes.val, true);
    else if (name === 't') this.inText = !this.inPronunciation;
    if (name === 't' && this.inText) this.runs.push({ text: '', struck: this.struck });
  }

  close(name: string): void {
    if (name === 'rPh') this.inPronunciation = false;
    else if (name === 't') this.inText = false;
    else if (name === 'r') this.struck = false;
  }

  text(piece: string): void {
    const last = this.runs.at(-1);
    if (this.inText && last) last.text += piece;
  }
}

/** Signs that XML cannot hold are written `_x000D_`. */
export const unescapeSigns = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

export const textOfRuns = (runs: readonly TextRun[]): string =>
  unescapeSigns(runs.map(({ text }) => text).join(''));
