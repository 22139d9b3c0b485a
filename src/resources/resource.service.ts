import { Injectable } from '@nestjs/common';
import { TitledService } from '../themes/titled.service.js';
import { RESOURCE_FIELDS, type ResourceRecord } from './resource.record.js';

/** Alone writes resources, and which themes they are about. */
@Injectable()
export class ResourceService extends TitledService<ResourceRecord, 'startsOn'> {
  protected readonly target = { kind: 'resource', fields: RESOURCE_FIELDS } as const;
}
