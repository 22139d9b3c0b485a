// `npm run demo`: the library itself, in a data folder of its own and with settings that no shell has to know how to write.
process.env.DEMO = 'true';
process.env.DATA_DIR ??= '.demo';
await import('./main.js');
