import { Transform } from 'class-transformer';

/** One `theme=a` arrives as a string, repeats as an array: both become a list, without blanks and repeats. */
export const FilterValues = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (value === undefined || value === null) return undefined;
    const given: unknown[] = Array.isArray(value) ? value : [value];
    return [...new Set(given.map((item) => (typeof item === 'string' ? item.trim() : item)))].filter(
      (item) => item !== '',
    );
  });
