import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The types of a description, as text. */
export async function typesOf(description: object): Promise<string> {
  return astToString(await openapiTS(withoutAnswers(description) as OpenAPI3, { alphabetize: false }));
}

/** Example answers are longer than the types, and would stand in comments on them. */
function withoutAnswers(description: object): unknown {
  return JSON.parse(
    JSON.stringify(description, (name, value: unknown) => {
      if (name !== 'application/json' || typeof value !== 'object' || value === null) return value;
      const { example: _, ...media } = value as Record<string, unknown>;
      return media;
    }),
  );
}
