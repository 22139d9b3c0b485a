import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { lyingIn } from '../../platform/http/networks.js';

/** All addresses of a name. */
export type Resolver = (name: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Resolver = async (name) => await lookup(name, { all: true });

/** Why a message is not sent there: a word that may be shown. */
export class Unreachable extends Error {}

/**
 * Networks that no site of another organisation has (the special-purpose registries of IANA, RFC 6890): our own machine and
 * its neighbours, shared and reserved ones, and those for documents, measurements and many at once.
 */
const NOT_PUBLIC_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...[
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
  ],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only this is given out: neither ::1, nor mapped IPv4, NAT64, unique local, link-local or multicast is in it. */
const GIVEN_OUT_6 = ['2000::/3'];
/** In it, what leads elsewhere: Teredo and its like, documents, 6to4. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const isNotPublic = lyingIn([...NOT_PUBLIC_4, ...NOT_PUBLIC_6]);
const isGivenOut6 = lyingIn(GIVEN_OUT_6);
const isPublic = (address: string): boolean =>
  !isNotPublic(address) && (isIP(address) === 4 || isGivenOut6(address));

const PORTS = ['', '443', '8443'];

/**
 * What is wrong with an address as it is written; null where nothing is. Where it leads is another question.
 * @param allows whether networks of one's own are allowed at all: then other ports and http may be right
 */
export function faultOf(address: string, allows: boolean): string | null {
  if (!URL.canParse(address)) return 'Enter a whole address, like https://intranet.example.gov.uk/hook';
  const { protocol, username, password, port, hash } = new URL(address);
  if (protocol !== 'https:' && !(allows && protocol === 'http:'))
    return 'The address must begin with https://';
  if (username || password) return 'The address must hold no name and no password';
  if (hash) return 'The address must hold no #';
  if (!allows && !PORTS.includes(port)) return 'The address must be on port 443 or 8443';
  return null;
}

/**
 * The addresses that a site has now, all of which may be reached: one that may not refuses them all.
 * @param allowed networks of one's own, to which http and any port lead as well
 * @throws Unreachable
 */
export async function reachableAddresses(
  url: URL,
  allowed: readonly string[],
  resolve: Resolver,
): Promise<{ address: string; family: number }[]> {
  const fault = faultOf(url.href, allowed.length > 0);
  if (fault) throw new Unreachable(fault);
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(name);
  const found = version > 0 ? [{ address: name, family: version }] : await resolved(name, resolve);
  const isOurs = lyingIn(allowed);
  if (found.every(({ address }) => isOurs(address))) return found;
  const publicFault = faultOf(url.href, false);
  if (publicFault) throw new Unreachable(publicFault);
  if (!found.every(({ address }) => isOurs(address) || isPublic(address)))
    throw new Unreachable('The address leads into a network that is not public');
  return found;
}

async function resolved(name: string, resolve: Resolver): Promise<{ address: string; family: number }[]> {
  const found = await resolve(name).catch(() => []);
  if (found.length === 0) throw new Unreachable('The name of the site has no address');
  return found;
}
