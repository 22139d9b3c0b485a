import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { missingForMail } from '../../outbox/mail-settings.js';
import { Outbox } from '../../outbox/outbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { localTime } from '../../platform/dates/local-time.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { TaskHandlers } from '../../platform/jobs/task-handlers.js';
import { latest, mondayOf, newsOf, type News } from './news.js';
import { ReminderFactsQueries, type RemindedPerson } from './reminder-facts.js';
import { REMINDER_KINDS, reminderMail } from './reminder-mail.js';

const EVERY_MS = 10 * 60 * 1000;
/** In London: read with the first coffee. */
const FROM_TIME = '07:00';

/** Reminds people once a day of what is new for them. What is new is decided in `news.ts`; here it is only done, once. */
@Injectable()
export class Reminders implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Reminders');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'publicUrl' | 'contactEmail'>,
    private readonly handlers: TaskHandlers,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly facts: ReminderFactsQueries,
  ) {}

  onModuleInit(): void {
    this.handlers.register('reminders.send', async () => {
      const day = reminderDay(this.clock.now());
      if (day !== null) await this.remind(day);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    // Reminders that nobody can be sent would only wait until they are wrong.
    if (missingForMail(this.config).length > 0) return;
    await this.again();
    this.timer = setInterval(() => void this.again(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Writes to everybody for whom something is new, each in a transaction of their own: what dies on the way goes on where it
   * was, and a day that is done is done.
   */
  async remind(day: string): Promise<void> {
    const { manager } = this.source;
    const [run] = await manager.query<{ isDone: boolean; since: string }[]>(BEGIN, [day]);
    if (run!.isDone) return;
    const people = await this.facts.of(day, mondayOf(day) > run!.since);
    const kinds = Object.values(REMINDER_KINDS);
    const told = await this.outbox.lastPeriods(manager, kinds, run!.since);
    for (const person of people.values()) {
      const last = told.get(person.address) ?? run!.since;
      const news = last < day ? newsOf(person, day, latest(last, run!.since)) : null;
      if (news) await this.write(person, news, day);
    }
    await manager.query('update reminder_run set ended_at = now() where day = $1', [day]);
  }

  private async write(person: RemindedPerson, news: News, day: string): Promise<void> {
    const { name, address } = person;
    const { publicUrl, contactEmail: contact } = this.config;
    const [only, ...others] = person.owners;
    const page = only && others.length === 0 ? `/tracking/items?owner=${only}` : '/tracking';
    const about = { to: { name, address }, news, day, address: `${publicUrl}${page}`, contact };
    await this.source.transaction(async (manager) => {
      if ((await this.outbox.send(manager, reminderMail(about))) === null) return;
      for (const { id, due } of news.escalated) await manager.query(TOLD_EXECUTIVE, [id, due.on]);
    });
  }

  private async again(): Promise<void> {
    // In a queue of their own: two instances would write the same at once, and one of them in vain.
    const once = { jobKey: 'reminders.send', queueName: 'reminders' };
    await enqueue(this.source.manager, 'reminders.send', {}, once).catch((error: unknown) =>
      this.logger.warn(
        `Nobody was reminded, later again: ${error instanceof Error ? error.message : 'unknown'}`,
      ),
    );
  }
}

/** The day in London on which people can be reminded at an instant; null before the time of day for it. */
export function reminderDay(instant: Date): string | null {
  const [day, time] = localTime(instant).split('T') as [string, string];
  return time >= FROM_TIME ? day : null;
}

// The first day of all has nothing to catch up.
const BEGIN = `
  with begun as (insert into reminder_run (day) values ($1) on conflict do nothing)
  select coalesce(bool_or(ended_at is not null) filter (where day = $1), false) as "isDone",
    coalesce(max(day) filter (where ended_at is not null and day < $1), least(min(day), $1::date) - 1)::text as since
  from reminder_run`;

const TOLD_EXECUTIVE = `
  insert into told_executive (action_id, due_on) values ($1, $2) on conflict do nothing`;
