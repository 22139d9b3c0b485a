import { Refusal } from '../platform/plain-words.js';
import { ArrayContains, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { enqueueSearchUpdate } from '../platform/jobs/enqueue.js';
import { isSlug } from '../platform/http/listing/address.js';
import { Tombstone } from './tombstone.entity.js';
import { isNameless, WITHDRAWABLE_WORDS, type WithdrawalReason } from './withdrawal-reasons.js';
import type { StaleDocument, WithdrawableNoun } from './withdrawable.js';

/** Something that a person can put right. */
export class WithdrawalRefused extends Refusal {}

/** What became of the record. */
export interface Withdrawal {
  /** What it is, and its address. */
  what: string;
  outcome: 'withdrawn' | 'reason changed' | 'was withdrawn already' | 'restored' | 'was not withdrawn';
  /** Whether the public sees it now: what is restored may be held back by something else. */
  isPublic: boolean;
  /** How many other addresses came or went with it. */
  others: number;
  /** Ids of the search documents that are made anew for it; until they are, the search goes by the old ones. */
  documents: string[];
}

/**
 * Withdraws the record at an address: it is gone from the next answer on, and its address says so. One transaction with
 * the jobs that clear it from the search.
 * @param address path or full URL, of a page or of the API
 * @throws WithdrawalRefused in plain words
 */
export async function withdraw(
  source: DataSource,
  nouns: readonly WithdrawableNoun[],
  address: string,
  reason: WithdrawalReason,
): Promise<Withdrawal> {
  return await source.transaction(async (manager) => {
    const { noun, path, parts } = await recordAt(manager, nouns, address);
    await oneAtATime(manager);
    const what = `The ${WITHDRAWABLE_WORDS[noun.kind]} ${path}`;
    const standing = await standingAt(manager, path);
    if (standing) {
      if (standing.reason === reason)
        return { what, outcome: 'was withdrawn already', isPublic: false, others: 0, documents: [] };
      const { label } = standing;
      await manager.update(Tombstone, standing.id, { reason, label: isNameless(reason) ? null : label });
      return { what, outcome: 'reason changed', isPublic: false, others: 0, documents: [] };
    }
    const found = await noun.find(manager, parts);
    if (!found) throw new WithdrawalRefused(`There is no ${WITHDRAWABLE_WORDS[noun.kind]} at ${path}.`);
    if (found.isDraft)
      throw new WithdrawalRefused(`${what} is a draft: nobody sees it, so there is nothing to withdraw.`);
    const obstacles = (await noun.obstacles?.(manager, found.id)) ?? [];
    if (obstacles.length > 0) throw new WithdrawalRefused(sayObstacles(what, obstacles));
    const addresses = found.isPublic || found.isWithdrawn ? found.addresses : [];
    const before = await noun.documents(manager, found.id);
    await noun.hide(manager, found.id);
    await manager.insert(Tombstone, {
      ...{ kind: noun.kind, recordId: found.id, address: path, addresses, reason },
      label: isNameless(reason) ? null : found.label,
      // A partnership is its own publisher: its name is the label.
      publisher: noun.kind === 'partnership' ? null : found.publisher,
    });
    const documents = await refresh(manager, [...before, ...(await noun.documents(manager, found.id))]);
    const others = addresses.filter((one) => one !== path).length;
    return { what, outcome: 'withdrawn', isPublic: false, others, documents };
  });
}

/**
 * Brings a withdrawn record back under its old id and address.
 * @throws WithdrawalRefused in plain words
 */
export async function restore(
  source: DataSource,
  nouns: readonly WithdrawableNoun[],
  address: string,
): Promise<Withdrawal> {
  return await source.transaction(async (manager) => {
    const { noun, path, parts } = await recordAt(manager, nouns, address);
    await oneAtATime(manager);
    const what = `The ${WITHDRAWABLE_WORDS[noun.kind]} ${path}`;
    const standing = await standingAt(manager, path);
    const found = await noun.find(manager, parts);
    if (!standing && !found)
      throw new WithdrawalRefused(`There is no ${WITHDRAWABLE_WORDS[noun.kind]} at ${path}.`);
    if (!standing && !found?.isWithdrawn)
      return { what, outcome: 'was not withdrawn', isPublic: found!.isPublic, others: 0, documents: [] };
    const id = standing?.recordId ?? found!.id;
    const before = await noun.documents(manager, id);
    await noun.show(manager, id);
    if (standing) await manager.update(Tombstone, standing.id, { restoredAt: () => 'now()' });
    const documents = await refresh(manager, [...before, ...(await noun.documents(manager, id))]);
    const shown = await noun.find(manager, parts);
    const others = standing?.addresses.filter((one) => one !== path).length ?? 0;
    return { what, outcome: 'restored', isPublic: shown?.isPublic ?? false, others, documents };
  });
}

/** Two at once would each find nothing standing. */
const oneAtATime = async (manager: EntityManager): Promise<void> =>
  await manager.query(`lock table tombstone in share row exclusive mode`);

const standingAt = async (manager: EntityManager, address: string): Promise<Tombstone | null> =>
  await manager.findOneBy(Tombstone, { address, restoredAt: IsNull() });

async function refresh(manager: EntityManager, documents: StaleDocument[]): Promise<string[]> {
  const kinds = Map.groupBy(documents, ({ kind }) => kind);
  for (const [kind, some] of kinds)
    await enqueueSearchUpdate(manager, kind, [...new Set(some.map(({ id }) => id))]);
  return documents.map(({ id }) => id);
}

/** The record that an address means, by its lasting address. */
async function recordAt(
  manager: EntityManager,
  nouns: readonly WithdrawableNoun[],
  address: string,
): Promise<NamedRecord> {
  const named = nounAt(nouns, address);
  const { noun, path, parts } = named;
  if (!noun.lasting) return named;
  // What is withdrawn had this address, as far as its tombstone knows.
  const tombstone = { kind: noun.kind, addresses: ArrayContains([path]), restoredAt: IsNull() };
  const lasting =
    (await noun.lasting(manager, parts)) ?? (await manager.findOneBy(Tombstone, tombstone))?.address;
  return lasting === undefined ? named : nounAt(nouns, lasting);
}

interface NamedRecord {
  noun: WithdrawableNoun;
  path: string;
  parts: string[];
}

/** Reads an address as people copy it: with or without the site, of a page or of the API. */
function nounAt(nouns: readonly WithdrawableNoun[], address: string): NamedRecord {
  const path = pathOf(address);
  for (const noun of nouns) {
    const parts = noun.address.exec(path)?.slice(1);
    if (parts) return { noun, path, parts };
  }
  throw new WithdrawalRefused(
    `${address} is not the address of a record. Copy it from its page, for example /reviews/… or /recommendations/….`,
  );
}

function pathOf(address: string): string {
  const url = URL.parse(address.trim(), 'http://library.invalid/');
  if (!url) return '';
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return '';
    }
  };
  const path = decoded(url.pathname.replace(/^\/api\/v1(?=\/)/, '').replace(/\/+$/, '')) + decoded(url.hash);
  return isSlug(path) ? path : '';
}

const MOST_NAMED = 10;

function sayObstacles(what: string, obstacles: string[]): string {
  const more = obstacles.length > MOST_NAMED ? [`  … and ${obstacles.length - MOST_NAMED} more`] : [];
  return [
    `${what} cannot be withdrawn while what it published can be seen. Withdraw first:`,
    ...obstacles.slice(0, MOST_NAMED).map((address) => `  ${address}`),
    ...more,
  ].join('\n');
}
