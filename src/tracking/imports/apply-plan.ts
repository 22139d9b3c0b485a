import { Injectable } from '@nestjs/common';
import { plainText } from '../../platform/bundle/similarity.js';
import { nameKey } from '../../platform/text/name-key.js';
import { ActionsService } from '../actions.service.js';
import type { ListedAgency } from '../agency-list.js';
import { formatDay, parseDay } from '../day.js';
import { isAuditLead } from '../follower.js';
import type { ItemState } from '../fold.js';
import { ItemsService } from '../items.service.js';
import { OwnerDirectory } from '../owner-directory.js';
import type { PlanAction, PlanDue, PlanNote, PlanPreview, PlanRecommendation } from '../sheets/preview.js';
import type { NewEntry, TrackingChange } from '../tracking-change.js';
import { isClosed, isOnlyClaimed, JUDGEMENTS, type Judgement } from '../tracking.js';
import { setImmediate } from 'node:timers/promises';
import { ownNotes } from './exported-rows.js';
import { reviewOf, type MatchedAction, type MatchedRecommendation } from './match-plan.js';
import { emailOf, newEvidence, newMilestones, newUpdates, type Difference } from './plan-differences.js';

/** What a plan is brought in with. */
export interface Applying {
  change: TrackingChange;
  preview: PlanPreview;
  agencies: readonly ListedAgency[];
  /** What is taken of a row that is there already; its conflicts are not among them. */
  differences: ReadonlyMap<PlanAction, readonly Difference[]>;
  /** Responses that are taken of recommendations whose items are there already. */
  responses: ReadonlyMap<PlanRecommendation, Difference>;
  /** Of what is closed: nothing is taken of them. */
  leftOut: ReadonlySet<PlanAction>;
  /** Whether the sheet was written out by the library. */
  isExport: boolean;
}

/** Brings a plan in: what is new is followed, what the sheet says otherwise is recorded. Past dates become effective dates. */
@Injectable()
export class ApplyPlan {
  constructor(
    private readonly items: ItemsService,
    private readonly actions: ActionsService,
    private readonly owners: OwnerDirectory,
  ) {}

  async apply(applying: Applying, matched: readonly MatchedRecommendation[]): Promise<void> {
    await applying.change.readAll(matched.flatMap(({ item }) => item?.id ?? []));
    for (const one of matched) {
      const isNew = one.item === null;
      const id = one.item?.id ?? (await this.follow(applying, one));
      // Other requests go on meanwhile, however long a plan is.
      await setImmediate();
      if (applying.responses.has(one.given))
        await this.respond(applying, id, one.given, one.item!.followedOn);
      for (const action of one.actions) {
        if (applying.leftOut.has(action.given)) continue;
        if (action.action) await this.update(applying, id, action);
        else await this.add(applying, await applying.change.item(id), action.given);
      }
      if (isNew) await this.judge(applying, id, one.given);
    }
  }

  private async follow(
    applying: Applying,
    { given, recommendation }: MatchedRecommendation,
  ): Promise<string> {
    const { change, preview } = applying;
    const addressees = this.idsOf(applying, given.addressees ?? []);
    const asked = addressees.length > 0 || given.response === null ? addressees : leadsOf(applying, given);
    const on = firstDay(applying, given);
    const title = [reviewOf(preview, given), given.section].filter(Boolean).join(': ');
    const id = await this.items.begin(change, {
      ...(recommendation
        ? {
            recommendation: recommendation.id,
            ...(plainText(given.text ?? '') !== plainText(recommendation.text) && given.text
              ? { text: given.text }
              : {}),
          }
        : {
            source: {
              origin: originOf(title),
              title: title || preview.file,
              ...(given.number && { number: given.number }),
            },
            text: given.text ?? given.number ?? preview.file,
          }),
      ...{ on, addressees: asked.length > 0 || !recommendation ? asked : undefined },
    });
    if (given.response && given.response !== 'awaiting') await this.respond(applying, id, given, on);
    for (const note of [...ownNotes(given.notes, applying.isExport), ...placeOf(given, recommendation)])
      await change.add(id, noteOf(note, null));
    for (const name of given.agenciesNotKnown ?? []) await change.add(id, noteOf(unknown(name), null));
    return id;
  }

