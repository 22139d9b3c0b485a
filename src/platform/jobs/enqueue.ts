import type { EntityManager } from 'typeorm';

/** The kinds of work that are done after a change, and what each is given. Payloads are ids, never content. */
export interface Tasks {
  /** Make the search documents of these records anew. */
  'search.project': { kind: SearchSubject; ids: string[] };
  /** Send what changed to Meilisearch. */
  'search.push': Record<string, never>;
  /** See whether Meilisearch still holds what was sent, and make good what it lacks. */
  'search.check': Record<string, never>;
  /** Make every document anew, and send all of them to Meilisearch again. */
  'search.rebuild': Record<string, never>;
  /** Send a message of the outbox. */
  'mail.send': { id: string };
  /** Send this person a link to sign in, if there is such a person and they may have one. */
  'sign-in-link.send': { accountId: string };
  /** Have files of evidence deleted that are no more to be kept. */
  'evidence.expire': Record<string, never>;
  /** Remind people of what is new for them today, if it is time and was not done. */
  'reminders.send': Record<string, never>;
  /** Delete a file of evidence from the disk, unless it is kept. */
  'evidence.settle': { id: string };
  /** Tell other sites what has changed, as far as it can be told now. Enqueued by the log of changes itself (a trigger). */
  'webhooks.deliver': Record<string, never>;
}

/** A record that search documents are made from. A review brings its learning points and recommendations. */
export type SearchSubject = 'theme' | 'review' | 'briefing' | 'resource';

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced, so that a burst of changes makes one job. */
  jobKey?: string;
  /** Jobs of one queue run one after the other. */
  queueName?: string;
  /** Seconds to wait before it may run. */
  delaySeconds?: number;
  /** The instant before which it does not run. */
  runAt?: Date;
}

/** As many as the queue can count: what fails is tried again, at least every quarter of a minute, until it succeeds. */
const TRIES = 32_767;

/**
 * Enqueues a job inside the transaction of `manager`: it exists if, and only if, the change is committed.
 * @returns the job's id
 */
export async function enqueue<Name extends keyof Tasks>(
  manager: EntityManager,
  task: Name,
  payload: Tasks[Name],
  options: EnqueueOptions = {},
): Promise<string> {
  for (;;) {
    const [job] = await manager.query<{ id: string | null }[]>(
      `select id::text from graphile_worker.add_job($1, payload => $2::json, queue_name => $3, job_key => $4, max_attempts => $5,
         run_at => coalesce($7::timestamptz, now() + make_interval(secs => $6)))`,
      [
        task,
        JSON.stringify(payload),
        options.queueName ?? null,
        options.jobKey ?? null,
        TRIES,
        options.delaySeconds ?? 0,
        options.runAt ?? null,
      ],
    );
    // The queue adds nothing, and says nothing, when a worker takes the job with that key while it looks.
    if (job?.id) return job.id;
  }
}

const IDS_PER_JOB = 100;

/** Has the search documents of these records made anew after the transaction of `manager` commits. */
export async function enqueueSearchUpdate(
  manager: EntityManager,
  kind: SearchSubject,
  ids: string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += IDS_PER_JOB) {
    await enqueue(manager, 'search.project', { kind, ids: ids.slice(start, start + IDS_PER_JOB) });
  }
}

/** Has the search document of a record made anew at an instant to come; of several for one record the last counts. */
export async function enqueueSearchUpdateAt(
  manager: EntityManager,
  kind: SearchSubject,
  id: string,
  runAt: Date,
): Promise<void> {
  await enqueue(manager, 'search.project', { kind, ids: [id] }, { runAt, jobKey: `embargo of ${id}` });
}
