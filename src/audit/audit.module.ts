import { Global, Module } from '@nestjs/common';
import { AuditEntries } from './audit-entries.js';
import { AuditLog } from './audit-log.js';

/** What was done, by whom, when and why. Every room writes to it, in the transaction of its change. */
@Global()
@Module({ providers: [AuditLog, AuditEntries], exports: [AuditLog, AuditEntries] })
export class AuditModule {}
