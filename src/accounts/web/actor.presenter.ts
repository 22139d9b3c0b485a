import type { Actor } from '../../platform/http/access/actor.js';
import { permits } from '../../platform/http/access/permissions.js';
import { sayRole, sayWaiting } from './say.js';

/** What the header of every page says of whoever has signed in. */
export interface ActorView {
  name: string;
  /** The role in which they act; empty where they hold none. */
  acting: string;
  /** Whether pages about people are open to them. */
  managesPeople: boolean;
  managesContacts: boolean;
  /** Whether they set up the sign-ins of councils. */
  managesProviders: boolean;
  managesKeys: boolean;
  managesWebhooks: boolean;
  setsUp: boolean;
  readsLog: boolean;
  /** Whether what their partnership follows is open to them. */
  tracks: boolean;
}

export const presentActor = ({ name, acting, waiting }: Actor): ActorView => ({
  ...{ name, acting: acting ? sayRole(acting) : waiting ? sayWaiting(waiting) : '' },
  managesPeople: permits(acting?.role, 'people.manage'),
  managesContacts: permits(acting?.role, 'contacts.manage'),
  managesProviders: permits(acting?.role, 'providers.manage'),
  managesKeys: permits(acting?.role, 'keys.manage'),
  managesWebhooks: permits(acting?.role, 'webhooks.manage'),
  setsUp: permits(acting?.role, 'library.set-up'),
  readsLog: permits(acting?.role, 'log.read'),
  tracks: permits(acting?.role, 'tracking.read'),
});
