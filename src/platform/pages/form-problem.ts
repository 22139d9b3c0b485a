/** What is wrong with a form, as the error summary shows it. */
export interface FormProblem {
  text: string;
  /** The field: `#email`. */
  href: string;
}

export const problemWith = (field: string, text: string): FormProblem => ({ text, href: `#${field}` });
