/**
 * The network that an address of a reader stands for: an address of IPv4 is one; of IPv6 it is the first half, for whoever has
 * one address has at least 2^64 of them.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [before = [], after = []] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const half = [...before, ...zeros, ...after].slice(0, 4);
  return `${half.map((part) => part.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