  private async respond(
    { change, preview }: Applying,
    id: string,
    given: PlanRecommendation,
    followedOn: string,
  ): Promise<void> {
    const { addressees } = await change.item(id);
    const day = later(followedOn, pastDay(preview.asOf, change.today));
    // A refusal whose reason nobody knows is asked about; until it is answered the sheet’s own word stands for it.
    const why =
      given.responseReason ??
      (given.response === 'not-accepted' || given.response === 'disputed' ? NOT_SAID : null);
    // What takes the place of an answer is not older than it.
    for (const { agency, on } of addressees)
      await change.add(id, {
        fact: { deed: 'response', agency, response: given.response! },
        ...{ on: on === null ? day : later(day, on), why, behalf: agency },
      });
  }

  private async add(applying: Applying, item: ItemState, given: PlanAction): Promise<void> {
    const { change, preview } = applying;
    const { agency, supporting } = this.whoActs(applying, given);
    const on = later(item.followedOn, earliest(daysOf(given), pastDay(preview.asOf, change.today)));
    const action = await this.actions.begin(change, item, {
      text: given.text,
      agency,
      supporting,
      on,
      rag: colourOf(given.statedRag),
    });
    const add = (entry: NewEntry): Promise<void> => change.add(item.id, { behalf: agency, ...entry });
    if (given.officer) {
      const owner = await this.ownerOf(applying, given.officer, emailOf(given, null));
      await add({ fact: { deed: 'owner', action, owner }, on });
    }
    await this.setDue(add, action, given, on);
    await this.say(applying, add, action, given, given.updates);
    const deliveredOn = later(
      on,
      given.completedOn ?? lastHeard(given) ?? pastDay(preview.asOf, change.today),
    );
    if (given.delivery !== 'not-started')
      await add({
        fact: { deed: 'delivery', action, to: given.delivery },
        ...{
          on: before(deliveredOn, change.today),
          why: given.stopReason ?? (given.delivery === 'stopped' ? NOT_SAID : null),
        },
      });
    for (const [place, { text, on: due }] of given.milestones.entries())
      await add({
        fact: { deed: 'milestone', action, milestone: place + 1, on: due, isDone: false },
        ...{ words: { text }, on },
      });
    for (const evidence of given.evidence)
      await add({
        fact: { deed: 'update', action },
        words: { text: EVIDENCE_NAMED, evidence },
        on: deliveredOn,
      });
    if (given.impact) await this.impact(applying, item.id, given, deliveredOn);
    for (const note of ownNotes(given.notes, applying.isExport)) await add(noteOf(note, action));
    for (const name of given.agenciesNotKnown ?? []) await add(noteOf(unknown(name), action));
    if (given.statedRag !== null && colourOf(given.statedRag) === null)
      await add(noteOf({ cell: '', private: false, text: `RAG, as written: ${given.statedRag}` }, action));
    for (const one of [given.due, given.originalDue])
      if (one && one.on === null && one.written)
        await add(noteOf({ cell: '', private: false, text: `Due, as written: ${one.written}` }, action));
  }

  private async setDue(
    add: (entry: NewEntry) => Promise<void>,
    action: string,
    { due, originalDue }: PlanAction,
    on: string,
  ): Promise<void> {
    const [first, second] = [originalDue, due].map(promised).filter((day) => day !== null);
    if (first !== undefined) await add({ fact: { deed: 'due', action, on: first }, on });
    if (second !== undefined && second !== first)
      await add({ fact: { deed: 'due', action, on: second }, on, why: 'Revised in the spreadsheet' });
  }

  private async say(
    { change, preview }: Applying,
    add: (entry: NewEntry) => Promise<void>,
    action: string,
    given: PlanAction,
    updates: PlanAction['updates'],
  ): Promise<void> {
    for (const { text, on, precision } of updates) {
      const day =
        on === null ? pastDay(preview.asOf, change.today) : formatDay({ on, precision: precision ?? 'day' });
      await add({ fact: { deed: 'update', action }, words: { text }, on: notAfter(day, change.today) });
    }
  }

  private async impact(
    { change }: Applying,
    item: string,
    { impact }: PlanAction,
    on: string,
  ): Promise<void> {
    const { level, text } = impact!;
    if (level === null)
      return await change.add(item, noteOf({ cell: '', private: false, text: `Impact: ${text}` }, null));
    const [sample] = /\b\d+\s+(?:of|out of)\s+\d+(?:\s+\p{L}+)?/iu.exec(text) ?? [];
    await change.add(item, {
      fact: { deed: 'impact', level, isClaimed: isOnlyClaimed(level, { sample }) },
      ...{ on: notAfter(on, change.today), words: { text, ...(sample !== undefined && { sample }) } },
    });
  }

