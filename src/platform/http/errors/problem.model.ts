/** What is wrong with one parameter. */
export class ProblemField {
  /** The parameter, as it was named. */
  field: string;

  /** What is wrong with it, for people. */
  message: string;
}

/** An error as RFC 9457 has it. */
export class Problem {
  /** Which sort of problem: the address of a page with its causes and cures, such as `https://…/problems/not-found`. */
  type: string;

  /** The same sort, for programs to act on: `not-found`. */
  code: string;

  /** The sort of problem in a few words, for people. */
  title: string;

  /** The status of the answer. */
  status: number;

  /** What is wrong this time, for people. */
  detail: string;

  /** The path that was asked for; not where something was withdrawn. */
  instance?: string;

  /** Each parameter that does not fit. */
  errors?: ProblemField[];

  /** The number of the request, as in `X-Request-Id`: say it when you tell us of a problem. */
  requestId?: string;
}
