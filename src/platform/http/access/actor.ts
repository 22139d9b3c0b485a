import type { Proof, Role } from './roles.js';
import type { Scope } from './scopes.js';

/** The role in which somebody acts just now. */
export interface Acting {
  holdingId: string;
  role: Role;
  /** Null for a platform administrator, who is that of all. */
  partnership: { id: string; slug: string; name: string } | null;
  /** For agency leads alone: the agency that they lead. */
  agency: { id: string; name: string } | null;
}

/** Who makes a request. A reader who has not signed in is none. */
export interface Actor {
  accountId: string;
  name: string;
  /** Null where they hold no role just now, that in which they acted has ended, or it still waits for proof. */
  acting: Acting | null;
  /** The strong role in which they would act if they had signed in with a second step: until then it opens nothing. */
  waiting: Acting | null;
  session: {
    id: string;
    /** Changes with the session's token: what is bound to it (a form) is worth nothing afterwards. */
    key: string;
    proof: Proof;
    /** The provider that vouched for them; null for those who came with a password or a link. */
    provider: { slug: string; name: string } | null;
    /** The one role that counts in it; null for all that they hold. */
    onlyRole: Role | null;
  };
}

/** A program that shows a key. */
export interface KeyHolder {
  id: string;
  /** What it is for. */
  name: string;
  scopes: Scope[];
  /** In which it acts: it may do no more than somebody who does. Null where it only reads what everybody may. */
  role: Role | null;
  /** Whose it is; null for the public library alone. */
  partnership: { id: string; slug: string; name: string } | null;
  /** Narrower: the one agency for which it acts. */
  agency: { id: string; name: string } | null;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by the one middleware that reads cookies. */
    actor?: Actor;
    /** Set for addresses of the API alone. */
    key?: KeyHolder;
  }
}
