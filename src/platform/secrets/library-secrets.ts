import { createHmac, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LibrarySecret } from './library-secret.entity.js';

const NAME = 'library';
const BYTES = 32;

/** The one secret of the library, from which each use has a key of its own. */
@Injectable()
export class LibrarySecrets implements OnModuleInit {
  private secret: Buffer | null = null;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Looks first: a database whose disk is full takes no changes, and the library starts on it all the same. */
  async onModuleInit(): Promise<void> {
    const secrets = this.source.getRepository(LibrarySecret);
    const find = async (): Promise<Buffer | undefined> => (await secrets.findOneBy({ name: NAME }))?.value;
    const found = await find();
    if (!found) await secrets.createQueryBuilder().insert().values(newSecret()).orIgnore().execute();
    this.secret = found ?? (await find())!;
  }

  /** @param use such as `forms`: what is known of one key says nothing of another */
  keyFor(use: string): Buffer {
    if (!this.secret) throw new Error('The library has not started yet');
    return createHmac('sha256', this.secret).update(use).digest();
  }
}

const newSecret = (): LibrarySecret => ({ name: NAME, value: randomBytes(BYTES) });
