import { hostname, userInfo } from 'node:os';
import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../platform/plain-words.js';
import { AuditLog } from './audit-log.js';
import type { AuditActor } from './audited-change.js';
import { verifyLog, type ChainEnd } from './verify.js';

/** A chain that has a new seal, and where the one before stood. */
export interface Resealed {
  chain: string;
  /** Of the entry that says so. */
  number: number;
  /** The last entry that the seal before was for; null where there was none. */
  sealedBefore: number | null;
}

/**
 * Seals those chains anew whose seal does not fit, after a key was lost. Each gets an entry that says who did it, why, and where
 * the seal before stood: entries that are missing stay missed.
 * @returns what was sealed
 * @throws Refusal where the hashes themselves do not fit, or somebody writes to the log all the while: then nothing is changed
 */
export async function sealAnew(source: DataSource, key: string, why: string): Promise<Resealed[]> {
  const { faults, chains } = await verifyLog(source, null);
  if (faults.length > 0)
    throw new Refusal(
      'Nothing was sealed: the log is not whole even without its seals. Run npm run audit:verify without --seal-anew.',
    );
  const broken = new Set((await verifyLog(source, key)).faults.map(({ chain }) => chain));
  const log = new AuditLog({ auditKey: key });
  return await source.transaction(async (manager) => {
    const sealed: Resealed[] = [];
    for (const end of chains) if (broken.has(end.chain)) sealed.push(await seal(manager, log, end, why));
    return sealed;
  });
}

async function seal(manager: EntityManager, log: AuditLog, end: ChainEnd, why: string): Promise<Resealed> {
  const { chain } = end;
  const [before] = await manager.query<{ number: string; seal: string }[]>(BEFORE, [chain]);
  const sealedBefore = before ? Number(before.number) : null;
  const { number, previous } = await log.sealAnew(manager, {
    ...{ chain, actor: onThisMachine(), action: 'audit.sealed-anew', why },
    subject: { kind: 'audit-chain', id: chain },
    from: { sealed: sealedBefore, seal: before?.seal ?? null },
    to: { entries: end.entries, hash: end.hash },
  });
  if (number !== end.entries + 1 || previous.toString('hex') !== end.hash)
    throw new Refusal(
      'Nothing was sealed: the log was written to meanwhile. Try again, or stop the library first.',
    );
  return { chain, number, sealedBefore };
}

/** Whoever has the machine: as whom they signed in to it, with the words of the entry. */
const onThisMachine = (): AuditActor => ({
  ...{ kind: 'system', id: null, role: null, name: `${userInfo().username} on ${hostname()}` },
});

const BEFORE = `select number, encode(seal, 'hex') as seal from audit_seal where chain = $1`;
