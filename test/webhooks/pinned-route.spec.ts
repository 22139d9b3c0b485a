import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PinnedRoute, type SiteAnswer } from '../../src/webhooks/sending/pinned-route.js';
import {
  faultOf,
  reachableAddresses,
  systemResolver,
  type Resolver,
} from '../../src/webhooks/sending/reachable-address.js';
import { Receiver } from '../support/receiver.js';

const OWN = ['127.0.0.1/32'];
const BODY = '{"type":"ping"}';
/** A name that means these addresses, one answer after the other. */
const naming = (...answers: string[][]): Resolver => {
  let asked = 0;
  return async () => {
    const addresses = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    return await Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
};
const reach = async (address: string, resolve: Resolver, allowed: string[] = []): Promise<string> =>
  await reachableAddresses(new URL(address), allowed, resolve).then(
    () => 'reached',
    (error: Error) => error.message,
  );
const NOT_PUBLIC = 'The address leads into a network that is not public';

describe('an address that messages may be sent to', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.8.8.8'],
    ...[
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '192.0.0.8',
      '198.18.0.1',
      '198.19.255.1',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.9'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:a9fe:a9fe',
      '::8.8.8.8',
      '64:ff9b::808:808',
    ],
    ...[
      '64:ff9b:1::1',
      '100::1',
      'fc00::1',
      'fd12:3456::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      '2002:7f00:1::',
    ],
    ...['2001::1', '2001:db8::1', '3fff::1'],
  ])('is not %s, as it stands or by its name', async (address) => {
    const url = `https://${address.includes(':') ? `[${address}]` : address}/`;
    expect(await reach(url, naming([]))).toBe(NOT_PUBLIC);
    expect(await reach('https://site.example/', naming([address]))).toBe(NOT_PUBLIC);
    // One good answer does not make up for a bad one.
    expect(await reach('https://site.example/', naming(['93.184.215.14', address]))).toBe(NOT_PUBLIC);
  });

  it.each(['8.8.8.8', '93.184.215.14', '100.63.0.1', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'may be %s',
    async (address) => {
      expect(await reach('https://site.example:8443/', naming([address]))).toBe('reached');
    },
  );

  it('is not one of this machine in any other writing, nor its own name', async () => {
    for (const written of ['2130706433', '0x7f.1', '0177.0.0.1', '127.1', 'localhost', 'LOCALHOST'])
      expect([written, await reach(`https://${written}/`, systemResolver)]).toEqual([written, NOT_PUBLIC]);
  });

  it('has a name that is known', async () => {
    const unknown: Resolver = async () => await Promise.reject(new Error('ENOTFOUND'));
    expect(await reach('https://nowhere.example/', unknown)).toBe('The name of the site has no address');
    expect(await reach('https://nowhere.example/', naming([]))).toBe('The name of the site has no address');
  });

  it.each([
    ['intranet/hook', 'Enter a whole address'],
    ['http://site.example/', 'https://'],
    ['ftp://site.example/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['https://me:secret@site.example/', 'no name and no password'],
    ['https://site.example/#part', 'no #'],
    ['https://site.example:22/', 'port 443 or 8443'],
  ])('is not written %s', (address, fault) => {
    expect(faultOf(address, false)).toContain(fault);
  });

  it('is one of our own only where that is allowed, and others stay as they are', async () => {
    expect(await reach('http://127.0.0.1:8080/', naming([]), OWN)).toBe('reached');
    expect(await reach('http://127.0.0.2:8080/', naming([]), OWN)).toContain('https://');
    expect(await reach('https://127.0.0.2/', naming([]), OWN)).toBe(NOT_PUBLIC);
    expect(await reach('http://site.example/', naming(['93.184.215.14']), OWN)).toContain('https://');
    expect(await reach('http://site.example/', naming(['127.0.0.1', '10.0.0.1']), OWN)).toContain('https://');
    expect(await reach('https://site.example:22/', naming(['93.184.215.14']), OWN)).toContain('port');
  });
});

