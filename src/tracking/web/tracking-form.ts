import type { ActionsService } from '../actions.service.js';
import type { ListedAgency } from '../agency-list.js';
import type { Follower } from '../follower.js';
import type { ItemsService } from '../items.service.js';
import type { Owner } from '../owner-directory.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import type { TrackedItemQueries } from '../tracked-items.queries.js';
import type { Asked, Done } from '../tracking-log.js';
import type { FormField } from './fields.js';

/** What a form is about, and what there is to choose from. */
export interface FormAbout {
  who: Follower;
  item: TrackedItemAnswer;
  /** Those that have not become others. */
  agencies: ListedAgency[];
  owners: Owner[];
  /** What the address says beside: which agency, which request. */
  query: Record<string, unknown>;
}

export interface ActionFormAbout extends FormAbout {
  action: TrackedAction;
}

/** Who does what forms ask for. */
export interface FormRooms {
  items: ItemsService;
  actions: ActionsService;
  queries: TrackedItemQueries;
}

/** One thing that can be said of an item or an action: its form, and what sending it does. */
export interface TrackingForm<About extends FormAbout, Form extends object = object> {
  Class: new () => Form;
  title: string;
  button: string;
  /** What should be known before it is filled in. */
  explain?: (about: About) => string;
  /** Fields of which several can be ticked. */
  many?: readonly string[];
  /** Whether it only adds, so that nobody can be overtaken. */
  onlyAdds?: (form: Form) => boolean;
  /** Whether it makes sense as things stand. */
  fits: (about: About) => boolean;
  fields: (about: About) => FormField[];
  send: (rooms: FormRooms, sent: Sent<About, Form>) => Promise<Done>;
}

interface Sent<About, Form> {
  who: Follower;
  id: string;
  form: Form;
  asked: Asked;
  about: About;
}

/** A form beside others of other fields. */
export const trackingForm = <About extends FormAbout, Form extends object>(
  form: TrackingForm<About, Form>,
): TrackingForm<About> => form as unknown as TrackingForm<About>;

export const isOpenItem = ({ item }: FormAbout): boolean => !item.judgement.startsWith('closed-');
