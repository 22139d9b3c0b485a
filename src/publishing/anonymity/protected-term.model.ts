/** A term as whoever keeps the list sees it. */
export class ProtectedTermItem {
  /** Id of the term. */
  id: string;

  /** A name, a place or another word that must not be published. */
  term: string;
}
