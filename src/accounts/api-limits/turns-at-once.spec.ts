import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Response } from 'express';
import { TurnsAtOnce } from './turns-at-once.js';

/** An answer, as far as turns are concerned: it is gone when it says so. */
const anAnswer = (): Response => Object.assign(new EventEmitter(), { closed: false }) as unknown as Response;

describe('turns', () => {
  it('are given back only when others have been heard, though the answers are gone at once', async () => {
    const turns = new TurnsAtOnce();
    const answers = [anAnswer(), anAnswer()];
    for (const answer of answers) expect(await turns.take('somebody', 2, answer)).toBe(true);
    const order: string[] = [];
    const other = setImmediate().then(() => order.push('somebody else'));
    for (const answer of answers) answer.emit('close');
    const third = turns.take('somebody', 2, anAnswer()).then(() => order.push('the same caller'));
    await Promise.all([third, other]);
    expect(order).toEqual(['somebody else', 'the same caller']);
    expect(await turns.take('somebody else', 1, anAnswer())).toBe(true);
  });
});
