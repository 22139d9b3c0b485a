import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addressOf, type Parameters } from '../../platform/pages/addresses.js';
import type { ChosenFilter } from '../../platform/pages/filters.js';
import { FollowedTexts } from '../../recommendations/followed-texts.js';
import { AgencyList } from '../agency-list.js';
import type { Follower } from '../follower.js';
import type { ItemState } from '../fold.js';
import { followedId, type ItemFilters } from '../item-list.js';
import { OwnerDirectory } from '../owner-directory.js';
import { JUDGEMENT_WORDS } from '../tracking.js';

/** The filters of a page of tracking: each a list to choose one of. */
export interface NarrowingView {
  path: string;
  selects: NarrowingSelect[];
  /** What the form keeps beside its filters. */
  kept: { name: string; value: string }[];
  chosen: ChosenFilter[];
  clearAddress: string;
}

interface NarrowingSelect {
  name: keyof ItemFilters;
  label: string;
  items: { value: string; text: string; selected: boolean }[];
}

/** What can be asked for by state, in the words of the pages. */
const STATES: Readonly<Record<string, string>> = {
  open: 'Open',
  closed: 'Closed',
  'response-late': 'Response late',
  'response-awaited': 'Response awaited',
  'awaiting-decision': 'Waiting for a decision',
  'line-waiting': 'Public line waiting for approval',
  'waiting-for-judgement': 'Waiting for judgement',
  'no-action': 'No action',
  'no-owner': 'An action without owner',
  undelivered: 'Mail could not be delivered',
  'no-date': 'An action without date',
  'no-update': 'No update for 92 days',
  'recheck-due': 'Re-check due',
  'on-track': 'On track',
  stopped: 'An action stopped',
  ...Object.fromEntries(
    Object.entries(JUDGEMENT_WORDS).map(([code, words]) => [code, code === 'open' ? 'Open' : words]),
  ),
};

const DUE: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  30: 'Due in 30 days or fewer',
  60: 'Due in 60 days or fewer',
  90: 'Due in 90 days or fewer',
};

/** Offers what there is to narrow by: only what is followed, as far as somebody may know of it. */
@Injectable()
export class ItemNarrowing {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly texts: FollowedTexts,
    private readonly agencies: AgencyList,
    private readonly owners: OwnerDirectory,
  ) {}

  /** @param beside what else the address keeps: the moment, the order */
  async by(
    who: Follower,
    all: readonly ItemState[],
    filters: ItemFilters,
    { path, beside }: { path: string; beside: Parameters },
  ): Promise<NarrowingView> {
    const { manager } = this.source;
    const [about, agencies, owners] = await Promise.all([
      this.texts.aboutOf(all.flatMap(followedId)),
      this.agencies.list(manager, who.partnership.id),
      this.owners.list(manager, who.partnership.id),
    ]);
    const named = namedIn(all);
    const bySlug = (list: { slug: string; label: string }[]): [string, string][] =>
      list.map(({ slug, label }) => [slug, label]);
    const byId = (list: { id: string; name: string }[]): [string, string][] =>
      list.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]);
    const offered: [keyof ItemFilters, string, [string, string][]][] = [
      ['review', 'Review', bySlug(about.reviews)],
      ['theme', 'Theme', bySlug(about.themes)],
      ['agency', 'Agency', byId(agencies)],
      ['owner', 'Owner', byId(owners)],
      ['state', 'State', Object.entries(STATES)],
      ['due', 'Due', Object.entries(DUE)],
    ];
    const selects = offered
      .filter(([name, , options]) => options.length > 0 || filters[name])
      .map(([name, label, options]) => selectOf(name, label, options, filters[name]));
    const parameters = { ...filters, ...beside } as Parameters;
    return {
      ...{ path, selects, clearAddress: addressOf(path, beside) },
      kept: Object.entries(beside).flatMap(([name, value]) =>
        typeof value === 'string' && value ? [{ name, value }] : [],
      ),
      chosen: selects.flatMap(({ name, label: legend, items }) =>
        items
          .filter(({ value, selected }) => selected && value)
          .map(({ text: label }) => ({
            ...{ legend, label, without: addressOf(path, { ...parameters, [name]: undefined }) },
          })),
      ),
    };
  }
}

function selectOf(
  name: keyof ItemFilters,
  label: string,
  options: readonly [string, string][],
  chosen: string | undefined,
): NarrowingSelect {
  const isUnknown = chosen !== undefined && !options.some(([value]) => value === chosen);
  const items = [['', 'Any'] as const, ...options, ...(isUnknown ? [[chosen, chosen] as const] : [])];
  return {
    name,
    label,
    items: items.map(([value, text]) => ({ value, text, selected: value === (chosen ?? '') })),
  };
}

/** Ids of agencies and owners that items name. */
function namedIn(all: readonly ItemState[]): Set<string | null> {
  const named = new Set<string | null>();
  for (const { addressees, actions } of all) {
    for (const { agency } of addressees) named.add(agency);
    for (const { agency, supporting, owner } of actions) {
      named.add(agency).add(owner);
      for (const one of supporting) named.add(one);
    }
  }
  return named;
}