  /** What the sheet says otherwise of an action that is there. */
  private async update(applying: Applying, item: string, { given, action }: MatchedAction): Promise<void> {
    const { change } = applying;
    const { id, agency } = action!;
    const fields = new Set((applying.differences.get(given) ?? []).map(({ field }) => field));
    const add = (entry: NewEntry): Promise<void> =>
      change.add(item, { behalf: agency?.id ?? null, ...entry });
    const why = CHANGED;
    if (fields.has('text'))
      await add({ fact: { deed: 'action-reworded', action: id }, why, words: { text: given.text } });
    if (fields.has('agency') || fields.has('supporting')) {
      const said = this.whoActs(applying, given);
      const lead = fields.has('agency') ? said.agency : (agency?.id ?? null);
      const isSaid = fields.has('supporting') || !given.supporting;
      const supporting = isSaid ? said.supporting : action!.supporting.map((one) => one.id);
      const others = supporting.filter((one) => one !== lead);
      await add({ fact: { deed: 'lead', action: id, agency: lead, supporting: others }, why });
    }
    if (fields.has('owner')) {
      const owner = await this.ownerOf(applying, given.officer!, emailOf(given, action));
      await add({ fact: { deed: 'owner', action: id, owner } });
    }
    const due = promised(given.due) ?? promised(given.originalDue);
    if (fields.has('due'))
      await (isAuditLead(change.who) || !action!.due
        ? add({ fact: { deed: 'due', action: id, on: due! }, why })
        : this.ask(applying, item, id, due));
    if (fields.has('update')) await this.say(applying, add, id, given, newUpdates(given, action));
    await this.addSteps(applying, add, { given, action }, fields);
    if (fields.has('delivery') && given.delivery === 'stopped' && !isAuditLead(change.who))
      await this.ask(applying, item, id, null);
    else if (fields.has('delivery') || fields.has('completedOn')) {
      const on = given.completedOn ?? change.today;
      await add({
        fact: { deed: 'delivery', action: id, to: given.delivery },
        ...{ on: notAfter(on, change.today), why: given.stopReason ?? why },
      });
    }
  }

  /** Milestones and evidence that are not there yet. */
  private async addSteps(
    { change }: Applying,
    add: (entry: NewEntry) => Promise<void>,
    { given, action }: MatchedAction,
    fields: ReadonlySet<string>,
  ): Promise<void> {
    const { id, milestones } = action!;
    let last = Math.max(0, ...milestones.map(({ number }) => number));
    if (fields.has('milestone'))
      for (const { text, on, number } of newMilestones(given, action!)) {
        const isDone = milestones.find((one) => one.number === number)?.isDone ?? false;
        const milestone = number ?? (last += 1);
        await add({
          fact: { deed: 'milestone', action: id, milestone, on, isDone },
          ...{ words: { text }, why: number === null ? null : CHANGED },
        });
      }
    if (fields.has('evidence'))
      for (const evidence of newEvidence(given, action!))
        await add({
          fact: { deed: 'update', action: id },
          ...{ words: { text: EVIDENCE_NAMED, evidence }, on: change.today },
        });
  }

  /** What an agency lead may not do by themselves: another date, or to stop. */
  private async ask({ change }: Applying, id: string, action: string, on: string | null): Promise<void> {
    const item = await change.item(id);
    const found = { item, action: item.actions.find((one) => one.id === action)! };
    const kind = on === null ? 'stop' : 'move';
    await this.actions.ask(change, found, { kind, on, why: 'Asked for in the spreadsheet' });
  }

  /** Where a word of the status was answered with a judgement. */
  private async judge({ change }: Applying, item: string, { actions }: PlanRecommendation): Promise<void> {
    const said = actions.map(({ judgement }) => judgement).find((one) => one !== undefined);
    if (!said || !(JUDGEMENTS as string[]).includes(said)) return;
    const state = await change.item(item);
    const to = said as Judgement;
    if (
      isClosed(to) &&
      (to === 'closed-superseded' ||
        state.actions.some(({ delivery }) => delivery === 'not-started' || delivery === 'in-progress'))
    )
      return;
    const closing = isClosed(to);
    await change.add(item, {
      fact: {
        deed: 'judgement',
        to,
        recheckOn: null,
        noEvidence: closing && state.impact.entries === 0,
        supersededBy: null,
      },
      why: 'So judged in the spreadsheet',
      words: closing ? { noRecheckReason: 'None is named in the spreadsheet' } : {},
    });
  }

  private async ownerOf({ change }: Applying, officer: string, email: string | null): Promise<string> {
    const owner = { name: oneLine(officer), email };
    return await change.once(`owner ${owner.name} ${email ?? ''}`, () =>
      this.owners.find(change.manager, change.who.partnership.id, owner),
    );
  }

