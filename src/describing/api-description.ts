import type { INestApplication } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { describeApi } from './describe-api.js';
import type { Described } from './openapi-types.js';
import { asSwagger2, type Swagger2 } from './swagger-2.js';

/** Several names of one library at once are few. */
const MOST_KEPT = 8;

/** The description of this library's API. It is made when it is first asked for, and kept: only a new version changes it. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private made: Described | undefined;
  private readonly older = new Map<string, Swagger2>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  /** Says which application is described: all of it, which nothing within it can know. */
  of(app: INestApplication): void {
    this.app = app;
  }

  /** OpenAPI 3.1. Without PUBLIC_URL its server is wherever it was read. */
  openApi(): Described {
    return (this.made ??= describeApi(this.app!, this.config.publicUrl));
  }

  /** Swagger 2.0, which must name a host. @param origin the address under which it is read */
  swagger2(origin: string): Swagger2 {
    const kept = this.older.get(origin);
    if (kept) return kept;
    if (this.older.size >= MOST_KEPT) this.older.clear();
    const made = asSwagger2(this.openApi(), origin);
    this.older.set(origin, made);
    return made;
  }
}
