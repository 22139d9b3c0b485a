/**
 * How good the search is.
 *
 *   npm run eval:search [-- --misses] [--explain QUERY] [--collection FILE --queries FILE]
 *       asks judged queries over the public API: first those that the library's vocabulary cannot flatter, then the 250
 *       of its own collection, and how many paraphrases of themes name theirs. --misses lists what scores lowest, of what
 *       may be tuned on; --explain says of a query why each result stands where it does.
 *   npm run eval:search -- --readings
 *       lists how every phrase is read by which a record calls a theme.
 *   npm run eval:search -- --volume [6000]
 *       checks the search on so many made-up reviews.
 *
 * It ends with 1 where a check fails.
 */
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { measure } from './eval/measure.ts';
import { listReadings } from './eval/readings.ts';
import { checkVolume } from './eval/volume.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean' },
    explain: { type: 'string', multiple: true },
    collection: { type: 'string' },
    queries: { type: 'string' },
    readings: { type: 'boolean' },
    volume: { type: 'boolean' },
  },
});

if (options.readings) await listReadings();
else {
  const holds = options.volume ? await checkVolume(Number(positionals[0] ?? 6000)) : await measure(options);
  process.exitCode = holds ? 0 : 1;
}
