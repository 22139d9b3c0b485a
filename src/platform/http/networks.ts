import { BlockList, isIP } from 'node:net';

/** What of a text are networks, each an address and the length of its prefix: `10.1.0.0/16, fd00::/8`. */
export const networksIn = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Whether a text is a list of networks, as `networksIn` takes it. */
export const areNetworks = (text: unknown): boolean =>
  typeof text === 'string' && networksIn(text).every(isNetwork);

function isNetwork(text: string): boolean {
  const [, address = '', length] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(length) <= (version === 4 ? 32 : 128);
}

/** Asks whether an address of either version lies in one of these networks. */
export function lyingIn(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address, length] = network.split('/') as [string, string];
    list.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}
