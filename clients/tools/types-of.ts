import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The types of a description, as text. */
export async function typesOf(description: object): Promise<string> {
  return astToString(await openapiTS(structuredClone(description) as OpenAPI3, { alphabetize: false }));
}