describe('a message on its way', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await new Receiver().open();
  });
  afterAll(async () => await receiver.close());

  const post = async (address = receiver.address, patience?: number): Promise<SiteAnswer> => {
    const route = new PinnedRoute(address, OWN, systemResolver, patience);
    const answer = await route.post({ 'content-type': 'application/json' }, BODY);
    await route.close();
    return answer;
  };

  it('brings back the status and what was said first, in one line', async () => {
    receiver.forget();
    receiver.answers(500, {}, `<b>Sorry</b>\r\n\u001b[31m\u202E${'x'.repeat(5000)}`);
    const { status, said } = await post();
    expect([status, said.length, said.slice(0, 16)]).toEqual([500, 200, '<b>Sorry</b> [31']);
    expect(receiver.received.map(({ body }) => body)).toEqual([BODY]);
  });

  it('is not led elsewhere', async () => {
    receiver.forget();
    const other = await new Receiver().open();
    receiver.answers(307, { location: other.address });
    expect((await post()).status).toBe(307);
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('is given up where nothing is said, and cut off where no end is in sight', async () => {
    receiver.forget();
    receiver.answer = () => undefined;
    expect(await post(receiver.address, 50)).toEqual({ status: null, said: 'No answer within 0.05 seconds' });
    receiver.answer = (response) => {
      response.writeHead(200);
      response.write('half');
    };
    expect(await post(receiver.address, 50)).toMatchObject({ status: 200 });
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    };
    expect(await post()).toMatchObject({ status: 200, said: 'x'.repeat(200) });
  });

  it('is given up where the name of the site is looked up for ever', async () => {
    const never: Resolver = async () => await new Promise(() => undefined);
    const route = new PinnedRoute('https://site.example/', [], never, 50);
    expect((await route.post({}, BODY)).said).toBe('No answer within 0.05 seconds');
  });

  it('says what is wrong without the words of the network', async () => {
    const closed = await new Receiver().open();
    const { address } = closed;
    await closed.close();
    expect(await post(address)).toEqual({ status: null, said: 'No connection: ECONNREFUSED' });
    receiver.answer = (_, request) => request.socket.end('no http\r\n\r\n');
    expect(await post()).toEqual({ status: null, said: expect.stringMatching(/^No connection: HPE_/) });
  });
});

describe('a message by TLS', () => {
  const [key, cert] = ['receiver-key.pem', 'receiver.pem'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  ) as [string, string];
  const usual = tls.getCACertificates('default');
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await new Receiver({ key, cert }).open();
    tls.setDefaultCACertificates([...usual, cert]);
  });
  afterAll(async () => {
    tls.setDefaultCACertificates(usual);
    await receiver.close();
  });
  const route = (name: string, resolve: Resolver): PinnedRoute =>
    new PinnedRoute(`https://${name}:${receiver.port}/hook`, OWN, resolve);

  it('goes to the address that was checked, whatever the name means a moment later', async () => {
    receiver.forget();
    const turning = route('receiver.example', naming(['127.0.0.1'], ['10.0.0.1']));
    for (const status of [204, 204]) expect(await turning.post({}, BODY)).toMatchObject({ status });
    // By a connection of its own again.
    receiver.answer = (response) => response.writeHead(204, { connection: 'close' }).end();
    for (const status of [204, 204]) expect(await turning.post({}, BODY)).toMatchObject({ status });
    await turning.close();
    const { headers } = receiver.received[0]!;
    expect(headers.host).toBe(`receiver.example:${receiver.port}`);
  });

  it('is not sent where the certificate is that of another name, or of nobody known', async () => {
    receiver.forget();
    const other = route('other.example', naming(['127.0.0.1']));
    expect((await other.post({}, BODY)).said).toBe('No connection: ERR_TLS_CERT_ALTNAME_INVALID');
    tls.setDefaultCACertificates(usual);
    const unknown = route('receiver.example', naming(['127.0.0.1']));
    expect((await unknown.post({}, BODY)).said).toBe('No connection: DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(receiver.received).toEqual([]);
    await Promise.all([other.close(), unknown.close()]);
  });
});
