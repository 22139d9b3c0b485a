/** Where one database is, for the two roles that use it. */
export interface DatabaseAddresses {
  /** As the role that the library works as. */
  databaseUrl: string;
  /** As the role that owns the tables, and changes them; left out where the library is that role itself. */
  databaseOwnerUrl?: string;
}
