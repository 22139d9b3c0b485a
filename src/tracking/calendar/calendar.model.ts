import { ApiProperty } from '@nestjs/swagger';

/** Whose open actions a calendar shows: one of the two, by id. */
export interface CalendarHolder {
  owner: string | null;
  agency: string | null;
}

/** A calendar address in use. What it is, is shown once, when it is made. */
export class CalendarItem implements CalendarHolder {
  /** Id of the address. */
  id: string;

  /** Id of the person whose actions it shows. */
  @ApiProperty({ type: String, nullable: true })
  owner: string | null;

  /** Id of the agency whose actions it shows: those that it leads or supports. */
  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  /** When it was made. */
  madeAt: Date;
}

export class CalendarMade {
  /** Id of the address. */
  id: string;

  /** For a calendar program; whoever has it can read the dates. Null for a request that came before: it is shown once. */
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
}

export class CalendarList {
  /** The addresses in use. */
  items: CalendarItem[];
}
