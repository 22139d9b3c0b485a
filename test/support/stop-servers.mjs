import { rm } from 'node:fs/promises';

export default async function stopServers() {
  await globalThis.testServers.servers.stop();
  await rm(globalThis.testServers.folder, { recursive: true, force: true });
}
