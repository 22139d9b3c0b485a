import nunjucks from 'nunjucks';
import type { SafeHtml } from '../../platform/pages/safe-html.js';
import { escapeHtml } from '../../platform/text/escape-html.js';
import type { DescribedSchema } from '../openapi-types.js';

const safe = (html: string): SafeHtml => new nunjucks.runtime.SafeString(html);

/** Words of a description as HTML: what stands between backticks is code. */
export const sayWords = (words: string | undefined): SafeHtml =>
  safe(escapeHtml(words ?? '').replace(/`([^`]+)`/g, '<code>$1</code>'));

export const nameOfRef = (ref: string): string => ref.replace(/^.*\//, '');

export const anchorOf = (shape: string): string => `shape-${shape.toLowerCase()}`;

const WORDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

const FORMATS: Record<string, string> = {
  'date-time': 'time (RFC 3339)',
  uuid: 'id',
  uri: 'address',
  email: 'email address',
};

/** More than so many values are not told one by one. */
const MOST_VALUES = 24;

/** What sort of value it is, in words; shapes are links to where they are described on the same page. */
export const sayType = (schema: DescribedSchema): SafeHtml => safe(typeOf(schema));

function typeOf(schema: DescribedSchema): string {
  const { $ref, type, enum: values, items, anyOf, oneOf, additionalProperties, format } = schema;
  if ($ref) {
    const name = nameOfRef($ref);
    return `<a class="govuk-link" href="#${anchorOf(name)}">${escapeHtml(name)}</a>`;
  }
  const union = anyOf ?? oneOf;
  if (union) return union.map((one) => typeOf(one)).join(' or ');
  if (values) return valuesOf(values);
  const types = [type].flat().filter((one) => one !== undefined);
  const told = types.map((one) => {
    if (one === 'array') return `list: ${items ? typeOf(items) : 'anything'}`;
    if (one === 'object' && typeof additionalProperties === 'object')
      return `object: for each name ${typeOf(additionalProperties)}`;
    return (one === 'string' && format && FORMATS[format]) || WORDS[one] || escapeHtml(one);
  });
  return told.join(' or ') || 'anything';
}

const valuesOf = (values: unknown[]): string => {
  const told = values.slice(0, MOST_VALUES).map((value) => `<code>${escapeHtml(String(value))}</code>`);
  const more = values.length - told.length;
  return `${told.length > 1 ? 'one of ' : ''}${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
