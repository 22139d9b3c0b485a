import { sayCode } from '../../platform/text/words.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { joinFacts } from '../../reviews/web/say-review.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { siteOf, webAddress } from '../../platform/pages/addresses.js';
import { sayRelayed } from '../../platform/dates/say-dates.js';
import { presentSources, type SourceView } from '../../publishing/sources.presenter.js';
import { presentNotice, SHORT_NOTICE, type SummaryNoticeView } from '../../publishing/summary-notice.js';
import { notSaid } from '../../platform/text/text.js';
import type { ResourceDetail, ResourceSummary } from '../resource.model.js';

/** A resource in a list. */
export interface ResourceView {
  /** Also the anchor of its place in the list. */
  slug: string;
  url: string;
  title: string;
  type: string;
  facts: string;
  /** “3 March 2026, 10am to midday”, or empty. */
  when: string;
  /** It has taken place. */
  isPast: boolean;
  description: string | null;
  /** Its description says how to reach it: by telephone rather than by a link. */
  isHelpline: boolean;
  link: string | null;
  linkText: string;
  themes: ThemeRef[];
}

export function presentResource(resource: ResourceSummary): ResourceView {
  const link = webAddress(resource.link);
  return {
    slug: resource.slug,
    url: `/resources/${resource.slug}`,
    title: resource.title,
    type: sayCode(resource.type),
    facts: joinFacts([
      sayCode(resource.type),
      resource.publisher,
      sayDated(resource),
      resource.summaryByLibrary ? SHORT_NOTICE : null,
    ]),
    when: sayTimes(resource.startsOn, resource.endsOn),
    isPast: resource.past,
    description: resource.description,
    isHelpline: resource.type === 'helpline',
    link,
    linkText: link ? `Open on ${siteOf(link)}` : '',
    themes: notSaid(resource.themes, resource.title),
  };
}

export interface ResourcePageView extends ResourceView {
  publisher: string | null;
  publisherSite: string | null;
  publisherSiteName: string;
  sources: SourceView[];
  /** Where this library wrote it. */
  notice: SummaryNoticeView | null;
}

export const presentResourcePage = (resource: ResourceDetail): ResourcePageView => ({
  ...presentResource(resource),
  publisher: resource.publisher,
  publisherSite: webAddress(resource.publisherLink),
  publisherSiteName: siteOf(resource.publisherLink ?? ''),
  sources: presentSources(resource.sources),
  notice: presentNotice(resource, 'original'),
});

function sayDated({ publishedOn, relayedOn }: ResourceSummary): string {
  if (publishedOn) return `Published ${sayPartialDate(publishedOn)}`;
  return sayRelayed(relayedOn);
}

/** When something takes place, as its announcement says it: local times, no more than is known. */
export function sayTimes(startsOn: string | null, endsOn: string | null): string {
  if (!startsOn) return endsOn ? `Until ${sayMoment(endsOn)}` : '';
  if (!endsOn || endsOn === startsOn) return sayMoment(startsOn);
  const [startDay, startTime] = startsOn.split('T');
  const [endDay, endTime] = endsOn.split('T');
  if (startDay !== endDay) return `${sayMoment(startsOn)} to ${sayMoment(endsOn)}`;
  return startTime && endTime
    ? `${sayMoment(startsOn)} to ${sayClock(endTime)}`
    : sayMoment(startTime ? startsOn : endsOn);
}

function sayMoment(moment: string): string {
  const [day, time] = moment.split('T');
  return [sayPartialDate(day), time && sayClock(time)].filter(Boolean).join(', ');
}

/** `10:00` is “10am”, `13:30` is “1:30pm”, as GOV.UK writes times. */
function sayClock(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || Number.isNaN(hours)) return time;
  if (hours === 0 && !minutes) return 'midnight';
  if (hours === 12 && !minutes) return 'midday';
  return `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${hours < 12 ? 'am' : 'pm'}`;
}
