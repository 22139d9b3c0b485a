import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { isLostConnection } from './lost-connection.js';

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: boolean | Error) => void,
) => void;

const ASK_AGAIN_MS = 250;

/**
 * A pool that outlives the loss of its connections. Without a listener, an idle connection that the server ends (a
 * restart, a failover) would end our process; whoever asks the pool something next gets a new connection or an error.
 */
export function quietPool(connectionString: string, max: number): Pool {
  return quiet(new Pool({ connectionString, max, application_name: 'practice-review-library' }));
}

/** As `quietPool`, and whoever asks for a connection while the database is away waits until it is back. */
export function patientPool(connectionString: string, max: number): Pool {
  return quiet(new PatientPool({ connectionString, max, application_name: 'practice-review-library' }));
}

function quiet<Kind extends Pool>(pool: Kind): Kind {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

class PatientPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | void {
    const connecting = this.connectWhenThere();
    if (!callback) return connecting;
    connecting.then(
      (client) => callback(undefined, client, givenBackOnce(client)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  private async connectWhenThere(): Promise<PoolClient> {
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        // Whoever still waits must not keep the process from ending.
        await delay(ASK_AGAIN_MS, undefined, { ref: false });
      }
    }
  }
}

/**
 * The job queue gives its listening connection back a second time when it is stopped, or loses it, while it begins to
 * listen; the pool would throw where nobody can catch it.
 */
function givenBackOnce(client: PoolClient): (error?: boolean | Error) => void {
  const release = client.release.bind(client);
  let given = false;
  return (error) => {
    if (!given) release(error);
    given = true;
  };
}
