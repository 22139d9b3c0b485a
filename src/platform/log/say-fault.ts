/** Of these PostgreSQL's sentences quote names of ours (syntax, constraints); of others what somebody sent. */
const QUOTES_OURS = /^(42|23)/;

/** Where an error that nobody foresaw came from, for the log: never what was asked or sent, which may be about somebody. */
export function sayFault(error: unknown): string {
  if (!(error instanceof Error)) return `Something was thrown that is no error: ${typeof error}`;
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && /^\w{1,40}$/.test(String(error.code)) ? String(error.code) : '';
  const said = QUOTES_OURS.test(code) ? message : message.replace(/"[^"]*"|'[^']*'/g, '"…"');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [
    `${name}${code && ` ${code}`}: ${withoutSecrets(said)}`,
    ...places,
    ...(cause instanceof Error ? [`caused by ${sayFault(cause)}`] : []),
  ].join('\n');
}

const SECRETS: [RegExp, string][] = [
  [/[^\s<>"'@,;:()[\]/\\]+@[^\s<>"'@,;:()[\]/\\]+\.[A-Za-z]{2,}/g, '[email address]'],
  [/\bprl_[\w-]+/g, '[key]'],
  [/\/link\/[\w-]+/g, '/link/[token]'],
  [/(\w)\?[\w%.~-]+=[^\s"'\\)]*/g, '$1?[query]'],
];

/** Takes out what must not stand in a log, whoever put it there. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
