import { type ContactAbout, CONTACT_ABOUT_WORDS, CONTACT_AUDIENCE_WORDS } from '../partnership.js';
import type { ContactLineItem, PartnershipDetail } from '../partnership.model.js';
import { placeOf } from '../place.js';
import { dialling, webAddress } from '../../platform/pages/addresses.js';

/** The contact panel of every page. */
export interface ContactPanelView {
  /** Whose lines these are. */
  name: string;
  /** The place it is for; null where its name does not say. */
  place: string | null;
  website: string | null;
  groups: { about: string; lines: { who: string; phone: string; dial: string }[] }[];
}

const ORDER: readonly ContactAbout[] = ['child', 'adult', 'anyone'];

/** Null where there is no line to show: the panel then says what to do anywhere in the country. */
export function presentContactPanel(partnership: PartnershipDetail | null): ContactPanelView | null {
  if (!partnership || partnership.contacts.length === 0) return null;
  const groups = ORDER.map((about) => ({
    about: CONTACT_ABOUT_WORDS[about],
    lines: partnership.contacts.filter((line) => line.about === about).map(presentLine),
  }));
  return {
    name: partnership.name,
    place: placeOf(partnership.name),
    website: webAddress(partnership.link),
    groups: groups.filter(({ lines }) => lines.length > 0),
  };
}

/** “Children's Initial Advice Team, for professionals”. A line for everyone needs no such words. */
function presentLine(line: ContactLineItem): ContactPanelView['groups'][number]['lines'][number] {
  const audience = CONTACT_AUDIENCE_WORDS[line.audience];
  const who = line.team
    ? line.audience === 'everyone'
      ? line.team
      : `${line.team}, ${audience}`
    : audience.charAt(0).toUpperCase() + audience.slice(1);
  return { who, phone: line.phone, dial: dialling(line.phone) };
}
