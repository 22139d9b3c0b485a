import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Program, Stage } from './stage.ts';

/** What may befall the library, in the middle of its work. */
export interface Fault {
  name: string;
  /** Needs a disk that may be filled. */
  fillsDisk?: boolean;
  /** @param work what runs beside the library, an import or a reindex; null where nothing does */
  strike(stage: Stage, work: Program | null, random: () => number): Promise<void>;
}

function kill(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(pid, signal);
  } catch {
    // It had ended by itself.
  }
}

/** Should the full disk have ended PostgreSQL, it has to come up again first. */
const READS_WITHIN_MS = 30_000;

/** Ends connections of the library and its commands as an administrator would. */
async function endConnections(stage: Stage, which: string): Promise<void> {
  const client = new pg.Client({ connectionString: (await stage.holder()).databaseOwnerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and ${which}`,
    );
  } catch {
    // The database itself is away: so are its connections.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Stops a process in its tracks for a while: it neither answers nor ends its connections. */
async function freeze(pid: number, milliseconds: number): Promise<void> {
  kill(pid, 'SIGSTOP');
  await delay(milliseconds);
  kill(pid, 'SIGCONT');
}

export const FAULTS: Fault[] = [
  { name: 'the application is killed', strike: async (stage) => await killLibrary(stage) },
  {
    name: 'PostgreSQL is killed',
    strike: async (stage) => kill(await stage.postgresPid(), 'SIGKILL'),
  },
  { name: 'Meilisearch is killed', strike: async (stage) => kill(await stage.meiliPid(), 'SIGKILL') },
  {
    name: 'both servers are killed',
    strike: async (stage) => {
      kill(await stage.postgresPid(), 'SIGKILL');
      kill(await stage.meiliPid(), 'SIGKILL');
    },
  },
  {
    name: 'all are killed',
    strike: async (stage) => {
      kill(await stage.postgresPid(), 'SIGKILL');
      kill(await stage.meiliPid(), 'SIGKILL');
      await killLibrary(stage);
    },
  },
  {
    name: 'PostgreSQL is stopped by somebody',
    strike: async (stage) => kill(await stage.postgresPid(), 'SIGINT'),
  },
  {
    name: 'Meilisearch is stopped by somebody',
    strike: async (stage) => kill(await stage.meiliPid(), 'SIGTERM'),
  },
  { name: 'all connections are ended', strike: async (stage) => await endConnections(stage, 'true') },
  {
    name: 'some connections are ended, again and again',
    strike: async (stage, _work, random) => {
      for (let time = 0; time < 4; time += 1) {
        await endConnections(stage, `hashtext(pid::text || '${random()}') % 2 = 0`);
        await delay(200 * random());
      }
    },
  },
  {
    name: "the workers' connection is ended",
    strike: async (stage) => await endConnections(stage, `application_name like '% workers'`),
  },
  {
    name: 'Meilisearch is silent for a while',
    strike: async (stage, _work, random) => await freeze(await stage.meiliPid(), 500 + 3000 * random()),
  },
  {
    name: 'PostgreSQL is silent for a while',
    strike: async (stage, _work, random) => await freeze(await stage.postgresPid(), 500 + 2000 * random()),
  },
  {
    name: 'the command is killed',
    strike: async (_stage, work) => {
      work?.child.kill('SIGKILL');
      await work?.ended;
    },
  },
  {
    name: 'the command is interrupted',
    strike: async (_stage, work) => {
      work?.child.kill('SIGINT');
      await work?.ended;
    },
  },
  {
    name: 'the disk is full for a while',
    fillsDisk: true,
    strike: async (stage, _work, random) => {
      await stage.fillDisk();
      await delay(1000 + 3000 * random());
      await answersReads(stage);
      await stage.emptyDisk();
    },
  },
  {
    name: 'PostgreSQL is killed on a full disk',
    fillsDisk: true,
    strike: async (stage, _work, random) => {
      await stage.fillDisk();
      kill(await stage.postgresPid(), 'SIGKILL');
      await delay(1000 + 2000 * random());
      await answersReads(stage);
      await stage.emptyDisk();
    },
  },
  {
    name: 'all are killed on a full disk, and the application is started there',
    fillsDisk: true,
    strike: async (stage) => {
      await stage.fillDisk();
      kill(await stage.postgresPid(), 'SIGKILL');
      kill(await stage.meiliPid(), 'SIGKILL');
      await killLibrary(stage);
      await startsOrSaysWhy(stage);
      await stage.emptyDisk();
    },
  },
];

/** The room that is kept may be enough to start; otherwise a sentence says what is wrong, and nothing is left running. */
async function startsOrSaysWhy(stage: Stage): Promise<void> {
  await stage.start().catch((error: unknown) => {
    if (!String(error).includes('The disk is full') || /^ +at /m.test(stage.library?.output ?? ''))
      throw error;
  });
}

/** On a full disk pages and searches are answered all the same. @throws when they are not, and go on not being */
async function answersReads(stage: Stage): Promise<void> {
  const end = Date.now() + READS_WITHIN_MS;
  for (const path of ['/reviews', '/api/v1/search?q=neglect']) {
    for (;;) {
      const answer = await fetch(`${stage.address}${path}`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) break;
      if (Date.now() > end) throw new Error(`on a full disk ${path} is answered with ${answer?.status}`);
      await delay(100);
    }
  }
}

async function killLibrary(stage: Stage): Promise<void> {
  stage.library?.child.kill('SIGKILL');
  await stage.library?.ended;
}
