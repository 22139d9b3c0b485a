import { sayCodeOf, type CodedField } from '../text/coded-fields.js';
import { filterGroup, type FilterGroup, type FilterOption } from './filters.js';

/**
 * The filter of one coded field as checkboxes.
 * @param options the codes that would find something, in the order to show them, with how much each finds
 */
export const codeFilterGroup = (
  name: string,
  field: CodedField,
  options: readonly Pick<FilterOption, 'value' | 'count'>[],
  chosen: readonly string[] = [],
): FilterGroup => {
  const say = (code: string): string => sayCodeOf(field, code);
  return filterGroup(
    name,
    field.title,
    options.map((option) => ({ ...option, label: say(option.value) })),
    chosen,
    say,
  );
};
