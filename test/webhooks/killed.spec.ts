import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WebhookKeys } from '../../src/webhooks/signing/webhook-keys.js';
import { LibrarySecrets } from '../../src/platform/secrets/library-secrets.js';
import { testMeili } from '../support/app.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { Receiver } from '../support/receiver.js';
import { SETTINGS } from './library.js';

let database: TestDatabase;
let folder: string;
let receiver: Receiver;
let library: RunningLibrary | null = null;

beforeAll(async () => {
  [database, folder, receiver] = [await freshDatabase(), await openFolder(), await new Receiver().open()];
});
afterAll(async () => {
  await library?.stop();
  await receiver.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const start = async (): Promise<void> => {
  library = RunningLibrary.start({
    ...{ DATA_DIR: folder, ...database.environment, SEARCH_INDEX: 'test-webhooks', EMPTY: 'true' },
    ...(testMeili() && { MEILI_URL: testMeili()!.url, MEILI_MASTER_KEY: testMeili()!.key }),
    ...SETTINGS,
  });
  await library.address();
};
const states = async (): Promise<string[]> =>
  (
    await database.dataSource.query<{ state: string }[]>(`select state from webhook_delivery order by place`)
  ).map(({ state }) => state);

it('a message is sent again, and known again, when the library dies between its delivery and the note of it', async () => {
  const secrets = new LibrarySecrets(database.dataSource);
  await secrets.onModuleInit();
  const { sealedKey, publicKey } = new WebhookKeys(secrets).make('v1a');
  await database.dataSource.query(
    `insert into webhook (name, address, email, signature, sealed_key, public_key)
     values ('Intranet', $1, 'web@council.example', 'v1a', $2, $3)`,
    [receiver.address, sealedKey, publicKey],
  );
  await database.dataSource.query(
    `insert into theme (id, slug, label, status)
     select gen_random_uuid(), 'theme-' || n, 'theme-' || n, 'accepted' from generate_series(1, 3) n`,
  );
  // It has the message, and the library does not come to hear so.
  receiver.answer = () => library!.process.kill('SIGKILL');
  await start().catch(() => undefined);
  expect(await library!.ended()).toBeNull();
  expect([receiver.received.length, await states()]).toEqual([1, ['waiting', 'waiting', 'waiting']]);
  receiver.answer = null;
  await start();
  await eventually(async () => expect(await states()).toEqual(['delivered', 'delivered', 'delivered']));
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size, ids[1]]).toEqual([4, 3, ids[0]]);
});
