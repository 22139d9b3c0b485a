import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';

/** What was done, by whom, when and why. Every room writes to it, in the transaction of its change. */
@Global()
@Module({ providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}