  /** The first agency leads, unless the sheet has a column of its own for those that support. */
  private whoActs(applying: Applying, given: PlanAction): { agency: string | null; supporting: string[] } {
    const [agency = null, ...others] = this.idsOf(applying, given.agencies);
    const supporting = given.supporting ? this.idsOf(applying, given.supporting) : others;
    return { agency, supporting: supporting.filter((one) => one !== agency) };
  }

  private idsOf({ agencies }: Applying, names: readonly string[]): string[] {
    const ids = names.flatMap((name) => agencyNamed(agencies, name)?.id ?? []);
    return [...new Set(ids)];
  }
}

export const agencyNamed = (agencies: readonly ListedAgency[], name: string): ListedAgency | undefined => {
  const key = nameKey(name);
  return agencies.find((one) => [one.name, ...one.otherNames].some((other) => nameKey(other) === key));
};

/** The colours that sheets use. Only these may stand in an entry: any other words can be redacted, and are a note. */
const STATED_COLOURS: ReadonlySet<string> = new Set([
  'red',
  'amber',
  'yellow',
  'green',
  'blue',
  'grey',
  'black',
  'white',
  'purple',
]);
const colourOf = (stated: string | null): string | null =>
  stated !== null && STATED_COLOURS.has(stated) ? stated : null;

const CHANGED = 'Changed in the spreadsheet';
const EVIDENCE_NAMED = 'Evidence named in the spreadsheet';
const NOT_SAID = 'The spreadsheet gives no reason';

const leadsOf = (applying: Applying, { actions }: PlanRecommendation): string[] => {
  const names = actions.flatMap(({ agencies }) => agencies.slice(0, 1));
  return [...new Set(names.flatMap((name) => agencyNamed(applying.agencies, name)?.id ?? []))];
};

const noteOf = ({ private: isPrivate, text }: PlanNote, action: string | null): NewEntry => ({
  ...{ fact: { deed: 'note', action, isPrivate }, words: { text } },
});

/** What the sheet calls a recommendation of the library, and under which heading it stands there. */
const placeOf = (
  { number, section }: PlanRecommendation,
  recommendation: MatchedRecommendation['recommendation'],
): PlanNote[] => {
  if (!recommendation) return [];
  const said = [
    ...(number !== null && number !== recommendation.number ? [`Number in the spreadsheet: ${number}`] : []),
    ...(section === null ? [] : [`Section in the spreadsheet: ${section}`]),
  ];
  return said.map((text) => ({ cell: '', private: false, text }));
};

const unknown = (name: string): PlanNote => ({
  cell: '',
  private: false,
  text: `Agency, as written: ${name}`,
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const promised = (due: PlanDue | null): string | null =>
  due?.on ? formatDay({ on: due.on, precision: due.precision ?? 'day' }) : null;

/** All days of an action that are past, as far as the sheet says. */
const daysOf = ({ updates, completedOn }: PlanAction): string[] =>
  [...updates.map(({ on }) => on), completedOn].filter((on) => on !== null);

const lastHeard = ({ updates }: PlanAction): string | null =>
  updates
    .map(({ on }) => on)
    .filter((on) => on !== null)
    .toSorted()
    .at(-1) ?? null;

const earliest = (days: readonly string[], otherwise: string): string => [...days, otherwise].toSorted()[0]!;
const later = (one: string, other: string): string => (one > other ? one : other);
const before = (day: string, today: string): string => (day > today ? today : day);

/** The plan’s own day, where it has one that is past; else today. */
const pastDay = (asOf: string | null, today: string): string =>
  asOf !== null && asOf <= today ? asOf : today;

/** A day as it is known, or today where its last one is to come. */
const notAfter = (day: string, today: string): string => (parseDay(day)!.on > today ? today : day);

/** Since when an item is followed: nothing that the sheet says of it happened before. */
function firstDay({ change, preview }: Applying, { actions }: PlanRecommendation): string {
  const first = earliest(actions.flatMap(daysOf), pastDay(preview.asOf, change.today));
  return first > change.today ? change.today : first;
}

/** What a source is, by its name. */
function originOf(title: string): 'rapid-review' | 'audit' | 'inspection' | 'other' {
  if (/rapid review/i.test(title)) return 'rapid-review';
  if (/audit/i.test(title)) return 'audit';
  return /inspection|ofsted|jtai/i.test(title) ? 'inspection' : 'other';
}
