import { getFormatFromId } from 'numfmt';
import type { ReadingBudget } from './budget.js';
import { OFFICE_THEME, resolveColour } from './colours.js';
import type { WorkbookPackage } from './package.js';
import { isOn, readXml, type XmlAttributes, type XmlListener } from './read-xml.js';

/** What a style says that a reader needs. */
export interface CellStyle {
  /** A number format, as in `dd/mm/yyyy`. */
  format: string;
  struck: boolean;
  fill: string | null;
}

const PLAIN: CellStyle = { format: 'General', struck: false, fill: null };

/** The styles of a workbook, by the numbers that cells give. */
export class StyleBook {
  constructor(private readonly styles: readonly CellStyle[]) {}

  of(number: string | undefined): CellStyle {
    return this.styles[Number(number ?? 0)] ?? PLAIN;
  }
}

/** Gathers fonts, fills and formats, which the styles of cells then name by number. */
class StyleListener implements XmlListener {
  readonly found: CellStyle[] = [];
  private readonly formats = new Map<number, string>();
  private readonly struck: boolean[] = [];
  private readonly fills: (string | null)[] = [];
  private readonly path: string[] = [];
  private pattern = 'none';

  constructor(
    private readonly colours: readonly string[],
    private readonly budget: ReadingBudget,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'numFmt' && parent === 'numFmts') this.addFormat(attributes);
    else if (name === 'font' && parent === 'fonts') this.struck.push(false);
    else if (name === 'strike' && this.path.includes('fonts'))
      this.struck[this.struck.length - 1] = isOn(attributes.val, true);
    else if (name === 'xf' && parent === 'cellXfs') this.addStyle(attributes);
    else if (this.path.includes('fills')) this.openFill(name, attributes);
  }

  close(): void {
    this.path.pop();
  }

  private openFill(name: string, attributes: XmlAttributes): void {
    if (name === 'fill') this.fills.push(null);
    else if (name === 'patternFill') this.pattern = attributes.patternType ?? 'none';
    else if (name === 'gradientFill') this.pattern = 'gradient';
    else if (name === 'fgColor' || (name === 'color' && this.pattern === 'gradient'))
      this.setFill(attributes);
  }

  private setFill(attributes: XmlAttributes): void {
    const last = this.fills.length - 1;
    if (this.pattern === 'none' || this.fills[last]) return;
    this.fills[last] = resolveColour(attributes, this.colours);
  }

  private addFormat({ numFmtId, formatCode }: XmlAttributes): void {
    this.budget.spend('styles');
    this.formats.set(Number(numFmtId), formatCode ?? 'General');
  }

  private addStyle({ numFmtId, fontId, fillId }: XmlAttributes): void {
    this.budget.spend('styles');
    const format = Number(numFmtId ?? 0);
    this.found.push({
      format: this.formats.get(format) ?? builtInFormat(format),
      struck: this.struck[Number(fontId ?? 0)] ?? false,
      fill: this.fills[Number(fillId ?? 0)] ?? null,
    });
  }
}

/** The formats that workbooks name by number alone; the dates among them as Excel shows them in the United Kingdom. */
function builtInFormat(number: number): string {
  return getFormatFromId(number, 'en-GB') || 'General';
}

export async function readStyles(
  from: WorkbookPackage,
  parts: { styles: string | undefined; theme: string | undefined },
  budget: ReadingBudget,
): Promise<StyleBook> {
  const listener = new StyleListener(await readTheme(from, parts.theme), budget);
  if (parts.styles) await readXml(from.text(parts.styles), listener);
  return new StyleBook(listener.found);
}

async function readTheme(from: WorkbookPackage, part: string | undefined): Promise<readonly string[]> {
  const colours: string[] = [];
  let inScheme = false;
  if (part) {
    await readXml(from.text(part), {
      open(name, { val, lastClr }) {
        if (name === 'clrScheme') inScheme = true;
        else if (inScheme && name === 'srgbClr') colours.push(val ?? '');
        else if (inScheme && name === 'sysClr') colours.push(lastClr ?? '');
      },
      close(name) {
        if (name === 'clrScheme') inScheme = false;
      },
    });
  }
  return colours.length ? colours : OFFICE_THEME;
}
