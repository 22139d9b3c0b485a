declare module '@citation-js/core' {
  /** Reads citations in any format that a plug-in knows. */
  export class Cite {
    constructor(text: string);
    /** As items of CSL-JSON. */
    readonly data: unknown[];
  }
}
