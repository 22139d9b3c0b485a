import { readFileSync } from 'node:fs';
import { invalidField } from '../../platform/http/errors/library-error.js';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** The 10,000 most used passwords, from SecLists (MIT licence, beside it). Where this folder is: `src/` or `dist/src/`. */
const MOST_USED = new Set(
  readFileSync(new URL('most-used.txt', import.meta.url), 'utf8')
    .split(/\r?\n/)
    .map((password) => password.toLowerCase()),
);

/** Said beside the field. There are no rules of composition: they make passwords that are alike. */
export const PASSWORD_HINT = `Use ${SHORTEST_PASSWORD} characters or more. Three or four words that have nothing to do with each other are easy to remember.`;

/**
 * Why a password cannot be taken; null where it can.
 * @param email of its account
 */
export function problemOfPassword(password: string, email: string): string | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST_PASSWORD) return `The password must be ${SHORTEST_PASSWORD} characters or more`;
  if (length > LONGEST_PASSWORD) return `The password must be ${LONGEST_PASSWORD} characters or fewer`;
  const plain = password.normalize('NFKC').trim().toLowerCase();
  if (isMostUsed(plain)) return 'This password is one of those most used. Choose one that nobody would guess';
  if (plain.includes(email.toLowerCase())) return 'The password must not contain your email address';
  if (OURS.includes(plain.replace(/[^\p{L}\p{N}]+/gu, '')))
    return 'The password must not be the name of the library';
  return null;
}

/** As it stands, with digits and signs around it, or several times over: so the most used become long enough, and are guessed. */
function isMostUsed(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const once = /^(.{3,}?)\1+$/u.exec(plain)?.[1];
  return [plain, bare, once].some((one) => one !== undefined && MOST_USED.has(one));
}

/** @throws LibraryError invalid-request, naming the field `password` */
export function checkPassword(password: string, email: string): void {
  const problem = problemOfPassword(password, email);
  if (problem) throw invalidField('password', problem);
}

/** What people choose when they look at the page for an idea. */
const OURS = ['practicereviewlibrary', 'thepracticereviewlibrary', 'practicereviews'];
