import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { PublicEvent } from '../resources/event.queries.js';
import { writeEvents } from './events-calendar.js';

const EVENT: PublicEvent = {
  ...{ id: '8b8e5f4e-5f0e-4b39-9d5d-0f0d3c0d8b11', slug: 'a-course', title: 'A course', type: 'training' },
  ...{ publisher: 'Marfield', description: null, startsOn: '2026-07-03', endsOn: null, link: null },
  ...{ summaryByLibrary: false, updatedAt: new Date('2026-01-02T03:04:05.678Z') },
};

/** As a calendar program reads it, where clocks are somewhere else. */
function read(event: Partial<PublicEvent>): { event: ICAL.Event; from: string; to: string } {
  const text = writeEvents([{ ...EVENT, ...event }], 'https://library.example', 'Call 999.');
  const calendar = new ICAL.Component(
    ICAL.parse(text) as unknown[] as ConstructorParameters<typeof ICAL.Component>[0],
  );
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const found = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const say = (time: ICAL.Time): string =>
    time.isDate ? time.toString() : time.toJSDate().toISOString().replace(':00.000Z', 'Z');
  return { event: found, from: say(found.startDate), to: say(found.endDate) };
}

describe('the calendar of events', () => {
  it.each([
    ['a day', '2026-07-03', null, '2026-07-03', '2026-07-04'],
    ['days', '2026-12-31', '2027-01-02', '2026-12-31', '2027-01-03'],
    ['times in summer', '2026-07-03T10:00', '2026-07-03T12:30', '2026-07-03T09:00Z', '2026-07-03T11:30Z'],
    ['times in winter', '2026-12-03T10:00', '2026-12-03T12:30', '2026-12-03T10:00Z', '2026-12-03T12:30Z'],
    [
      'over the change of clocks',
      '2026-10-24T22:00',
      '2026-10-25T09:00',
      '2026-10-24T21:00Z',
      '2026-10-25T09:00Z',
    ],
    ['a start alone', '2026-07-03T10:00', null, '2026-07-03T09:00Z', '2026-07-03T09:00Z'],
    ['a start on its last day', '2026-07-03T10:00', '2026-07-03', '2026-07-03T09:00Z', '2026-07-03T09:00Z'],
    ['a time at one end alone', '2026-07-03T10:00', '2026-07-05', '2026-07-03', '2026-07-06'],
    ['a time at the other end', '2026-07-03', '2026-07-05T16:00', '2026-07-03', '2026-07-06'],
    ['an end before its start', '2026-07-03', '2026-07-01', '2026-07-03', '2026-07-04'],
    [
      'a time before its start',
      '2026-07-03T10:00',
      '2026-07-03T09:00',
      '2026-07-03T09:00Z',
      '2026-07-03T09:00Z',
    ],
  ])('has %s when it takes place', (_, startsOn, endsOn, from, to) => {
    const found = read({ startsOn, endsOn });
    expect([found.from, found.to]).toEqual([from, to]);
  });

  it('says the one time that is known of what takes days', () => {
    expect(read({ startsOn: '2026-07-03T10:00', endsOn: '2026-07-05' }).event.description).toContain(
      'Begins at 10:00',
    );
    expect(read({ startsOn: '2026-07-03', endsOn: '2026-07-05T16:00' }).event.description).toContain(
      'Ends at 16:00',
    );
  });

  it('holds any text, whose it is, and where it stands', () => {
    const title = 'Häme; back\\slash, <b> & “quotes” 👩‍👧 with a name that is longer than one line may ever be';
    const given = { title: `${title}\u0000\u0007`, description: 'One.\r\nTwo;\nthree, \u001b[31mfour' };
    const { event } = read({ ...given, summaryByLibrary: true, link: 'https://marfield.example/a,b' });
    expect(event.summary).toBe(title);
    expect(event.description).toBe(
      [
        ...['Publisher: Marfield', 'One.', 'Two;', 'three, [31mfour', 'Summary by this library'],
        ...['On the publisher’s site: https://marfield.example/a,b'],
        'In the Practice review library: https://library.example/resources/a-course',
      ].join('\n'),
    );
    expect(event.uid).toBe(`${EVENT.id}@practice-review-library`);
    expect(event.component.getFirstPropertyValue('url')).toBe('https://library.example/resources/a-course');
  });

  it('has no line longer than 75 octets', () => {
    const text = writeEvents([{ ...EVENT, title: '👩‍👧'.repeat(60) }], 'https://library.example', '');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
  });
});
