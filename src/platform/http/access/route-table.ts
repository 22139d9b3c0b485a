import { LRUCache } from 'lru-cache';
import { pathToRegexp } from 'path-to-regexp';
import type { Route } from './routes.js';

/** What the routes say of one address. */
export interface Addressed {
  /** Which methods it takes, as `Allow` lists them; none where there is nothing at it. */
  methods: readonly string[];
  /** The route that reads it. */
  read: Route | undefined;
  /** Whether it is for programs. */
  isForMachines: boolean;
  /** Whether it is for programs, and open to everybody: pages of any site may ask it. */
  isOpenToSites: boolean;
  /** Whether people find the same on a page, at the address without the API's prefix. */
  hasPage: boolean;
}

const API = '/api/v1';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set first of all, for every request. */
    addressed?: Addressed;
  }
}

/** What was worked out for so many addresses is remembered, for those that are no longer than this. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 200;

/** Knows which routes an address belongs to. */
export class RouteTable {
  private readonly known: { fits: RegExp; route: Route }[];
  private readonly remembered = new LRUCache<string, Addressed>({ max: MOST_REMEMBERED });

  constructor(routes: readonly Route[]) {
    // Of two that fit the one with more words of its own is meant, as when the router chooses.
    const sorted = routes.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    this.known = sorted.map((route) => ({ fits: pathToRegexp(route.path).regexp, route }));
  }

  /** @param path without parameters, as it was asked for */
  at(path: string): Addressed {
    const before = this.remembered.get(path);
    if (before) return before;
    const routes = this.known.flatMap(({ fits, route }) => (fits.test(path) ? [route] : []));
    const isBelowApi = path.startsWith(`${API}/`);
    const hasPage = isBelowApi && isPage(this.at(path.slice(API.length)).read);
    const addressed = { ...say(routes), hasPage };
    // Who misspelt an address is to read that there is nothing at it.
    if (routes.length === 0 && isBelowApi) addressed.isOpenToSites = true;
    if (path.length <= LONGEST_REMEMBERED) this.remembered.set(path, addressed);
    return addressed;
  }
}

/** Parameters sort behind every word, and what ends behind what goes on. */
const placeOf = ({ path }: Route): string => `${path.replace(/[:*{]/g, '\uffff')}\uffff`;

const isPage = (route: Route | undefined): boolean => route?.access === 'public' && !route.isForMachines;

function say(routes: Route[]): Omit<Addressed, 'hasPage'> {
  const taken = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const read = routes.find(({ method }) => method === 'GET');
  return {
    methods: routes.length > 0 ? [...new Set([...taken, 'OPTIONS'])] : [],
    read,
    isForMachines: routes.some(({ isForMachines }) => isForMachines),
    isOpenToSites: routes.some(({ isForMachines, access }) => isForMachines && access === 'public'),
  };
}
