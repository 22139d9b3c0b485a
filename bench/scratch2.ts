import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeFile } from 'node:fs/promises';
import { built } from './support/built.ts';
const { followMuch } = await import('./tracking-data.ts');
const { readConfig } = await built<any>('platform/config.js');
const { startServers } = await built<any>('platform/servers/servers.js');
const { openLibrary } = await built<any>('open-library.js');
const { loadFixturesIfEmpty } = await built<any>('imports/fixtures.js');
const { createApp } = await built<any>('app.js');
const config = readConfig({ DATA_DIR: '/tmp/rep1/data', PORT: '5631' });
const servers = await startServers(config, 'A measurement', console.error);
const source = await openLibrary(servers);

await source.destroy();
const app = await createApp(config, servers);
await app.listen(5631, '127.0.0.1');
const items = Number(process.argv[2] ?? 2000);
let t = performance.now();
const made = JSON.parse(await (await import('node:fs/promises')).readFile('/tmp/rep1/made.json','utf8'));
console.log('made', made.entries, 'entries in', Math.round(performance.now() - t));
console.log(JSON.stringify({ key: made.key, slug: made.slug }));
await writeFile('/tmp/rep1/made.json', JSON.stringify(made));
const url = 'http://127.0.0.1:5631/api/v1/tracking';
const from = new Date().toISOString().slice(0, 10);
for (const round of [1, 2])
for (const path of ['/reports/yearly.json', `/reports/yearly.docx?asOf=${from}&view=shown`, `/reports/agency.docx?agency=${made.agencies[0]}`, `/reports/review.docx?review=${made.reviews[0]}`, '/reports/theme.xlsx?theme=unseen-men&since=2019', '/export.xlsx', `/export.xlsx?agency=${made.agencies[0]}`, `/export.xlsx?asOf=${from}&view=known`]) {
  const loop = monitorEventLoopDelay({ resolution: 5 }); loop.enable();
  t = performance.now();
  const cpu = process.cpuUsage();
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${made.key}` } });
  const body = await answer.arrayBuffer();
  loop.disable(); const used = process.cpuUsage(cpu);
  console.log(round, path, answer.status, Math.round(performance.now() - t), 'ms', (body.byteLength / 1e6).toFixed(1), 'MB; loop max', Math.round(loop.max / 1e6), "cpu", Math.round((used.user+used.system)/1000), 'p99', Math.round(loop.percentile(99) / 1e6));
  if (round === 1) await writeFile('/tmp/rep1/' + path.replace(/[^a-z.]/g, '_').slice(0, 40) + (path.includes('xlsx') ? '.xlsx' : path.includes('docx') ? '.docx' : ''), Buffer.from(body));
}
if (process.argv[3] !== 'stay') { await app.close(); await servers.stop(); process.exit(0); }
