import { Injectable } from '@nestjs/common';
import type { Tasks } from './enqueue.js';

/** Does one kind of work. A job whose handler throws is tried again. */
export type TaskHandler<Name extends keyof Tasks> = (payload: Tasks[Name]) => Promise<void>;

/** Who does which kind of work: rooms enter their handlers here, and the worker asks nobody else. */
@Injectable()
export class TaskHandlers {
  private readonly handlers = new Map<keyof Tasks, (payload: never) => Promise<void>>();

  /** Call while the application is put together: the worker starts after that. */
  register<Name extends keyof Tasks>(name: Name, handler: TaskHandler<Name>): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the task ${name}`);
    this.handlers.set(name, handler);
  }

  /** By the name of the task. */
  get all(): Record<string, (payload: never) => Promise<void>> {
    return Object.fromEntries(this.handlers);
  }
}
