import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { YesOrNo } from '../platform/bundle/fields.js';
import type { SourceRecord } from './source.record.js';

/** Whether the library wrote the record from its sources. What says so names them. */
export function Summarised(): PropertyDecorator {
  return applyDecorators(
    YesOrNo(),
    ValidateBy({
      name: 'sourced',
      validator: {
        validate: (value, args) =>
          value !== true || ((args?.object as { sources?: SourceRecord[] }).sources ?? []).some(isNamed),
        defaultMessage: () => 'needs sources: what the library summarised it from, each with a title',
      },
    }),
  );
}

const isNamed = (source: SourceRecord | null): boolean => Boolean(source?.title);
